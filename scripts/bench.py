"""Figures, each beside what it is to be compared with, measured in one run on this machine."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench_growth import compare as compare_growth
from guide.pdf.jobs import Job, jobs_of
from guide.pdf.make import Press
from guide.reading.files import read_texts
from guide.site.compress import compress_site, to_brotli
from guide.site.loader import load_guide
from guide_mkdocs.settings.check import read_config
from guide_mkdocs.settings.facts import site_facts

DOCS, PRINT, CONFIG = Path("docs"), Path("overrides/print"), Path("mkdocs.yml")
RUNS = 3


def main() -> int:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=list(BENCHES), help="all of them, where none is named")
    what = parser.parse_args().what
    for name in [what] if what else BENCHES:
        print(f"\n{name}")
        for label, figure in BENCHES[name]():
            print(f"  {label:<46}{figure}")
    return 0


def bench_pdf():
    """PDFs made from nothing, again, and after one edit; on one core and on all."""
    guide, _ = load_guide(read_texts(DOCS))
    jobs = jobs_of(guide, site_facts(read_config(CONFIG)[0]))
    with tempfile.TemporaryDirectory() as folder:
        caches = (Path(folder) / str(number) for number in range(100))
        cold = [clocked(lambda: Press(PRINT, next(caches)).make(jobs)) for _ in range(RUNS)]
        alone = [clocked(lambda: Press(PRINT, next(caches)).make(jobs, workers=1)) for _ in range(RUNS)]
        press = Press(PRINT, next(caches))
        made = press.make(jobs)
        warm = [clocked(lambda: press.make(jobs)) for _ in range(RUNS)]
        edits = [clocked(lambda number=number: press.make(edited(jobs, number))) for number in range(RUNS)]
    sizes = sorted(len(one.data) / 1024 for one in made if one.data and one.job.id != "workbook")
    books = [len(one.data) / 1024 for one in made if one.data and one.job.id == "workbook"]
    yield "PDFs", len(made)
    yield "all, from nothing", seconds(cold)
    yield "  the same on one core", f"{seconds(alone)}  ({ratio(alone, cold)} of it)"
    yield "all, nothing changed", f"{seconds(warm)}  ({ratio(warm, cold)} of it)"
    yield "all, after an edit of one sheet (both papers)", f"{seconds(edits)}  ({ratio(edits, cold)} of it)"
    yield "size of a sheet: median, largest", f"{statistics.median(sizes):.0f} KB, {sizes[-1]:.0f} KB"
    yield "size of the workbook", f"{max(books, default=0):.0f} KB"


def edited(jobs: list[Job], number: int) -> list[Job]:
    """The jobs after an edit of the first sheet; the workbook, which holds it, is another matter and left out."""
    first = jobs[0].id
    return [
        Job(job.id, job.paper, {**job.document, "title": f"Edit {number}"}, job.epoch, job.source)
        if job.id == first
        else job
        for job in jobs
        if job.id != "workbook"
    ]


def bench_build():
    """The whole site, beside stock Material on the same Markdown; and guides that grow, without their PDFs."""
    with tempfile.TemporaryDirectory() as folder:
        stock = stock_config(Path(folder))
        ours = [clocked(lambda: mkdocs(CONFIG, Path(folder) / "ours")) for _ in range(RUNS)]
        theirs = [clocked(lambda: mkdocs(stock, Path(folder) / "stock")) for _ in range(RUNS)]
        packed = [clocked(lambda: compress_site(Path(folder) / "ours")) for _ in range(RUNS)]
        pages = [len(list((Path(folder) / name).rglob("index.html"))) for name in ("ours", "stock")]
    yield "pages: ours, stock Material", f"{pages[0]}, {pages[1]}"
    yield "stock Material", seconds(theirs)
    yield "ours, PDFs kept from before", f"{seconds(ours)}  ({ratio(ours, theirs)} of it)"
    yield "  and .br and .gz beside each text file", f"{seconds(packed)}  ({ratio(packed, ours)} of ours)"
    with tempfile.TemporaryDirectory() as folder:
        yield from compare_growth(Path.cwd(), Path(folder))


def bench_search():
    """Our search beside stock Material's, on the same pages and the same queries; each set by itself."""
    # What only the tests' tools can do; scripts/setup test gets them.
    import bench_search as search
    from bench_figures import shares
    from bench_taught import held_out_figures, held_out_of, learnt_without, taught_anew
    from hosting import serve
    from machine import FLAGS, chromium_path
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        mkdocs(CONFIG, Path(folder) / "ours")
        mkdocs(stock_config(Path(folder)), Path(folder) / "stock")
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        addresses = {name: serve(Path(folder) / name)[1] for name in ("ours", "stock")}

        def window(name: str):
            return chromium.new_page(base_url=addresses[name], bypass_csp=True)  # the clock is not the page's own

        for name, queries in sets_of_queries(search).items():
            yield from one_set(search, window, name, queries)
        guide, _ = load_guide(read_texts(DOCS))
        learnt = learnt_without(guide)
        yield "a fifth of the taught lines, held out", "  ours"
        for label, share in held_out_figures(window("ours"), guide, learnt).items():
            yield f"  {label}", f"  {share}"
        held = held_out_of(guide, search.load_real("seen"))
        asked = search.run(taught_anew(window("ours"), learnt), "ours", held)
        for label, share in shares(list(asked)).items():
            yield f"  of real people among them, {label}", f"  {share}"
        first = {name: [search.first_result(window(name), name, "trust") for _ in range(RUNS)] for name in addresses}
        yield (
            "ms from opening to the first result",
            "  ".join(f"{statistics.median(one):6.0f}  " for one in first.values()),
        )
        large = search.milliseconds_of_a_large_guide(window("ours"), 3000, [query["query"] for query in queries])
        yield "ms a query at 3,000 pages: median, longest", f"{statistics.median(large):6.1f}, {max(large):.1f}"
        chromium.close()
        stock = [*(Path(folder) / "stock/search").iterdir(), *(Path(folder) / "stock").rglob("search.*.min.js")]
        site = Path(folder) / "ours"
        ours = weight([*site.glob("_/*/search.*"), *site.glob("search/*.json")])
        yield "code and index, KB brotli", f"{ours:6.1f}    {weight(stock):6.1f}"


def sets_of_queries(search) -> dict[str, list[dict[str, Any]]]:
    """What is asked, by name. Of the unseen halves only sums are ever told."""
    halves = {f"the {half} half": search.load_queries(half=half) for half in ("seen", "unseen")}
    untaught = {f"{name}, what was taught nowhere": search.taught_nowhere(one) for name, one in halves.items()}
    real = {
        f"real people, {half}, by the {reader} reader's labels": search.load_real(half, second=reader == "second")
        for half in ("seen", "unseen")
        for reader in ("first", "second")
    }
    return {**halves, **untaught, **real}


def one_set(search, window: Callable[[str], Any], name: str, queries: list[dict[str, Any]]):
    """The figures of both searches, with intervals of 95 %; of ours by kind of reader, where that is told."""
    from bench_figures import by_reader, shares, summary

    rows = {site: list(search.run(window(site), site, queries)) for site in ("ours", "stock")}
    yield f"{name}: {len(queries)} queries", "  ours                     stock Material"
    counted = {site: shares(one) for site, one in rows.items()}
    for label in counted["ours"]:
        yield f"  {label}", f"  {counted['ours'][label]!s:<25}{counted['stock'][label]}"
    figures = {site: summary(one) for site, one in rows.items()}
    for label in [label for label in figures["ours"] if label not in counted["ours"]]:
        yield f"  {label}", f"{figures['ours'][label]:6.2f}{figures['stock'][label]:25.2f}"
    for kind, first, three in by_reader(rows["ours"]):
        yield f"    {kind}", f"  {first}  @3 {three}"
    asked = search.answerable(window("ours"), queries)
    found = shares(list(search.run(window("ours"), "filter", asked)))["success@3"]
    yield "  the filter of questions, success@3", f"  {found}"


def bench_page():
    """Our pages beside stock Material's, as a phone on a slow line meets them; ends with 1 where they miss a goal."""
    # What only the tests' tools can do; scripts/setup test gets them.
    from bench_page import compare
    from machine import chromium_path

    with tempfile.TemporaryDirectory() as folder:
        sites = {name: Path(folder) / name for name in ("ours", "stock")}
        mkdocs(CONFIG, sites["ours"])
        mkdocs(stock_config(Path(folder)), sites["stock"])
        misses = yield from compare(sites, chromium_path() or playwrights_own())
    if misses:
        print(*misses, sep="\n")
        sys.exit(1)


def playwrights_own() -> str:
    """The browser that Playwright has brought, where the machine has none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def weight(files: list[Path]) -> float:
    """Kilobytes of some files, each compressed as a server would send it."""
    return sum(len(to_brotli(path.read_bytes())) for path in files) / 1024


def bench_serve():
    """What an author waits for, beside MkDocs' own server."""
    # What only the tests' tools can do; scripts/setup test gets them.
    from bench_serve import compare

    with tempfile.TemporaryDirectory() as folder:
        yield from compare(DOCS.resolve(), Path(folder), stock_config)


def bench_kills():
    """Builds that are cut off, and what they leave of the site."""
    # What only the tests' tools can do; scripts/setup test gets them.
    from bench_kills import compare

    with tempfile.TemporaryDirectory() as folder:
        yield from compare(Path(folder))


def stock_config(folder: Path, docs: Path = DOCS) -> Path:
    """Stock Material on our pages: its own extensions and search, and none of our hooks."""
    path = folder / "stock.yml"
    path.write_text(
        f"site_name: Stock\nsite_url: https://stock.example/\ndocs_dir: {docs.resolve()}\n"
        "theme: {name: material, font: false}\nplugins: [search]\nexclude_docs: /_data/\n"
        "markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, smarty, tables,"
        " pymdownx.details, pymdownx.superfences, pymdownx.tasklist, toc]\n",
        encoding="utf-8",
    )
    return path


def mkdocs(config: Path, target: Path) -> None:
    """One build, from the start of Python to its end."""
    words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config, "--site-dir", target]
    subprocess.run(words, check=True, capture_output=True, env=os.environ)


def clocked(work: Callable[[], Any]) -> float:
    """How long it takes, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def seconds(times: list[float]) -> str:
    """The median of some runs."""
    return f"{statistics.median(times):.2f} s"


def ratio(times: list[float], beside: list[float]) -> str:
    """How many times the one is the other."""
    return f"{statistics.median(times) / statistics.median(beside):.2f}"


def bench_hosts():
    """Our site on nginx and Caddy under load; ends with 1 where a request is not answered."""
    # What only the tests' tools can do; scripts/setup test gets them.
    from bench_hosts import compare

    with tempfile.TemporaryDirectory() as folder:
        mkdocs(CONFIG, Path(folder) / "site")
        compress_site(Path(folder) / "site")
        figures = list(compare(Path(folder) / "site", Path(folder)))
    yield from figures
    if figures[-1][1] != "0":
        sys.exit(1)


BENCHES = {
    "build": bench_build,
    "pdf": bench_pdf,
    "search": bench_search,
    "page": bench_page,
    "serve": bench_serve,
    "kills": bench_kills,
    "hosts": bench_hosts,
}

if __name__ == "__main__":
    sys.exit(main())
