"""The pure parts of what shows the site to its author: addresses, tools on a page, tracebacks, files, kept pages."""

import os
import re
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest
from guide.reading.pages import load_page
from guide.renderers.policy import hash_of, mark_of, with_policy
from guide.site import kept_pages
from guide.site.kept_pages import KeptPages
from guide.site.serving.child import fault_in
from guide.site.serving.guard import TOP, policy_of_file, refusal_of
from guide.site.serving.page import stamp_of, waiting_page, with_tools
from guide.site.serving.server import Server, file_of
from guide.site.serving.watch import changed, settled, state_of
from guide.site.shared import shared
from served import without_tools

WRONG = {"texts": ["docs/a.md:3: <b> is open."], "errors": 1, "summary": "1 problem in 1 file."}


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        ("steps/talk/", "steps/talk/index.html"),
        ("guide.json", "guide.json"),
        ("../../etc/passwd", "etc/passwd"),
        ("a/../../..//b/", "b/index.html"),
    ],
)
def test_no_address_leads_out_of_the_site(address, file):
    """Each is a file below the site's folder."""
    assert file_of(address) == file


class Shown:
    """A preview of one page; nothing ever happens to it."""

    below, version, problems = "/café/", 0, None

    def answer(self, path: str, patience: float = 0) -> bytes | None:
        """Its one page."""
        return b"<p>Summer" if path == "été/index.html" else None

    def stamp(self, body: bytes | None) -> str:
        """Whether it is that page."""
        return "known" if body else "gone"

    def await_news(self, version: int, seconds: float) -> int:
        """None, at once."""
        return version


def test_a_page_in_any_letters_is_not_loaded_anew_without_end():
    """A browser says where it is as it stands in its address bar, and once more quoted."""
    asked = urlencode({"at": quote("/café/été/"), "stamp": "known"})
    with Server(0, Shown()) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{server.server_port}{quote('/café/~serve/')}?{asked}") as answer:
            assert answer.status == 204
        server.shutdown()


def test_what_a_page_carries_besides():
    """It is put at the end, says what is wrong as text, and can be taken out again to the byte."""
    page = "<body><p>“A” </body> of</p></body>\n".encode()
    shown, _ = with_tools(page, WRONG, "stamp", "/b/")

    assert without_tools(shown) == page
    assert b"</body>\n" in shown.partition(b"&lt;b&gt; is open.")[2]
    assert b'"/b/~serve/?"' in shown
    assert b"guide-problems" not in with_tools(page, {**WRONG, "texts": []}, "stamp", "/b/")[0]
    assert without_tools(page) == page


def test_a_page_runs_its_own_and_nothing_else():
    """What its policy allows, and what loads it anew; all of that is told in a header."""
    own, strange = f"<script{mark_of('x')}>own()</script>", "<script>strange()</script>"
    head, mark = '<!doctype html><html><head><meta charset="utf-8"></head>', mark_of("x")
    page = with_policy(f"{head}<body>{own}{strange}</body>", mark)
    shown, policy = with_tools(page.encode(), WRONG, "stamp", "/")
    texts = re.findall(r"<(?:style|script)>(.*?)</", shown.decode(), re.DOTALL)

    assert b"http-equiv" not in shown
    assert [text for text in texts if hash_of(text) not in policy] == ["strange()"]
    assert len(texts) == 4
    assert "'unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"Host": "127.0.0.1:8000"}, 0),
        ({"Host": "LocalHost:8000"}, 0),
        ({"Host": "[::1]:8000", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 0),
        ({"Host": "localhost", "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 0),
        ({"Host": "localhost", "Sec-Fetch-Site": "cross-site", **TOP}, 0),
        ({}, 421),
        ({"Host": "evil.example:8000"}, 421),
        ({"Host": "localhost.evil.example"}, 421),
        ({"Host": "127.0.0.1:8000@evil.example"}, 421),
        ({"Host": "localhost", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Host": "localhost", "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403),
        ({"Host": "localhost", "Sec-Fetch-Site": "cross-site", **TOP, "Sec-Fetch-Dest": "iframe"}, 403),
    ],
)
def test_who_is_answered(asked, status):
    """Whoever asks for this machine by its own names, and is no other site's page, unless its reader follows a link."""
    assert refusal_of(asked) == status


@pytest.mark.parametrize(
    ("kind", "is_still"),
    [("image/svg+xml", True), ("text/html", True), ("application/xml", True), ("application/pdf", False)],
)
def test_what_a_file_may_do(kind, is_still):
    """Nothing in it runs where a browser shows it as a page."""
    assert policy_of_file(kind).startswith("sandbox;") == is_still
    assert policy_of_file(kind).endswith("frame-ancestors 'none'")


def test_a_page_is_loaded_anew_where_something_is_another():
    """Its text, what is wrong, or what it stands beside; and nothing else."""
    same = stamp_of(b"a", WRONG, 1)

    assert stamp_of(b"a", dict(WRONG), 1) == same
    assert len({same, stamp_of(b"b", WRONG, 1), stamp_of(b"a", None, 1), stamp_of(b"a", WRONG, 2)}) == 4


def test_a_page_to_wait_on():
    """It says whether the site is still being made, or cannot be."""
    assert b"The site is being made" in waiting_page(None)
    assert b"The site cannot be made" in waiting_page(WRONG)


TRACEBACK = """\
Traceback (most recent call last):
  File "/lib/python3.11/runpy.py", line 198, in _run
  File "/home/a/hooks/guide/x.py", line 7, in <module>
    from guide.y import z
  File "/home/a/.venv/lib/site-packages/q.py", line 9, in q
ImportError: cannot import name 'z'
"""


def test_why_the_generator_cannot_start():
    """The last line of the project that had a part in it, and what was said; else its status."""
    told = fault_in(TRACEBACK.splitlines(), Path("/home/a"), 1)
    silent = fault_in([], Path("/home/a"), -9)

    assert (told.path, told.line, told.what) == ("hooks/guide/x.py", 7, "ImportError: cannot import name 'z'.")
    assert (silent.path, silent.what) == ("mkdocs.yml", "it ended with -9.")


def test_what_has_changed(tmp_path):
    """New, gone and other files; what is gone while an editor saves it, and what Python has made, tells nothing."""
    for name in ("same.md", "other.md", "gone.md"):
        (tmp_path / name).write_text("a")
    (tmp_path / "saved.md").symlink_to(tmp_path / "nowhere")
    before = state_of([tmp_path, tmp_path / "no.yml"])
    (tmp_path / "other.md").write_text("ab")
    (tmp_path / "gone.md").unlink()
    (tmp_path / "__pycache__").mkdir()
    for name in ("new.md", "__pycache__/x.pyc"):
        (tmp_path / name).write_text("a")
    after = settled([tmp_path, tmp_path / "no.yml"], before)

    assert [os.path.basename(path) for path in changed(before, after)] == ["gone.md", "new.md", "other.md"]
    assert settled([tmp_path], after) == after


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The paths of the pages that are really read."""
    paths: list[str] = []

    def load(path, *rest):
        paths.append(path)
        return load_page(path, *rest)

    monkeypatch.setattr(kept_pages, "load_page", load)
    return paths


def test_a_page_is_read_once(tmp_path, read):
    """And again where its text, its place or the site's Markdown is another; after a new start as well."""
    plain, other = {}, {"extra": ["pymdownx.mark"], "configs": {}}
    for _ in range(2):
        pages = KeptPages(tmp_path)
        for _ in range(2):
            [first] = pages.pages({"a.md": "# A\n"}, "docs", plain)
    asked = [("a.md", "# B\n", plain), ("b.md", "# A\n", plain), ("a.md", "# A\n", other)]
    found = [pages.pages({path: text}, "docs", extensions)[0] for path, text, extensions in asked]

    assert read == ["a.md", "a.md", "b.md", "a.md"]
    assert first == load_page("a.md", "# A\n", "docs", plain)
    assert [page.title for page, _ in found] == ["B", "A", "A"]


def test_what_a_sites_own_extension_makes_is_not_kept_for_the_next_start(tmp_path, read):
    """Nobody can tell whether it will make the same."""
    for _ in range(2):
        KeptPages(tmp_path).pages({"a.md": "# A\n"}, "docs", {"extra": ["pymdownx.mark"], "configs": {}})

    assert read == ["a.md", "a.md"]


def test_what_is_kept_and_cut_off_is_read_again(tmp_path, read):
    """Whatever stands in the file."""
    KeptPages(tmp_path).pages({"a.md": "# A\n"}, "docs", {})
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:-5])
    [(page, problems)] = KeptPages(tmp_path).pages({"a.md": "# A\n"}, "docs", {})

    assert (page.title, problems, read) == ("A", [], ["a.md", "a.md"])


def test_what_nobody_asks_for_is_let_go(tmp_path):
    """After a page has changed, its old text need not be remembered."""
    pages = KeptPages(tmp_path)
    pages.pages({"a.md": "# A\n"}, "docs", {})
    pages.forget_others()
    pages.pages({"a.md": "# B\n"}, "docs", {})
    pages.forget_others()

    assert [page.title for page, _ in pages.known.values()] == ["B"]


def test_what_nobody_has_asked_for_in_a_month_goes(tmp_path):
    """Each text that was ever saved would else stay on the disk."""
    KeptPages(tmp_path).pages({"a.md": "# A\n", "b.md": "# B\n"}, "docs", {})
    old, used = sorted(tmp_path.iterdir())
    os.utime(old, (0, 0))

    KeptPages(tmp_path)
    assert list(tmp_path.iterdir()) == [used]


def test_many_pages_are_read_as_one_would_be(tmp_path):
    """On several cores, in their order; and what is wrong with each is told."""
    texts = {f"{number}.md": f"# Page {number}\n\n[x]({{a)\n" for number in range(50)}

    assert KeptPages(tmp_path).pages(texts, "docs", {}) == [load_page(*one, "docs", {}) for one in texts.items()]


def test_data_is_read_again_where_it_has_changed(tmp_path):
    """And where it has not, it is as it was, whatever was done with it meanwhile."""
    pages = KeptPages(tmp_path)
    first, _ = pages.data({"docs/_data/audiences.yml": "a: One\n"})
    first.clear()
    again, _ = pages.data({"docs/_data/audiences.yml": "a: One\n"})
    other, _ = pages.data({"docs/_data/audiences.yml": "a: Two\n"})

    assert (again["audiences"], other["audiences"]) == ({"a": "One"}, {"a": "Two"})


@pytest.mark.parametrize("number", [0, 1, 7, 16, 33, 100])
def test_work_is_shared(number):
    """What comes back stands in the order of the pieces, even where a share is lost."""
    here = os.getpid()

    def work(piece: int) -> int:
        if piece == 13 and os.getpid() != here:
            os._exit(1)
        return piece * 2

    assert shared(work, list(range(number))) == [2 * piece for piece in range(number)]
