"""A finished site's text, compressed beside itself: a host sends `index.html.br` without any work of its own."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml"}


def to_brotli(data: bytes) -> bytes:
    """As a good host sends it: always at full strength."""
    return brotli.compress(data, quality=11)


def to_gzip(data: bytes) -> bytes:
    """The same for what reads no brotli; without a time, so that the same file gives the same bytes."""
    return gzip.compress(data, compresslevel=9, mtime=0)


def compress_site(folder: Path) -> None:
    """Write a `.br` and a `.gz` beside each text file.

    Threads are enough: both libraries leave Python to the others while they work.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in TEXT and path.is_file())
    with ThreadPoolExecutor() as pool:
        list(pool.map(_compress, files))


def _compress(path: Path) -> None:
    data = path.read_bytes()
    path.with_name(f"{path.name}.br").write_bytes(to_brotli(data))
    path.with_name(f"{path.name}.gz").write_bytes(to_gzip(data))
