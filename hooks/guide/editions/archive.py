"""What the editions share: which files readers need, their names, and zip files of the same bytes each time."""

import io
import os
import re
import zipfile
from collections.abc import Container, Iterable
from datetime import UTC, date, datetime
from pathlib import PurePath, PurePosixPath

from guide.model.page import Page

# Endings of what people read, and of what their pages need. The rest of a site is for hosts and other programs.
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp"}
READ = {".html", ".css", ".js", ".svg", ".pdf", *PICTURES}
EARLIEST = 315532800  # seconds since 1970: a zip file knows nothing before 1980

LONGEST = 48  # signs of a file's name, of at most four bytes each: a disk has room for 255, with what stands behind it


def ending_of(path: str | PurePath) -> str:
    """The ending of a file's name, in small letters: a camera writes `.JPG`."""
    return PurePosixPath(path).suffix.lower()


def file_name(name: str) -> str:
    """What a guide's files are called: its own name, in small letters and without spaces, as far as a disk has room."""
    return re.sub(r"\W+", "-", name.casefold())[:LONGEST].strip("-") or "guide"


def moment_of(pages: Iterable[Page]) -> datetime:
    """The time that a file made of pages bears: the day of their newest review, or SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(max(int(epoch), EARLIEST), UTC)
    day = max((page.reviewed for page in pages if page.reviewed), default=date(2000, 1, 1))
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def zipped(files: Iterable[tuple[str, str | bytes, bool]], moment: datetime, programs: Container[str] = ()) -> bytes:
    """A zip file of (name, content, whether to compress it), in that order and with the same bytes each time.

    `programs` are the names of those that can be run.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content, shrinks in files:
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.create_system, entry.external_attr = 3, (0o100755 if name in programs else 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED if shrinks else zipfile.ZIP_STORED
            archive.writestr(entry, content, compresslevel=9)
    return out.getvalue()
