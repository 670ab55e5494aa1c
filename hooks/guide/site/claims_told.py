"""What the summary of a change says of links, numbers and front matter, in lines of Markdown that run nothing."""

from collections.abc import Collection, Iterator

from guide.model.voices import in_markdown, visible
from guide.site.page_claims import PROFESSIONAL, Claimed, Led

MOST, LONGEST = 50, 300
"""Lines of one kind that are told, and signs of each value: a flood of them is a reason to look, too."""


def tell_led(all_of_them: Collection[Led]) -> Iterator[str]:
    """Each link and number."""
    yield from _at_most([_led(one) for one in all_of_them], "links and numbers")


def tell_claimed(all_of_them: Collection[Claimed]) -> Iterator[str]:
    """Each field; what somebody is said to stand by comes first."""
    ordered = sorted(all_of_them, key=lambda one: one.field != PROFESSIONAL)
    yield from _at_most([_claimed(one) for one in ordered], "fields")


def quoted(words: str, longest: int = LONGEST) -> str:
    """A value as it is written, of which the end is told where it is cut."""
    return f"“{in_markdown(visible(_short(words, longest)))}”" if words else "nothing"


def code(words: str) -> str:
    """A place or an address, that nobody can press."""
    return f"`{visible(_short(' '.join(words.split()), LONGEST)).replace('`', chr(39))}`"


def _led(one: Led) -> str:
    (shown_before, shown), (before, target) = one.shown, one.target
    link = quoted(shown or shown_before) if one.is_link else "The number"
    if not target:
        return f"- {code(one.place)} {link} {code(before)} is gone."
    where = f" leads to {code(one.host)}: {code(target)}" if one.is_link else f" {code(target)} is new"
    was = f", before {code(before)}" if before not in ("", target) else ""
    also = f", and was called {quoted(shown_before)}" if before == target else ""
    stranger = " **No page led there before: look it up.**" if one.is_new else ""
    return f"- {code(one.place)} {link}{where}{was}{also}.{stranger}"


def _claimed(one: Claimed) -> str:
    ask = " **Ask that person, by a way that you know.**" if one.field == PROFESSIONAL and one.after else ""
    return f"- {code(one.place)} {code(one.field)}: {quoted(one.before)} → {quoted(one.after)}.{ask}"


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[:longest]}… ({len(words)} signs)"


def _at_most(lines: list[str], what: str) -> list[str]:
    return [*lines[:MOST], *([f"- **And {len(lines) - MOST} more {what}.**"] if len(lines) > MOST else [])]
