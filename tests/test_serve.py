"""`python -m guide serve`: up at once, anew on each change, whatever is wrong; and the pages are those of the build."""

import os
import re
import shutil
import signal
import socket
import time
import urllib.error
import urllib.request

import pytest
from projects import DOCS, ROOT, build, index_of
from served import Served, copied, without_tools

AT_MOST = 10.0
"""Seconds on two slow cores, until the first page of the real guide, and until a saved word; said at every run. Where
others are at work on the machine, it is so many times longer as there are of them for each core.
"""
POLICY = re.compile(r'\n<meta http-equiv="Content-Security-Policy"[^>]*>')
BICYCLE = ROOT / "tests/sites/bicycle/docs"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A small guide, served; each test leaves it as it was."""
    one = Served(copied(tmp_path_factory.mktemp("served") / "a project", BICYCLE))
    yield one
    one.end()


@pytest.fixture
def changed(served):
    """A function that changes a file of it; each is as it was at the end."""
    before: dict[str, str] = {}

    def change(path: str, to: str) -> None:
        before.setdefault(path, served.read(path))
        served.write(path, to)

    yield change
    for path, text in before.items():
        served.write(path, text)
    served.page("ride/", without="guide-problems")


def test_the_real_guide_is_soon_there(tmp_path):
    """Its first page, and then a word that is saved, even where nothing is kept from before."""
    one = Served(copied(tmp_path / "project", DOCS, nav=True), GUIDE_CACHE=str(tmp_path / "cache"))
    try:
        one.page()
        first = time.monotonic() - one.begun
        begun = time.monotonic()
        one.write("docs/start/index.md", one.read("docs/start/index.md") + "\nAnother word.\n")
        one.page("start/", words="Another word.")
        word = time.monotonic() - begun
    finally:
        one.end()
    busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    print(f"\nfirst page after {first:.1f} s, a saved word after {word:.1f} s; {busy:.1f} at work on each core")

    assert first < AT_MOST * busy
    assert word < AT_MOST * busy


def plain(html: str) -> str:
    """A page without its policy, and without what is there only while it is served."""
    return POLICY.sub("", without_tools(html.encode()).decode())


def test_its_pages_are_those_of_the_build(served, tmp_path):
    """To the byte, but for the policy and what loads a page anew: at once as well as when the whole is made."""
    built = build(served.project / "mkdocs.yml", tmp_path / "site", strict=False)
    assert built.returncode == 0, built.stdout
    pages = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*.html")}
    expected = {name: plain(path.read_text(encoding="utf-8")) for name, path in pages.items()}
    # Pages that are answered at once tell of the papers of the last whole site; on a busy machine it takes a while.
    paper = next((tmp_path / "site").rglob("*.pdf")).relative_to(tmp_path / "site")
    assert served.get(paper.as_posix())[0] == 200
    served.write("docs/index.md", served.read("docs/index.md"))
    served.page()
    at_once = {name: plain(served.get(name)[1]) for name in pages}
    whole = served.get(paper.as_posix())
    later = {name: plain(served.get(name)[1]) for name in pages}

    assert len(pages) > 10
    assert whole[0] == 200
    assert {name for name in pages if at_once[name] != expected[name]} == set()
    assert {name for name in pages if later[name] != expected[name]} == set()


def test_every_file_of_the_build_is_there(served, tmp_path):
    """PDFs, e-book, search and copies for machines too; what leads nowhere is the guide's own page of that."""
    build(served.project / "mkdocs.yml", tmp_path / "site", strict=False)
    files = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*.*")}
    for_hosts = {"_headers", ".nojekyll", "worker.js", "sitemap.xml.gz"}
    others = {name for name in files if not name.endswith(".html")} - for_hosts
    served.page()
    missing = {name for name in others if served.get(name)[0] != 200}
    gone = served.get("nothing/here/")

    assert others > {"guide.json", index_of(tmp_path / "site"), "ride/index.md"}
    assert [name for name in others if name.endswith(".pdf")] != []
    assert missing == set()
    assert (gone[0], plain(gone[1])) == (404, plain(files["404.html"].read_text(encoding="utf-8")))
    assert served.get("../../mkdocs.yml")[0] == 404


HOOK = "\n\ndef on_post_page(output, *, page, config):\n    return output + '<!-- hook -->'\n"
CHANGES = [
    ("docs/ride.md", lambda text: f"{text}\nA new word.\n", "ride/", "A new word."),
    (
        "overrides/base.html",
        lambda text: text.replace("</body>", "<p>From the frame</body>"),
        "ride/",
        "<p>From the frame",
    ),
    ("docs/_data/audiences.yml", lambda text: text.replace(": ", ": Somebody, ", 1), "sheets/log/", "Somebody, "),
    ("mkdocs.yml", lambda text: text.replace("site_name: Mend", "site_name: Other name"), "ride/", "Other name"),
    ("hooks/faq.py", lambda text: text + HOOK, "ride/", "<!-- hook -->"),
]


@pytest.mark.parametrize(("path", "change", "page", "words"), CHANGES, ids=[change[0] for change in CHANGES])
def test_each_change_is_seen(served, changed, path, change, page, words):
    """Pages, templates, data, settings and hooks."""
    served.page(page, without=words)
    changed(path, change(served.read(path)))

    assert words in served.page(page, words=words)


STEPS = "hooks/guide/renderers/steps.py"
BROKEN = "\ndef broken(:\n"
FAULTS = [
    ("docs/ride.md", lambda text: text.replace("---\n", "---\nkind: [\n", 1), "docs/ride.md:"),
    ("docs/ride.md", lambda text: f"{text}\n[x](gone.md)\n", "The link to “gone.md” leads nowhere."),
    ("mkdocs.yml", lambda text: f"{text}\nnav: [\n", "mkdocs.yml:"),
    ("mkdocs.yml", lambda text: f"{text}\nuse_directory_urls: false\n", "“use_directory_urls”"),
    ("hooks/faq.py", lambda text: text + BROKEN, "hooks/faq.py:"),
    (STEPS, lambda text: text + BROKEN, f"{STEPS}:"),
    ("hooks/faq.py", lambda text: text.replace("return put", "return 1 / 0 or put"), "division by zero."),
    ("overrides/main.html", lambda text: f"{text}{{% if %}}", "TemplateSyntaxError: "),
]


@pytest.mark.parametrize(("path", "fault", "words"), FAULTS, ids=[f"{fault[0]} {fault[2]}" for fault in FAULTS])
def test_what_is_wrong_is_said_and_outlived(served, changed, path, fault, words):
    """On the page and in the terminal, with its line; and all goes on when it is mended."""
    good, begun = served.read(path), len(served.said)
    served.page("ride/", without="guide-problems")
    changed(path, fault(good))
    served.until(lambda: words in served.get("ride/")[1].partition("guide-problems")[2].replace("&#x27;", "'"))
    shown = served.get("ride/")[1]
    served.until(lambda: words in served.said[begun:])
    changed(path, good)
    served.page("ride/", without="guide-problems")

    assert re.search(r"[\w/]+\.\w+:\d+: ", shown.partition("guide-problems")[2])
    assert "Mend: " in shown


def test_a_start_with_broken_settings(tmp_path):
    """There is a page that says so, and the site as soon as they are mended."""
    project = copied(tmp_path / "project", ROOT / "tests/sites/bare/docs")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{config}\nnav: [\n", encoding="utf-8")
    one = Served(project)
    try:
        one.until(lambda: "mkdocs.yml:" in one.get()[1])
        status, text = one.get()
        one.write("mkdocs.yml", config)
        one.page(without="guide-problems")
    finally:
        one.end()

    assert (status, "The site cannot be made" in text) == (503, True)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
@pytest.mark.parametrize("when", ["at once", "while the whole is made"])
def test_any_signal_ends_it(tmp_path, number, when):
    """No child is left behind, nothing of what was made, and the port is free."""
    project = copied(tmp_path / "project", ROOT / "tests/sites/bare/docs")
    with (project / "hooks/faq.py").open("a", encoding="utf-8") as hook:  # only a whole build comes that far
        hook.write("\n\ndef on_post_build(*, config):\n    import time\n\n    time.sleep(60)\n")
    one = Served(project)
    port = int(one.address.rsplit(":", 1)[1].strip("/"))
    if when != "at once":
        one.page()
        one.until(lambda: len(one.processes()) == 2)
    status = one.end(number)
    end = time.monotonic() + 10
    while one.processes() and time.monotonic() < end:
        time.sleep(0.05)

    assert status == 0
    assert one.processes() == []
    assert list(one.temporary.iterdir()) == []
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


@pytest.mark.parametrize(("port", "said"), [("", "Port {} is taken. "), ("99999", "Port 99999 cannot be used: ")])
def test_a_port_that_cannot_be_had(tmp_path, port, said):
    """One sentence, and status 1."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = port or str(taken.getsockname()[1])
        one = Served(copied(tmp_path / "project", ROOT / "tests/sites/bare/docs"), number)
        status = one.end(0)

    assert status == 1
    assert one.said.startswith(said.format(number))
    assert one.said.count("\n") == 1


@pytest.mark.browser
def test_a_browser_loads_the_page_anew(served, changed, browser):
    """By itself, after a save of that page; a bar comes with what is wrong, and goes when it is mended."""
    page = browser.new_page(base_url=served.address)
    good = served.read("docs/ride.md")
    try:
        page.goto("ride/")
        changed("docs/ride.md", f"{good}\nA word to see.\n\n[x](gone.md)\n")
        page.get_by_text("A word to see.").wait_for()
        page.get_by_text("The link to “gone.md” leads nowhere.").wait_for()
        changed("docs/ride.md", good)
        page.get_by_text("A word to see.").wait_for(state="detached")
        page.locator("#guide-problems").wait_for(state="detached")
    finally:
        page.close()


STRANGE = """
<script>document.title = "run"</script>
<p onclick="document.title='run'">Press</p>
<img src="x" alt="" onerror="document.title='run'">
<iframe srcdoc="<script>parent.document.title='run'</script>"></iframe>
"""


@pytest.mark.browser
def test_nothing_of_an_author_runs(served, changed, browser):
    """What the checks refuse is shown all the same while it is written; the page's own scripts work beside it."""
    page = browser.new_page(base_url=served.address)
    changed("docs/ride.md", served.read("docs/ride.md") + STRANGE)
    served.page("ride/", words="Press")
    try:
        page.goto("ride/")
        page.get_by_text("Press").click()
        title, is_ours = page.title(), page.evaluate("typeof leave")
        changed("docs/ride.md", served.read("docs/ride.md") + "\nAnother word.\n")
        page.get_by_text("Another word.").wait_for()
        again = page.title()
    finally:
        page.close()

    assert is_ours == "function"
    assert "run" not in (title, again)


def test_a_site_below_a_path(tmp_path):
    """It is where its address says, in whatever letters that is written."""
    served = Served(copied(tmp_path / "project", BICYCLE), SITE_URL="https://spokes.example/v%C3%A9lo/")
    try:
        served.page("v%C3%A9lo/wheels/", "Wheels")
        assert 'ask = "/v%C3%A9lo/~serve/?"' in served.get("v%C3%A9lo/wheels/")[1]
    finally:
        served.end()


def test_another_name_of_the_machine_is_not_answered(served):
    """A site that lets its own name lead here would read all that is served."""
    asked = [
        urllib.request.Request(served.address, headers=headers)
        for headers in ({"Host": "evil.example"}, {"Sec-Fetch-Site": "cross-site"})
    ]
    for question, status in zip(asked, (421, 403), strict=True):
        with pytest.raises(urllib.error.HTTPError) as raised:
            urllib.request.urlopen(question)
        assert (raised.value.code, raised.value.read()) == (status, b"")
        raised.value.close()


def test_the_script_is_one_command(tmp_path):
    """`scripts/serve` sets up what is missing, and serves from whatever folder it is called."""
    project = copied(tmp_path / "project", ROOT / "tests/sites/bare/docs")
    shutil.copytree(ROOT / "scripts", project / "scripts")
    (project / "scripts/setup").write_text("#!/bin/sh\n", encoding="utf-8")
    (project / ".venv").symlink_to(ROOT / ".venv")
    one = Served(project, command=[str(project / "scripts/serve"), "0"])
    try:
        one.page()
    finally:
        one.end()

    assert one.processes() == []
