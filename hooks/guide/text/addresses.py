"""Addresses as authors write them into links."""

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

UNREADABLE = SplitResult("?", "", "", "", "")
"""What no browser could follow (`http://[x`). It is outside, by its scheme."""


def parts_of(address: str) -> SplitResult:
    """The parts of an address, whatever was written."""
    try:
        return urlsplit(address)
    except ValueError:
        return UNREADABLE


def parts_as_read(address: str) -> SplitResult:
    """The same as a browser reads it: without the blanks around it, and with strokes that all lean one way."""
    return parts_of(address.strip().replace("\\", "/"))


def nearest_folder(url: str, folders: Iterable[str]) -> str | None:
    """The deepest of some folders that an address is below; "" holds all of them. None where it is below none."""
    return max((folder for folder in folders if url.startswith(folder)), key=len, default=None)
