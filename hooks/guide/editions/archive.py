"""What the editions share: which files readers need, their names, and zip files of the same bytes each time."""

import io
import os
import unicodedata
import zipfile
from collections.abc import Container, Iterable
from datetime import UTC, date, datetime
from pathlib import PurePath, PurePosixPath

from guide.model.page import Page

# Endings of what people read, and of what their pages need. The rest of a site is for hosts and other programs.
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp"}
READ = {".html", ".css", ".js", ".svg", ".pdf", *PICTURES}
EARLIEST, LATEST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)
"""What a zip file knows of time."""

LONGEST = 48  # signs of a file's name, of at most four bytes each: a disk has room for 255, with what stands behind it


def ending_of(path: str | PurePath) -> str:
    """The ending of a file's name, in small letters: a camera writes `.JPG`."""
    return PurePosixPath(path).suffix.lower()


def file_name(name: str) -> str:
    """What a guide's files are called: its own name, in small letters and without spaces, as far as a disk has room."""
    signs = unicodedata.normalize("NFC", name.casefold())
    words = "".join(sign if _is_of_word(sign) else " " for sign in signs).split()
    return "-".join(words)[:LONGEST].rstrip("-") or "guide"


def _is_of_word(sign: str) -> bool:
    """Letters and figures, and the marks that stand at letters: vowels of Hindi, dots of Arabic."""
    return sign.isalnum() or sign == "_" or unicodedata.category(sign).startswith("M")


def moment_of(pages: Iterable[Page]) -> datetime:
    """The time that a file made of pages bears: the day of their newest review, or SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        moment = datetime.fromtimestamp(int(epoch), UTC)
    else:
        day = max((page.reviewed for page in pages if page.reviewed), default=date(2000, 1, 1))
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return min(max(moment, EARLIEST), LATEST)


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
