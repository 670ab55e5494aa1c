"""What a change does to pictures, and to the other files beside the pages: no rule can read what a picture shows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree

from guide.changes.differences import digest_of
from guide.changes.quoting import code, quoted
from guide.reading.files import FoundFile

Kept = Mapping[str, Any]
"""Of one file: its `digest`, its `size` in pixels, where that is known, and the `words` in a drawing."""

NOTHING: Kept = {"digest": "", "size": (0, 0), "words": []}
SAYS = {"text", "title", "desc"}
LABEL = "aria-label"
BROKEN = "(a drawing that cannot be read)"


@dataclass(frozen=True)
class PictureChange:
    """What became of one file."""

    source: str
    before: Kept
    after: Kept
    """`NOTHING` where there is none."""


def pictures_of(folder: str, found: Iterable[FoundFile], contents: Mapping[str, bytes]) -> dict[str, Kept]:
    """All that a snapshot keeps of them: {file: what is kept}; `folder` is what the folder of pages is called."""
    return {
        f"{folder}/{file.path}": {
            "digest": digest_of(contents[file.path]),
            "size": file.picture.size if file.picture else (0, 0),
            "words": _words(file.text) if file.text else [],
        }
        for file in found
        if _is_looked_at(file)
    }


def picture_changes(base: Mapping[str, Kept], head: Mapping[str, Kept]) -> Iterator[PictureChange]:
    """What lies between two of those."""
    for source in sorted({*base, *head}):
        before, after = base.get(source, NOTHING), head.get(source, NOTHING)
        if before["digest"] != after["digest"]:
            yield PictureChange(source, before, after)


def _is_looked_at(file: FoundFile) -> bool:
    """Whether it is a picture, or what a browser may take for one: pages and data are told by themselves."""
    is_told = file.path.startswith("_data/") or PurePosixPath(file.path).suffix == ".md"
    return not (file.leads_out or file.is_closed) and bool(file.picture or not is_told)


def _words(drawing: str) -> list[str]:
    """What a drawing says to those who see it, and to those who have it read to them."""
    try:
        elements = [*ElementTree.fromstring(drawing).iter()]
    except ElementTree.ParseError:
        return [BROKEN]
    said = (said for one, shown in _shown(elements) for said in (one.get(LABEL, ""), shown))
    return [words for one in said if (words := re.sub(r"\s+", " ", one).strip())]


def _shown(elements: Iterable[ElementTree.Element]) -> Iterator[tuple[ElementTree.Element, str]]:
    """Each with its words, and those of all that stand in it; "" where these are told already."""
    told: set[ElementTree.Element] = set()
    for one in elements:
        is_told = one in told or one.tag.rpartition("}")[2] not in SAYS
        told.update(() if is_told else one.iter())
        yield one, "" if is_told else " ".join(one.itertext())


def tell_picture(change: PictureChange) -> Iterator[str]:
    """What became of a file, and the words of a drawing before and after."""
    before, after = change.before, change.after
    how = "is gone" if not after["digest"] else "has other bytes" if before["digest"] else "is new"
    sizes = [size for size in map(_size, (before, after)) if size]
    size = f" ({' → '.join(dict.fromkeys(sizes))})" if sizes else ""
    look = ": **look at it: it may show a number.**" if after["digest"] else "."
    yield f"- {code(change.source)} {how}{size}{look}"
    gone = [words for words in before["words"] if words not in after["words"]]
    new = [words for words in after["words"] if words not in before["words"]]
    yield from (f"    - It no longer says {quoted(words)}." for words in gone)
    yield from (f"    - It says {quoted(words)}." for words in new)


def _size(kept: Kept) -> str:
    return "{} × {} pixels".format(*kept["size"]) if all(kept["size"]) else ""
