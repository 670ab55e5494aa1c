"""A finished site's text, compressed beside itself: a host sends `index.html.br` without any work of its own."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml"}


def compress_site(folder: Path) -> int:
    """Write a `.br` and a `.gz` beside each text file; how many files there were.

    Threads are enough: both libraries leave Python to the others while they work.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in TEXT)
    with ThreadPoolExecutor() as pool:
        list(pool.map(_compress, files))
    return len(files)


def _compress(path: Path) -> None:
    """Always at full strength, and without a time: the same file gives the same bytes."""
    data = path.read_bytes()
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(data, quality=11))
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
