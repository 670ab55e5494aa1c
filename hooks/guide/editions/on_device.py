"""`worker.js`: keeps the finished site on the device of a reader who asked for that, to be read without the internet.

It holds the list of what is kept. Each file is marked by its content and the whole by a version, so the worker changes
when anything does: that is how a browser knows of a new edition, and what of it is new.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from guide.editions.archive import READ, ending_of
from guide.model.site_file import human_size
from guide.renderers.part_requests import fill
from guide.renderers.small import small

ADDRESS = "worker.js"
INDEX = "index.html"
# The PDFs are half of it, and stay in: whoever has no internet needs the sheets as well. The search's index is JSON.
KEPT = {*READ, ".json"}
# What only other programs and other sites ask for; and the worker, which a browser keeps by itself.
LEFT_OUT = {"guide.json", "assets/card.png", ADDRESS}
OFFER = b"data-worker="
SIZE = "kept-size"
"""Stands where a page that offers it says how much is kept: nobody knows before all pages are made."""


def render_kept(fragments: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """What is still to be written into a finished site, {path: text}: the worker, and each page that offers it.

    Where no page does, the worker is one that removes what an earlier edition may have kept, and itself.
    """
    offering = [path for path in files if _is_kept(path) and _offers(path, files)]
    if not offering:
        return {ADDRESS: _script(fragments, "worker_gone.js")}
    marks, whole = {}, 0
    for path in sorted(filter(_is_kept, files)):
        data = files[path]
        marks[path], whole = _mark(data, 8), whole + len(data)
    size = human_size(round(whole / 1024)).replace(" ", "&nbsp;")
    pages = {path: fill(files[path].decode(), SIZE, lambda _: size) for path in offering}
    marks |= {path: _mark(html.encode(), 8) for path, html in pages.items()}
    return {**pages, ADDRESS: render_worker(fragments, marks)}


def render_worker(fragments: Path, marks: Mapping[str, str]) -> str:
    """The worker that keeps these files of a site, {path: mark of its content}."""
    kept = {_address(path): mark for path, mark in marks.items()}
    files, work = json.dumps(kept, ensure_ascii=False, separators=(",", ":")), _script(fragments, ADDRESS)
    version = _mark(f"{files}{work}".encode(), 12)
    return f'const VERSION="{version}",FILES=new Map(Object.entries({files}));{work}'


def _script(fragments: Path, name: str) -> str:
    return small((fragments / name).read_text(encoding="utf-8"), name)


def _is_kept(path: str) -> bool:
    return ending_of(path) in KEPT and path not in LEFT_OUT


def _offers(path: str, files: Mapping[str, bytes]) -> bool:
    return path.endswith(".html") and OFFER in files[path]


def _address(path: str) -> str:
    """What a file is asked for by: a page by its folder."""
    return path.removesuffix(INDEX) if PurePosixPath(path).name == INDEX else path


def _mark(data: bytes, length: int) -> str:
    return hashlib.sha256(data).hexdigest()[:length]
