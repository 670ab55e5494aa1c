"""Files that are made beside the pages, for readers to take along."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from guide.model import Page

EARLIEST = 315532800  # seconds since 1970: a zip file knows nothing before 1980


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


def moment_of(pages: Iterable[Page]) -> datetime:
    """The time that a file made of pages bears: the day of their newest review, or SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(max(int(epoch), EARLIEST), UTC)
    day = max((page.reviewed for page in pages if page.reviewed), default=date(2000, 1, 1))
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
