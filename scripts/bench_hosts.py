"""nginx and Caddy under load, by the configuration that the guide prints and by their own defaults, side by side."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from loads import Load, load
from servers import SERVERS, by_default, hosted

READERS = (1, 10, 50, 100, 200)
REQUESTS = 4000  # each time, and three times
RUNS = 3
BROWSERS = "gzip, deflate, br"
PAGE = "steps/talk/"


def compare(site: Path, folder: Path, requests: int = REQUESTS) -> Iterator[tuple[str, str]]:
    """Each figure; at last (…, how many requests were not answered with the page)."""
    errors = 0
    for name in SERVERS:
        aside = folder / name
        aside.mkdir()
        with hosted(name, site, aside) as ours, by_default(name, site, aside) as own:
            addresses = [f"http://127.0.0.1:{one.port}/{PAGE}" for one in (ours, own)]
            yield name, "  ".join(f"{readers:>7}" for readers in READERS) + "  readers at once"
            found = {readers: both(addresses, readers, requests) for readers in READERS}
            yield from rows(found)
            sizes = {one: load(addresses[0], 1, 10, one) for one in ("br", "gzip", "")}
            plain = load(addresses[1], 1, 10, BROWSERS)
        told = ", ".join(f"{one or 'none'} {each.size:,.0f}" for one, each in sizes.items())
        yield "  bytes of a page, by encoding", f"{told}; own defaults {plain.size:,.0f}"
        runs = [one for each in found.values() for runs in each for one in runs]
        errors += sum(one.errors for one in (*runs, *sizes.values(), plain))
    yield "errors", str(errors)


def both(addresses: list[str], readers: int, requests: int) -> list[list[Load]]:
    """Some runs of each, by turns, so that what else the machine does meets both."""
    runs = [[load(address, readers, requests, BROWSERS) for address in addresses] for _ in range(RUNS)]
    return [list(one) for one in zip(*runs, strict=True)]


def rows(found: dict[int, list[list[Load]]]) -> Iterator[tuple[str, str]]:
    """Requests a second and the time to the first byte, each as a median and as a ratio."""
    for label, of, shown in (
        ("requests a second", lambda one: one.a_second, "{:7,.0f}"),
        ("ms to the first byte", lambda one: one.first_byte * 1000, "{:7.1f}"),
    ):
        medians = [[statistics.median(map(of, one)) for one in each] for each in found.values()]
        for name, place in (("ours", 0), ("own defaults", 1)):
            yield f"  {label}, {name}", "  ".join(shown.format(each[place]) for each in medians)
        yield "    ours is so many times that", "  ".join(f"{ours / own:7.2f}" for ours, own in medians)
