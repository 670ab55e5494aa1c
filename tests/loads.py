"""Many readers at once, by h2load, and what came of it; for the tests and for the bench."""

import re
import subprocess
from dataclasses import dataclass

from machine import tool

SECONDS = {"us": 1e-6, "ms": 1e-3, "s": 1.0}


@dataclass(frozen=True)
class Load:
    """What some requests came to. `first_byte` is the mean of all readers, from their connecting on, in seconds."""

    errors: int
    a_second: float
    size: float
    first_byte: float


def load(address: str, readers: int, requests: int, encoding: str = "") -> Load:
    """So many requests for a page by so many readers at once, each of whom keeps one connection."""
    words = ["--h1", "-n", str(requests), "-c", str(readers), "-H", f"accept-encoding: {encoding or 'identity'}"]
    ended = subprocess.run([tool("h2load"), *words, address], capture_output=True, text=True)
    return read_load(ended.stdout, requests)


def read_load(said: str, requests: int) -> Load:
    """What h2load has told. Whatever was not answered with the page is an error; all is, where it told nothing."""
    found = re.search(r"status codes: (\d+) 2xx", said)
    succeeded = re.search(r"(\d+) succeeded", said)
    if not (found and succeeded):
        return Load(requests, 0.0, 0.0, 0.0)
    good = min(int(found[1]), int(succeeded[1]))
    a_second = float(re.search(r"([\d.]+) req/s", said)[1])
    size = int(re.search(r"\((\d+)\) data", said)[1]) / requests
    first = re.search(r"time to 1st byte: +\S+ +\S+ +([\d.]+)(us|ms|s)\b", said)
    return Load(requests - good, a_second, size, float(first[1]) * SECONDS[first[2]])
