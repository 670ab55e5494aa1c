"""Files that are made beside the pages, for readers to take along."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class SiteFile:
    """One file, and where it stands in the site."""

    url: str
    data: bytes

    @property
    def kilobytes(self) -> int:
        """Its size as people are told it."""
        return max(1, round(len(self.data) / 1024))


def file_name(name: str) -> str:
    """What a guide's files are called: its own name, in small letters and without spaces."""
    return re.sub(r"\W+", "-", name.casefold()).strip("-") or "guide"
