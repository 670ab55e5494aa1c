"""Many readers at once."""

import pytest
from bench_hosts import READERS, compare
from loads import load, read_load
from servers import SERVERS, by_default, hosted


@pytest.mark.parametrize("name", SERVERS)
def test_under_load(name, finished, tmp_path):
    """A few thousand requests by ever more readers at once: no error, and not much slower than its own defaults."""
    brotli = (finished / "steps/talk/index.html.br").stat().st_size
    with hosted(name, finished, tmp_path) as ours, by_default(name, finished, tmp_path) as own:
        address, plain = (f"http://127.0.0.1:{one.port}/steps/talk/" for one in (ours, own))
        loads = [load(address, readers, 1000, "br") for readers in READERS]
        missing = load(f"{address}not-here", 10, 100)
        slower = load(plain, 1, 1000).a_second / load(address, 1, 1000).a_second

    assert [(one.errors, one.size) for one in loads] == [(0, brotli)] * len(READERS)
    assert missing.errors == 100
    assert slower < 5


def test_the_bench_of_hosts(finished, tmp_path):
    """It measures both servers, and counts what was not answered."""
    figures = list(compare(finished, tmp_path, requests=200))

    assert [label for label, _ in figures if not label.startswith(" ")] == [*SERVERS, "errors"]
    assert figures[-1] == ("errors", "0")
    assert len(figures) == 2 * 8 + 1


def test_what_is_an_error():
    """Whatever was not answered with the page; all, where h2load could say nothing."""
    said = """finished in 1.00s, 100.00 req/s, 1.00MB/s
requests: 100 total, 100 started, 100 done, 97 succeeded, 3 failed, 3 errored, 0 timeout
status codes: 95 2xx, 0 3xx, 2 4xx, 0 5xx
traffic: 1.00MB (1048576) total, 10.0KB (10240) headers (space savings 0.00%), 1.00MB (1000000) data
time to 1st byte:      1.10ms      2.20ms      1.50ms       100us    90.00%
"""

    assert read_load(said, 100).errors == 5
    assert (read_load(said, 100).size, read_load(said, 100).first_byte) == (10000, 0.0015)
    assert read_load("", 100).errors == 100
