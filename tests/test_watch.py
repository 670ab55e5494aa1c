"""What time has done to a guide: which links and days are looked at, and what is said of them."""

import contextlib
import http.client
import socket
import subprocess
import sys
import threading
import time
import urllib.error
from email.message import Message

import pytest
import watch
from guide.site.loader import load_guide
from projects import ROOT

PAGES = {
    "index.md": "---\nnext_review: 2020-01-01\n---\n# Home\n\n[a](https://a.example/) [b](b.md)\n",
    "b.md": "# B\n\n[a](https://a.example/)\n",
    "_data/references.yml": "- key: kim\n  title: On tea\n  url: https://tea.example/\n",
}
A, TEA = "https://a.example/", "https://tea.example/"


def test_links_to_outside():
    """Each address once, with every place where it is written; those of data with theirs."""
    assert watch.outside(load_guide(PAGES)[0]) == {
        A: ["docs/index.md:6", "docs/b.md:3"],
        TEA: ["docs/_data/references.yml:3"],
    }


def test_what_is_due():
    """A review whose day has passed; not what is wrong for other reasons."""
    due = watch.due(load_guide({**PAGES, "c.md": "# C\n\n[x](gone.md)\n"})[0])

    assert [(one.path, one.line) for one in due] == [("docs/index.md", 2)]


def test_addresses_that_are_not_listed():
    """They are told in one line, where a list is kept and lacks some."""
    kept = {**PAGES, "_data/addresses.txt": "/\n"}
    [one] = watch.not_kept(load_guide(kept)[0])

    assert (one.path, one.line, one.what) == (
        "docs/_data/addresses.txt",
        1,
        "Addresses that are not listed yet: 1, such as /b/.",
    )
    assert watch.not_kept(load_guide({**kept, "_data/addresses.txt": "/\n/b/\n"})[0]) == []
    assert watch.not_kept(load_guide(PAGES)[0]) == []
    assert one in watch.due(load_guide(kept)[0])


def test_who_does_not_answer_is_asked_again():
    """Once more, where the first time told nothing; what is gone is gone."""
    asked, said = [], {A: ["answered 503", ""], TEA: ["gone"], "https://c.example/": ["no answer", "answered 403"]}

    def ask(address: str) -> str:
        asked.append(address)
        return said[address].pop(0)

    assert watch.answers(said, ask) == {TEA: "gone", "https://c.example/": "answered 403"}
    assert sorted(asked) == [A, A, "https://c.example/", "https://c.example/", TEA]


@pytest.mark.parametrize(("other", "answer"), [("", "gone"), ("answered 403", watch.NO_HOST)])
def test_a_host_that_is_gone(other, answer):
    """Its links are gone, if anybody else answers; where nobody does, nothing can be told."""
    assert watch.answers([A, TEA], {A: other, TEA: watch.NO_HOST}.get)[TEA] == answer


@pytest.mark.parametrize(
    ("raised", "answer"),
    [
        (None, ""),
        (404, "gone"),
        (410, "gone"),
        (403, "answered 403"),
        (urllib.error.URLError(socket.gaierror(-2, "unknown")), watch.NO_HOST),
        (OSError("cut off"), "no answer (cut off)"),
    ],
)
def test_what_an_answer_means(monkeypatch, raised, answer):
    """Only those two answers say that a page is gone for good; the rest may be a moment's, or a host's dislike."""

    class Answer:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    def urlopen(request, timeout):
        if isinstance(raised, int):
            raise urllib.error.HTTPError(request.full_url, raised, "", Message(), None)
        if raised:
            raise raised
        return Answer()

    monkeypatch.setattr(watch.OPENER, "open", urlopen)

    assert watch.ask(A) == answer


def test_the_text_of_the_issue():
    """What is due, what is gone, and last what could not be told; by itself that opens no issue."""
    guide = load_guide(PAGES)[0]
    places = watch.outside(guide)
    said = watch.render(places, {A: "gone", TEA: "answered 403"}, watch.due(guide))

    assert "- `docs/index.md:2` The page was to be reviewed by 2020-01-01." in said
    assert "- <https://a.example/> in `docs/index.md:6`, `docs/b.md:3`" in said
    assert said.index("## Due") < said.index("## Gone") < said.index("<https://tea.example/> in")
    assert watch.render(places, {TEA: "answered 403"}, []) == ""


@pytest.fixture
def dripping():
    """The address of a host that sends a byte of its answer now and then, and comes to no end."""
    host, over = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def answer() -> None:
        asker, _ = host.accept()
        with asker, contextlib.suppress(ConnectionError):
            asker.sendall(b"HTTP/1.1 200 OK\r\nX: ")
            while not over.wait(0.05):
                asker.sendall(b"x")

    thread = threading.Thread(target=answer)
    thread.start()
    yield f"http://127.0.0.1:{host.getsockname()[1]}/"
    over.set()
    thread.join()
    host.close()


def test_a_host_that_never_ends_holds_nobody_up(dripping):
    """It is given up, and so is the whole program: another host's answer and what is due are told."""
    program = f"""
import watch
asked = watch.in_time(lambda one: watch.ask(one) if "127" in one else "gone", whole=0.5)
print(watch.answers([{dripping!r}, {TEA!r}], lambda one: asked(one)))
"""
    begun = time.monotonic()
    said = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT / 'scripts'}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    ).stdout

    assert said.strip() == repr({dripping: watch.LATE, TEA: "gone"})
    assert time.monotonic() - begun < 20


def test_a_run_comes_to_its_end():
    """Once its time is over nobody else is asked."""
    asked = []

    assert watch.in_time(asked.append, run=0)(A) == watch.LEFT
    assert asked == []


def test_an_answer_that_is_no_answer(monkeypatch):
    """What no browser could read either is told, in none of its own words, which would call people; it ends nothing."""

    def urlopen(request, timeout):
        raise http.client.BadStatusLine("SSH-2.0 @somebody")

    monkeypatch.setattr(watch.OPENER, "open", urlopen)

    assert watch.ask(A) == watch.NONSENSE


@pytest.fixture
def hosts():
    """Hosts that send one answer: what starts one, and gives its address, and how many bytes each had to send."""
    open_, over, sent = [], threading.Event(), []

    def answer(host: socket.socket, first: bytes, without_end: bytes) -> None:
        while True:
            try:
                asker, _ = host.accept()
            except OSError:
                return
            with asker, contextlib.suppress(OSError):
                asker.recv(65536)
                asker.sendall(first)
                while without_end and not over.is_set():
                    sent.append(asker.send(without_end))

    def start(first: str, without_end: bytes = b"") -> str:
        host = socket.create_server(("127.0.0.1", 0))
        open_.append(host)
        threading.Thread(target=answer, args=(host, first.encode(), without_end), daemon=True).start()
        return f"http://127.0.0.1:{host.getsockname()[1]}/"

    yield start, sent
    over.set()
    for host in open_:
        host.close()


def onward(address: str) -> str:
    """An answer that sends us on."""
    return f"HTTP/1.1 302 Found\r\nLocation: {address}\r\n\r\n"


@pytest.mark.parametrize(
    "scheme", ["file:///etc/passwd", "ftp://a.example/", "http://[", "//127.0.0.1:9/", "http://localhost/"]
)
def test_nobody_sends_us_into_our_own_house(hosts, scheme):
    """To a file, to another program of this machine: what it said is told, and nothing else is asked."""
    assert watch.ask(hosts[0](onward(scheme))) in ("answered 302", watch.NONSENSE)


def test_a_way_onward_is_followed(hosts, monkeypatch):
    """To a host of the web, whatever the first says besides: of that nothing is read."""
    start, sent = hosts
    monkeypatch.setattr(watch, "is_public", lambda _: True)
    to_there = start(onward(start("HTTP/1.1 404 Gone\r\n\r\n")), b"x" * 65536)

    assert watch.in_time(watch.ask, whole=10)(to_there) == "gone"
    assert sum(sent) < 50_000_000


@pytest.mark.parametrize(
    ("first", "without_end"),
    [
        ("HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        ("HTTP/1.1 200 OK\r\nX: ", b"x" * 65536),
        ("@somebody\r\n", b""),
        (onward("http://a.example/\x1b[2J @somebody").replace("302", "999"), b""),
    ],
    ids=["heads", "one head", "no answer", "another number"],
)
def test_an_answer_that_means_harm(hosts, first, without_end):
    """It comes to an end, and none of its words are told."""
    assert watch.ask(hosts[0](first, without_end)) in (watch.NONSENSE, "answered 999")


def test_an_address_is_no_markup():
    """Nothing that stands in one ends it in the text of the issue."""
    address = "https://a.example/> @somebody `x`"
    said = watch.render({address: ["docs/a.md:1"]}, {address: "gone"}, [])

    assert "<https://a.example/%3E%20@somebody%20%60x%60> in" in said


@pytest.mark.parametrize(
    ("address", "public"),
    [("http://127.0.0.1/", False), ("http://[::1]/", False), ("http://10.0.0.1/", False), ("http://1.1.1.1/", True)],
)
def test_which_hosts_are_of_the_web(address, public):
    """None that stand in a net of one's own."""
    assert watch.is_public(address) is public
