"""One thing on which readers in danger rest, as it is vouched for."""

from typing import NamedTuple


class Fact(NamedTuple):
    """One thing that holds, in words, and where it is written."""

    says: str
    path: str
    line: int
