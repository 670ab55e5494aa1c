"""The hosts and letters of those whom a guide's data names: its help lines and its sources."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import SplitResult, unquote

from guide.checks.html_names import names
from guide.model.guide import Guide
from guide.text.addresses import parts_of
from guide.text.as_seen import skeleton
from guide.text.calling import DEFAULT, Calling, calling_of
from guide.text.contacts import contacts_in, written_to_in
from guide.text.shown_hosts import agrees

SHARED = names(
    """
    wa.me api.whatsapp.com t.me telegram.me signal.me signal.group m.me facebook.com instagram.com x.com twitter.com
    tiktok.com youtube.com discord.gg linktr.ee bit.ly tinyurl.com docs.google.com forms.gle sites.google.com
    """
)
"""Hosts where anybody has a place: one address of them says nothing of another."""
Line = Mapping[str, Any]


@dataclass(frozen=True)
class Known:
    """Some help lines, and the addresses of sources."""

    lines: Sequence[Line]
    sources: Collection[str] = ()
    calling: Calling = DEFAULT

    @cached_property
    def addresses(self) -> list[SplitResult]:
        """Of both."""
        urls = [line["url"] for line in self.lines if line.get("url")]
        return [parts_of(one) for one in dict.fromkeys([*urls, *self.sources])]

    @cached_property
    def hosts(self) -> set[str]:
        """Of both."""
        return {one.hostname for one in self.addresses if one.hostname}

    @cached_property
    def contacts(self) -> set[str]:
        """Whom the remarks beside the lines name: letters, hosts, names at a messenger."""
        return {one for line in self.lines for one in self.shown_in(line.get("text_or_chat") or "")}

    def shown_in(self, text: str) -> set[str]:
        """Whom a text shows to write to."""
        return contacts_in(text, self.calling)

    def written_to_in(self, text: str) -> set[str]:
        """Those of them whom it asks to write to."""
        return written_to_in(text, self.calling)

    def has(self, target: SplitResult) -> bool:
        """Whether an address is among those, or stands on the host of one of them."""
        if target.scheme == "mailto":
            return self.has_letter(unquote(target.path))
        if target.scheme in ("http", "https") or target.netloc:
            host = target.hostname or ""
            return any(_is_on(host, one.hostname or "") and _is_own(target, one) for one in self.addresses)
        return True

    def has_letter(self, letter: str) -> bool:
        """By its whole address, or by its host."""
        host = letter.rpartition("@")[2]
        named = {one for one in self.contacts if "@" not in one}
        return letter.casefold() in self.contacts or any(_is_on(host, one) for one in self.hosts | named)

    def has_contact(self, contact: str, text: str) -> bool:
        """Whether what a text shows is of one of them; on a host of many, with all that stands behind it there."""
        if contact in self.contacts:
            return True
        if "@" in contact[1:]:
            return self.has_letter(contact)
        if is_shared(contact):
            _, _, behind = skeleton(text).partition(contact)
            places = [(one.hostname or "", one.path.rstrip("/")) for one in self.addresses]
            same = (path for host, path in places if agrees(contact, host) or _is_on(contact, host))
            return any(path and behind.startswith(path) for path in same)
        return "." in contact and any(_is_on(contact, one) for one in self.hosts)


def is_shared(host: str) -> bool:
    """Whether anybody may have a place on a host, or on the whole of which it is a part."""
    return any(agrees(one, host) for one in SHARED)


def known_of(guide: Guide) -> Known:
    """All of a guide."""
    return Known(guide.data.get("help-lines") or [], [*_sources(guide)], calling_of(guide.shape))


def _is_on(host: str, known: str) -> bool:
    return bool(known) and agrees(known.removeprefix("www."), host)


def _is_own(target: SplitResult, known: SplitResult) -> bool:
    """On a host of many, only that very address."""
    is_whole = not is_shared(known.hostname or "")
    return is_whole or (target.path.rstrip("/"), target.query) == (known.path.rstrip("/"), known.query)


def _sources(guide: Guide) -> Iterator[str]:
    for one in guide.references.values():
        yield from filter(None, (one.get("url"), one.get("doi") and "https://doi.org/"))
