"""What a change does to the documents of a project: what they say is done by hand, so each sentence is told.

A command in README is run, and to the address in SECURITY goes what nobody else may know.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import xor

from guide.changes.quoting import code
from guide.changes.sentences import Said, sentences_in
from guide.changes.words import WordChange, tell_word, word_changes

FENCES = ("```", "~~~")
ENDINGS = (".md", ".txt", ".rst")
BESIDE = ".github/"
"""The folder of what a host shows beside the project's own documents."""


@dataclass(frozen=True)
class DocumentChange:
    """What became of one document."""

    path: str
    how: str
    said: tuple[WordChange, ...]


def is_document(path: str) -> bool:
    """Whether people are led there by their host, or look there first; its path is from the project's root."""
    name = path.removeprefix(BESIDE)
    is_above = "/" not in name or path.startswith(BESIDE)
    return is_above and (name.lower().endswith(ENDINGS) or "." not in name)


def said_in(text: str) -> list[Said]:
    """All that a snapshot keeps of a document: its sentences, and each line of what is to be typed."""
    lines = text.splitlines()
    typed = [*accumulate((line.lstrip().startswith(FENCES) for line in lines), xor)]
    prose = "\n".join("" if is_typed else line for line, is_typed in zip(lines, typed, strict=True))
    said = [(words, line, True) for words, line in sentences_in(prose)]
    code = "\n".join(line if is_typed else "" for line, is_typed in zip(lines, typed, strict=True))
    return sorted([*said, *lines_in(code)], key=lambda one: one[1])


def lines_in(text: str) -> list[Said]:
    """The same of what has lines, and no sentences."""
    return [(words, number, True) for number, line in enumerate(text.splitlines(), 1) if (words := line.rstrip())]


def document_changes(
    files: Iterable[tuple[str, str]], base: Mapping[str, Sequence[Said]], head: Mapping[str, Sequence[Said]]
) -> Iterator[DocumentChange]:
    """What became of those of these files of which words are kept."""
    for path, how in files:
        if path in base or path in head:
            was, now = ({path: some.get(path, [])} for some in (base, head))
            yield DocumentChange(path, how, tuple(word_changes(was, now)))


def tell_document(change: DocumentChange) -> Iterator[str]:
    """Each sentence, also one of which only signs are others: in a command they are all that counts."""
    yield f"- {code(change.path)} is {change.how}"
    yield from (f"    {tell_word(one)}" for one in change.said)
