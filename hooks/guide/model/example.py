"""A sheet as somebody filled it in, to show how it is meant: the sheet's own parts, with the answers of a data file.

An answer names its field by the words that stand there, so that whoever writes one looks at the sheet and at nothing
else. Where the same words stand twice, the second field is called by them and a 2: `In all 2`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from guide.model.sheet import Blanks, Choices, Field, Item, Items, Room, Scale, SheetPart, Table

NOT_WORDS = re.compile(r"\W+")
TICKED = "ticked"
Unknown = tuple[str, list[str]]
"""What an author wrote that is nowhere on the sheet, and what might be meant."""


@dataclass(frozen=True)
class Example:
    """One sheet, filled in."""

    sheet: str
    """The id of the worksheet."""
    title: str
    who: str
    """Whose answers they are."""
    says: str
    """One or two sentences about them."""
    parts: tuple[SheetPart, ...]
    unknown: tuple[Unknown, ...] = ()
    """What could not be put anywhere."""

    @property
    def id(self) -> str:
        """What its files are called by."""
        return f"{self.sheet}-example"

    @property
    def address(self) -> str:
        """The page made for it."""
        return f"print/{self.sheet}/"


def fill(sheet: str, title: str, parts: tuple[SheetPart, ...], said: Mapping[str, Any]) -> Example:
    """Put the answers of a data file into the parts of a sheet."""
    pen = _Pen(said, {_words(field.label) for part in parts for field in _fields(part)})
    filled = tuple(pen.fill(part) for part in parts)
    return Example(sheet, title, said.get("who") or "", said.get("says") or "", filled, tuple(pen.left()))


class _Pen:
    """Writes answers into one sheet, and knows which are still to be written."""

    def __init__(self, said: Mapping[str, Any], labels: set[str]) -> None:
        self.labels = labels
        self.answers = {_words(name): (name, answer) for name, answer in (said.get("answers") or {}).items()}
        self.tables = {_words(name): (name, rows) for name, rows in (said.get("tables") or {}).items()}
        self.ticked = {_words(name): name for name in said.get(TICKED) or []}
        self.seen: dict[str, int] = {}
        self.asked: dict[str, list[str]] = {"answers": [], "tables": [], TICKED: []}
        self.wrong: list[Unknown] = []

    def fill(self, part: SheetPart) -> SheetPart:
        """The same part with its answers."""
        if isinstance(part, Blanks):
            return replace(part, fields=tuple(map(self._answer, part.fields)))
        if isinstance(part, Room):
            return replace(part, field=self._answer(part.field))
        if isinstance(part, Scale):
            return replace(part, rows=tuple(self._choice(row, list(part.points)) for row in part.rows))
        if isinstance(part, Choices):
            words = ["".join(run.text for run in option.text) for option in part.options]
            return replace(part, field=self._choice(part.field, words), options=tuple(map(self._below, part.options)))
        if isinstance(part, Items):
            return replace(part, items=tuple(self._below(self._tick(item)) for item in part.items))
        return self._table(part) if isinstance(part, Table) else part

    def left(self) -> Iterator[Unknown]:
        """What was written down and is nowhere on the sheet."""
        yield from self.wrong
        yield from ((name, self.asked["answers"]) for name, _ in self.answers.values())
        yield from ((name, self.asked["tables"]) for name, _ in self.tables.values())
        yield from ((name, self.asked[TICKED]) for name in self.ticked.values())

    def _answer(self, field: Field) -> Field:
        _, answer = self._take(self.answers, "answers", field.label)
        return replace(field, answer=str(answer))

    def _choice(self, field: Field, choices: list[str]) -> Field:
        """One of the choices, by its words, or by the number that it begins with."""
        name, answer = self._take(self.answers, "answers", field.label)
        known = {_words(choice): choice for choice in reversed(choices)}
        numbers = {choice.split(" ")[0]: choice for choice in choices if choice.split(" ")[0].isdigit()}
        found = known.get(_words(str(answer))) or numbers.get(str(answer), "")
        if answer != "" and not found:
            self.wrong.append((answer if isinstance(answer, str) else name, choices))
        return replace(field, answer=found)

    def _tick(self, item: Item) -> Item:
        if item.field is None:
            return item
        self.asked[TICKED].append(item.field.label)
        return replace(item, ticked=item.ticked or self.ticked.pop(_words(item.field.label), None) is not None)

    def _below(self, item: Item) -> Item:
        return replace(item, below=tuple(map(self.fill, item.below)))

    def _table(self, table: Table) -> Table:
        _, rows = self._take(self.tables, "tables", table.columns[0])
        filled = []
        for number, row in enumerate(table.rows):
            answers = list(rows[number]) if number < len(rows) else []
            filled.append(tuple(cell if isinstance(cell, str) else _written(cell, answers) for cell in row))
            self.wrong += [(answer, []) for answer in answers]
        self.wrong += [(row[0], []) for row in rows[len(table.rows) :] if row]
        return replace(table, rows=tuple(filled))

    def _take(self, from_: dict[str, tuple[str, Any]], kind: str, label: str) -> tuple[str, Any]:
        """What was written for the field of these words; ("", "") where nothing was."""
        key = _words(label)
        self.seen[f"{kind}:{key}"] = times = self.seen.get(f"{kind}:{key}", 0) + 1
        own = key if times == 1 else f"{key} {times}"
        self.asked[kind].append(label if times == 1 else f"{label} {times}")
        # A prompt that is only a hint is named by the heading above it: its words begin with those.
        begun = (one for one in from_ if key.startswith(f"{one} ") and one not in self.labels)
        found = own if own in from_ else next(begun, None)
        return from_.pop(found) if found is not None else ("", "")


def _fields(part: SheetPart) -> Iterator[Field]:
    """What can be filled in by words, or by a choice."""
    if isinstance(part, (Room, Choices)):
        yield part.field
    elif isinstance(part, (Blanks, Scale)):
        yield from part.fields if isinstance(part, Blanks) else part.rows
    for item in getattr(part, "items", ()) or getattr(part, "options", ()):
        yield from (field for below in item.below for field in _fields(below))


def _written(cell: Field, answers: list[Any]) -> Field:
    """A cell with the next of the answers of its row."""
    return replace(cell, answer=str(answers.pop(0)) if answers else "")


def _words(text: str) -> str:
    """A text as it is compared: without signs and capitals."""
    return NOT_WORDS.sub(" ", text.casefold()).strip()
