"""What a change does to a guide: its pages and their words, addresses that went, problems, and sheets on paper."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guide.changes.alarm import AlarmChange, alarm_change
from guide.changes.blocks import BlockChange, block_changes
from guide.changes.claims import FieldChange, LinkChange, field_changes, link_changes
from guide.changes.code_files import FileChanges, file_changes
from guide.changes.data import DataChange, data_changes
from guide.changes.differences import differences
from guide.changes.help import HelpChange, help_changes
from guide.changes.order import OrderChange, order_changes
from guide.changes.pages import PageChange, page_changes
from guide.changes.pictures import PictureChange, picture_changes
from guide.changes.renamed import as_named_now, renamed_pages
from guide.changes.snapshot import Snapshot
from guide.changes.typed import TypedChange, new_lines, typed_changes
from guide.changes.words import WordChange, word_changes
from guide.model.guide import Guide
from guide.model.page import Text
from guide.model.problems import Problem
from guide.reading.data_names import PUBLISHED
from guide.site.addresses import check_addresses


@dataclass(frozen=True)
class Changes:
    """All that one change does."""

    pages: tuple[PageChange, ...]
    words: tuple[int, int]
    """Of all pages, before and after."""
    gone: tuple[Problem, ...]
    """Addresses that somebody may have kept, and that lead nowhere any more."""
    problems: tuple[Problem, ...]
    """What was not wrong before."""
    older: tuple[Problem, ...]
    """What was wrong before, and is not mended."""
    sheets: Mapping[str, str]
    """{address of a PDF: what became of it}."""
    rests: tuple[tuple[str, ...], tuple[str, ...]]
    """What readers in danger rest on (guide.checks.vouched.facts): what is so no more, and what is new."""
    help: tuple[HelpChange, ...]
    """What became of help lines, and of what pages say of whom to call."""
    settings: tuple[DataChange, ...]
    """What became of the files of settings."""
    pictures: tuple[PictureChange, ...]
    """What became of pictures, and of other files beside the pages."""
    data: tuple[DataChange, ...]
    """What became of the other files of data."""
    links: tuple[LinkChange, ...]
    """Links and numbers that lead outside."""
    fields: tuple[FieldChange, ...]
    """What pages say in their front matter."""
    said: tuple[WordChange, ...]
    """What became of the words of pages."""
    blocks: tuple[BlockChange, ...]
    """Sentences that stand in other blocks."""
    orders: tuple[OrderChange, ...]
    """Lists of data that stand in another order."""
    typed: tuple[TypedChange, ...]
    """What of the lines that people type is near danger."""
    alarm: AlarmChange
    """Whether those in danger are heard as before."""
    files: FileChanges
    """What became of what runs, of documents, and of other files."""
    kinds: Mapping[str, str]
    """{source of a page: of which kind it is}."""


def changes_of(base: Snapshot, head: Snapshot, guide: Guide) -> Changes:
    """What lies between two snapshots; `guide` is the one that the second was taken of."""
    problems = [Problem(**one) for one in head["problems"]]
    new = _new_problems(base, problems)
    renamed = renamed_pages(base, head)
    typed = tuple(typed_changes(base.get("help", {}).get("typed", {}), head["help"]["typed"]))
    was = {name: as_named_now(base.get(name, {}), renamed) for name in ("claims", "said", "blocks")}
    said = tuple(word_changes(was["said"], head["said"]))
    return Changes(
        pages=tuple(page_changes(base, head, renamed)),
        words=(_words(base), _words(head)),
        gone=tuple(_gone(base["addresses"], guide, {problem.what for problem in problems})),
        problems=tuple(new),
        older=tuple(problem for problem in problems if problem not in new),
        sheets=dict(differences(base["papers"], head["papers"])),
        rests=_rests(base, head),
        help=tuple(help_changes(_help(base, renamed), head["help"])),
        settings=tuple(data_changes(base.get("settings", {}), head["settings"], is_ordered=True)),
        pictures=tuple(picture_changes(base.get("pictures", head["pictures"]), head["pictures"])),
        data=tuple(data_changes(_data(base, head), head["data"])),
        links=tuple(link_changes(was["claims"], head["claims"])),
        fields=tuple(field_changes(was["claims"], head["claims"])),
        said=said,
        blocks=tuple(block_changes(was, head, said)),
        kinds={page["source"]: page["kind"] for page in (*base["guide"]["pages"], *head["guide"]["pages"])},
        orders=tuple(order_changes(base.get("orders", {}), head["orders"])),
        typed=typed,
        alarm=alarm_change(base.get("alarm", {}), head["alarm"], new_lines(typed)),
        files=file_changes(base, head),
    )


def _new_problems(base: Snapshot, problems: Sequence[Problem]) -> list[Problem]:
    before = Counter((one["path"], one["what"]) for one in base["problems"])
    return [problem for problem in problems if not _taken(before, (problem.path, problem.what))]


def _rests(base: Snapshot, head: Snapshot) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Nothing where the first is of an older generator."""
    now = head["rests"]
    was = base.get("rests", now)
    return tuple(one for one in was if one not in now), tuple(one for one in now if one not in was)


def _data(base: Snapshot, head: Snapshot) -> dict[str, Any]:
    """Without what an older generator kept there, and is told by itself now."""
    told = {*head["settings"], *head["pictures"]}
    return {source: entries for source, entries in base.get("data", {}).items() if source not in told}


def _help(base: Snapshot, renamed: Mapping[str, str]) -> dict[str, Any]:
    """What the first keeps of help, what pages say of it by the names that they have now."""
    kept = base.get("help", {})
    return {**kept, **{name: as_named_now(kept[name], renamed) for name in ("boxes", "said") if name in kept}}


def _gone(addresses: Mapping[str, Collection[Any]], guide: Guide, told: Collection[str]) -> Iterator[Problem]:
    """What the check would say if all these were published, where they were written; not what is `told` already."""
    listed = [Text(address) for address in sorted(addresses)]
    for line, text in enumerate(listed, 1):
        text.line = line
    asked = replace(guide, data={**guide.data, PUBLISHED: listed})
    for problem in check_addresses(asked):
        path, line = addresses[listed[problem.line - 1]]
        if problem.what not in told:
            yield replace(problem, path=path, line=line)


def _words(snapshot: Snapshot) -> int:
    return sum(page["words"] for page in snapshot["guide"]["pages"])


def _taken(counted: Counter, key: tuple[str, str]) -> bool:
    """Whether one of these is left; it is taken away."""
    counted[key] -= 1
    return counted[key] >= 0
