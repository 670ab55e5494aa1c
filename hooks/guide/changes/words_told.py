"""What the summary of a change says of the words of pages: each sentence that is not as it was, at its line."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from guide.changes.quoting import code, from_to, plain
from guide.changes.word_changes import WordChange


def tell_words(changes: Iterable[WordChange]) -> list[str]:
    """All of them, as no rule knows which one may lead somebody astray; the same words are told as a number."""
    return [_told(change) for change in changes if not change.has_same_words]


def tell_same_words(changes: Iterable[WordChange], broken: Collection[str], kinds: Mapping[str, str]) -> Iterator[str]:
    """How many sentences have nothing but other signs between their words, and on which kinds of page.

    `broken` are the sources of pages whose sentences are all as they were, though their lines are not.
    """
    same = [change.source for change in changes if change.has_same_words]
    if same:
        sentences, pages = _counted(same, "sentence", kinds), _counted({*same}, "page", kinds)
        yield f"The same words, written otherwise: {sentences}, {pages}."
        yield "Nothing in them but quotation marks, apostrophes, dashes, dots and blanks is not as it was."
    if broken:
        yield f"The same sentences, with other breaks of lines: {_counted(broken, 'page', kinds)}."
    if same or broken:
        yield ""


def _counted(sources: Collection[str], what: str, kinds: Mapping[str, str]) -> str:
    often = Counter(kinds.get(source, "") for source in sources)
    told = ", ".join(f"{often[kind]} {plain(kind)}" for kind in sorted(often))
    return f"{len(sources)} {what}{'s' * (len(sources) != 1)} ({told})"


def _told(change: WordChange) -> str:
    return f"- {code(f'{change.source}:{change.line}')} {from_to(change.before, change.after)}"
