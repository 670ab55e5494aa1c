"""What the summary of a change says of links, numbers and front matter, in lines of Markdown that run nothing."""

from collections.abc import Collection, Iterator

from guide.changes.page_claims import PROFESSIONAL, Claimed, Led
from guide.changes.quoting import code, from_to, quoted


def tell_led(all_of_them: Collection[Led]) -> Iterator[str]:
    """Each link and number."""
    yield from map(_led, all_of_them)


def tell_claimed(all_of_them: Collection[Claimed]) -> Iterator[str]:
    """Each field; what somebody is said to stand by comes first."""
    ordered = sorted(all_of_them, key=lambda one: one.field != PROFESSIONAL)
    yield from map(_claimed, ordered)


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
    return f"- {code(one.place)} {code(one.field)}: {from_to(one.before, one.after)}.{ask}"
