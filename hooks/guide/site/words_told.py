"""What the summary of a change says of the words of pages: each sentence that is not as it was, at its line."""

from collections.abc import Iterable

from guide.site.beside_told import from_to
from guide.site.claims_told import code
from guide.site.word_changes import WordChange


def tell_words(changes: Iterable[WordChange]) -> list[str]:
    """All of them, as no rule knows which one may lead somebody astray."""
    return [_told(change) for change in changes]


def _told(change: WordChange) -> str:
    return f"- {code(f'{change.source}:{change.line}')} {from_to(change.before, change.after)}"
