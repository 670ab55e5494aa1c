"""The edition to take along: the site's pages, opened from a folder, in one zip file.

A browser that opens a file knows no index page, no root, and reads no other file as data.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from guide.editions.archive import PICTURES, READ, ending_of, zipped

TAKEN = {*READ, ".epub"}
READY = {".epub", ".pdf", *PICTURES}
"""Files that are compressed already."""
NOT_FOUND = "404.html"
REDIRECT = b'<meta http-equiv="refresh"'
# A way inside the site, of an element: no scheme and no mere fragment.
HREF = re.compile(r'(?P<link><[a-z][^<>]*\shref=")(?P<path>[^":?#]+)(?=[#"])')
OWN, OWN_FILES = "'self'", "'self' file:"
POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]+')


def for_folder(html: str) -> str:
    """A page as it opens from a folder: links lead to files, and its policy allows those.

    Some browsers take no file for a page's “self”, so files are named besides; nothing at all may be fetched.
    """
    html = POLICY.sub(lambda found: found[0].replace(f";connect-src {OWN}", "").replace(OWN, OWN_FILES), html)
    return HREF.sub(lambda found: found["link"] + file_of(found["path"]), html)


def file_of(path: str) -> str:
    """The file that a way inside the site means: `../steps/index.html` for `../steps/`."""
    return f"{path.rstrip('/')}/index.html" if path.rpartition("/")[2] in ("", ".", "..") else path


def as_script(address: str, piece: str) -> str:
    """A piece of the search's index as a script, for a page that may not read files."""
    return f"(globalThis.searchPieces ??= {{}})[{json.dumps(address)}] = {piece};\n"


def pack(folder: Path, name: str, moment: datetime) -> bytes:
    """A built folder as a zip file with one folder in it, the same bytes each time; every file bears the moment."""
    return zipped(_packed(folder, name), moment)


def _packed(folder: Path, name: str) -> Iterator[tuple[str, bytes, bool]]:
    """What goes in, in order."""
    for path in sorted(path for path in folder.rglob("*") if ending_of(path) in TAKEN and path.is_file()):
        content = path.read_bytes()
        inside = path.relative_to(folder).as_posix()
        if inside != NOT_FOUND and not (ending_of(path) == ".html" and REDIRECT in content):
            yield f"{name}/{inside}", content, ending_of(path) not in READY
