"""What a page costs a reader on a phone: ours beside stock Material's on the same Markdown, by Lighthouse.

A small server sends each file as a good host does, compressed beforehand; Lighthouse 12 plays a phone on a slow line.
"""

import functools
import json
import os
import statistics
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from guide.site.compress import to_brotli, to_gzip
from hosting import Quiet, serve

PAGES = {"home": "", "a step": "steps/trust/", "a sheet": "worksheets/check-in/"}
RUNS, WIDE = 5, 17
LIGHTHOUSE = Path("scripts/lighthouse/node_modules/lighthouse/cli/index.js")
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
SCORES = ("performance", "accessibility", "best-practices", "seo")
# The least for each score, and the most that a page of ours may cost.
BEST = "/".join(["100"] * len(SCORES))
BESIDE = "FCP, ours of stock"
MOST = {
    "requests": 8,
    "KB, brotli": 14.6,
    "KB before the first paint": 10.5,
    "TBT, ms": 0,
    "CLS": 0,
    BESIDE: 0.6,
}
TIMES = {"FCP": "first-contentful-paint", "LCP": "largest-contentful-paint", "TBT": "total-blocking-time"}


class Host(Quiet):
    """A host that sends text as brotli."""

    def send_head(self) -> Any:
        """The file, small where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXT or not path.is_file():
            return super().send_head()
        body = small(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)
        return None


@functools.cache
def small(path: Path) -> bytes:
    """A file as brotli makes it; each is asked for many times."""
    return to_brotli(path.read_bytes())


def compare(sites: dict[str, Path], chromium: str) -> Generator[tuple[str, str], None, list[str]]:
    """Every figure of every page, of each site, as lines to print; returns the goals that ours misses."""
    addresses = {name: serve(folder, handler=Host)[1] for name, folder in sites.items()}
    misses: list[str] = []
    for label, page in PAGES.items():
        yield label, "".join(f"{name:>{WIDE}}" for name in sites)
        figures = {name: measured(sites[name], addresses[name], page, chromium) for name in sites}
        for figure in figures["ours"]:
            yield f"  {figure}", "".join(f"{figures[name][figure]:>{WIDE}}" for name in sites)
        first = [float(figures[name]["FCP, ms"]) for name in sites]
        beside = f"{first[0] / first[1]:.2f}"
        yield f"  {BESIDE}", f"{beside:>{WIDE}}"
        misses += missed(label, {**figures["ours"], BESIDE: beside})
    return misses


def missed(page: str, figures: dict[str, str]) -> Iterator[str]:
    """Each goal that a page misses, as a sentence."""
    if figures["Lighthouse"] != BEST:
        yield f"{page}: Lighthouse gives {figures['Lighthouse']}; the goal is {BEST}."
    for name, most in MOST.items():
        if float(figures[name]) > most:
            yield f"{page}: {name}: {figures[name]}; the goal is {most} at most."


def measured(folder: Path, address: str, page: str, chromium: str) -> dict[str, str]:
    """One page's figures, the medians of some runs."""
    runs = [lighthouse(address + page, chromium) for _ in range(RUNS)]
    audits = runs[0]["audits"]
    requests = [item for item in audits["network-requests"]["details"]["items"] if item["url"].startswith(address)]
    files = [file_of(folder, item["url"]) for item in requests]
    blocking = [file_of(folder, item["url"]) for item in requests if waited_for(item)]
    score = {name: statistics.median(run["categories"][name]["score"] for run in runs) for name in SCORES}
    times = {name: median(runs, audit) for name, audit in TIMES.items()}
    return {
        "requests": str(len(requests)),
        "KB, brotli": f"{sum(len(small(path)) for path in files) / 1024:.1f}",
        "KB, gzip": f"{sum(len(to_gzip(path.read_bytes())) for path in files) / 1024:.1f}",
        "KB before the first paint": f"{sum(len(small(path)) for path in blocking) / 1024:.1f}",
        "DOM nodes": str(round(dom_nodes(audits))),
        "Lighthouse": "/".join(str(round(100 * value)) for value in score.values()),
        **{f"{name}, ms": str(round(value)) for name, value in times.items()},
        "CLS": f"{median(runs, 'cumulative-layout-shift'):.2f}",
    }


def lighthouse(url: str, chromium: str) -> dict[str, Any]:
    """One run, as Lighthouse reports it."""
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    words = ["node", LIGHTHOUSE, url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    done = subprocess.run(words, env={**os.environ, "CHROME_PATH": chromium}, check=True, capture_output=True)
    return json.loads(done.stdout)


def waited_for(item: dict[str, Any]) -> bool:
    """Whether the page cannot be seen before this has come: the page itself, and what Chromium fetches with haste."""
    return item["resourceType"] == "Document" or (
        item["resourceType"] == "Stylesheet" and item["priority"] == "VeryHigh"
    )


def file_of(folder: Path, url: str) -> Path:
    """The file behind an address."""
    path = folder / urlsplit(url).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path


def dom_nodes(audits: dict[str, Any]) -> float:
    """How many elements a page has."""
    return audits["dom-size"]["numericValue"]


def median(runs: list[dict[str, Any]], audit: str) -> float:
    """Of one audit's number."""
    return statistics.median(run["audits"][audit]["numericValue"] for run in runs)
