"""Addresses as authors write them into links."""

from urllib.parse import SplitResult, urlsplit

UNREADABLE = SplitResult("?", "", "", "", "")
"""What no browser could follow (`http://[x`). It is outside, by its scheme."""


def parts_of(address: str) -> SplitResult:
    """The parts of an address, whatever was written."""
    try:
        return urlsplit(address)
    except ValueError:
        return UNREADABLE
