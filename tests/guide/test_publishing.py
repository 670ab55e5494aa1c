"""The build publishes what it knows, and nothing else: by unit, and in whole builds."""

import json
import os
import re
import socket
from pathlib import Path

import pytest
from conftest import ROOT, build, other_config, run
from guide.model.places import is_old_address
from guide.model.problems import NOTICE
from guide.reading.files import FoundFile, found_files, read_texts
from guide.site.drawings import deed_of
from guide.site.loader import load_guide
from guide.site.publishing import Publishing, check_publishing, page_templates
from guide_mkdocs.command import check

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
HARMLESS = [
    '<title>A</title><path d="M0 0h9" style="fill:none"/><use href="#a"/><use xlink:href="#a"/>',
    '<style>path{fill:url(#g)}</style><image href="data:image/png;base64,AAAA"/>',
    '<use id="a" href="#b"/><g id="b"><use href="#a"/><use href="#b"/></g>',
    '<path fill="url(#g)"/><animate attributeName="x" values="1;2"/>',
]
HARMFUL = {
    "a script": "<script>alert(1)</script>",
    "a script in CDATA": "<script><![CDATA[alert(1)]]></script>",
    "a script in a style": "<style><script>alert(1)</script></style>",
    "a script by another name": '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    "a page's script": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "a page's picture": '<img xmlns="http://www.w3.org/1999/xhtml" src="#" onerror="alert(1)"/>',
    "a handler": '<path onload="alert(1)"/>',
    "a handler set later": '<set attributeName="onload" to="alert(1)"/>',
    "an address set later": '<set attributeName="xlink:href" to="javascript:alert(1)"/>',
    "a way elsewhere": '<a href="https://evil.example/"><text>Leave</text></a>',
    "an address that runs": '<use href="javascript:alert(1)"/>',
    "a drawing of its own": '<use href="data:image/svg+xml;base64,AAAA#a"/>',
    "a picture from elsewhere": '<image xlink:href="//evil.example/a.png"/>',
    "a look from elsewhere": '<style>@import "https://evil.example/a.css";</style>',
    "a fill from elsewhere": '<path fill="url(https://evil.example/a)"/>',
    "a look spelt oddly": '<path style="fill:u\\72l(https://evil.example/a)"/>',
    "a set of pictures from elsewhere": '<style>path{mask-image:image-set("https://evil.example/a.png" 1x)}</style>',
    "a picture by another name": '<path style="fill:image(&quot;//evil.example/a&quot;)"/>',
    "more than can be drawn": '<path id="a0"/>'
    + "".join(f'<g id="a{one}">{f"""<use href="#a{one - 1}"/>""" * 10}</g>' for one in range(1, 9)),
    "a page": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    "not closed": "<path>",
}
LEFT_OUT = [
    "_redirects",
    "_headers",
    "_worker.js",
    "_routes.json",
    "_drafts/a.md",
    "CNAME",
    "a.html",
    "a.HTM",
    "a.js",
    "a.css",
    "a.xhtml",
    "a.pdf",
    "a.zip",
    "a.php",
    "a.json",
    "a.markdown",
    "a.png.html",
    "b/.c.md",
    "no-ending",
    'a".png',
    "a\nb.png",
    "a\u202egnp.md",
    f"{'x' * 245}.md",
    "a\\b.png",
    "a<b>.md",
    "a:b.md",
    "a#b.md",
    "a?.md",
    "a%2Fb.md",
    "a.MD",
    "con|.md",
    "a /b.md",
    " a.md",
    "a./b.md",
]


def told(files: list[FoundFile], texts: dict[str, str] | None = None, **settings) -> list[str]:
    """What is said of files, and of pages, of a site."""
    guide, _ = load_guide(texts or {"index.md": "# A\n"})
    problems = check_publishing(guide, files, Publishing("docs", **settings))
    return [f"{problem.path}:{problem.line}: {problem.what}" for problem in problems]


@pytest.mark.parametrize("path", LEFT_OUT)
def test_what_is_not_known(path):
    """It is told, by the file."""
    problems = told([FoundFile(path)])

    assert len(problems) == 1
    assert problems[0].startswith(f"docs/{path}:1: ")


@pytest.mark.parametrize("path", ["a.md", "b/photo.JPG", "café/d e.png", "100%.md", "计划.md", "e.svg"])
def test_what_is_known(path):
    """Pages and pictures, whatever alphabet they are named in."""
    assert told([FoundFile(path, text=SVG.format(""))]) == []


def test_a_site_may_ask_for_more():
    """What it asks for by name is published, and that is told at each build as a notice."""
    guide, _ = load_guide({"index.md": "# A\n"})
    publishing = Publishing("docs", asked=["CNAME", "*.pdf", ".well-known/"])
    found = [FoundFile("CNAME"), FoundFile("a/b.pdf"), FoundFile(".well-known/security.txt"), FoundFile("x.pdf", True)]
    first, second = check_publishing(guide, found, publishing)

    assert (first.path, second.path) == ("docs/x.pdf", "mkdocs.yml")
    assert second.severity == NOTICE
    assert "CNAME, *.pdf, .well-known/" in second.what


@pytest.mark.parametrize("drawn", HARMLESS)
def test_a_drawing_that_is_only_seen(drawn):
    """It is published."""
    assert deed_of(SVG.format(drawn)) == ""


@pytest.mark.parametrize("drawn", HARMFUL.values(), ids=HARMFUL)
def test_a_drawing_that_does_something(drawn):
    """It is told what it does."""
    assert deed_of(SVG.format(drawn)) != ""
    assert "does more than be seen" in told([FoundFile("a.SVG", text=SVG.format(drawn))])[0]


@pytest.mark.parametrize(
    "opening",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<?xml-stylesheet href="https://evil.example/a.css"?>',
        "<html>",
        "",
        '<?xml version="1.0" encoding="utf-7"?>',
    ],
)
def test_what_stands_before_a_drawing(opening):
    """Names for texts, other files' looks, and what is no drawing at all."""
    assert deed_of(opening + (SVG.format("") if opening.startswith(("<!", "<?")) else "")) != ""


@pytest.mark.parametrize(
    ("texts", "files", "expected"),
    [
        ({"a.md": "# A\n", "a/index.md": "# A\n"}, [], "a/index.html"),
        ({"A.md": "# A\n", "a.md": "# A\n"}, [], "a/index.html"),
        ({"a.md": "# A\n\n## L {#x}\n\n- [ ] B\n", "print/x.md": "# P\n"}, [], "print/x/index.html"),
        ({"a.md": "---\naliases: [b]\n---\n# A\n"}, ["b/index.html/c.png"], "b/index.html"),
        ({"a.md": "---\naliases: [robots.txt]\n---\n# A\n"}, [], "robots.txt"),
        ({"a.md": "# A\n"}, ["assets/mark.svg"], "assets/mark.svg"),
        ({"guide.json.md": "# A\n"}, [], "guide.json"),
        ({"guide.json.br.md": "# A\n"}, [], "guide.json.br"),
        ({"a.md": "---\naliases: [sitemap.xml.gz]\n---\n# A\n"}, [], "sitemap.xml.gz"),
        ({"a.md": "---\naliases: [assets/speculation-rules.json]\n---\n# A\n"}, [], "assets/speculation-rules.json"),
        ({"a.md": "---\naliases: [a/index.html.gz]\n---\n# A\n"}, [], "a/index.html.gz"),
        ({"one.md": "---\nkind: worksheet\n---\n# O\n\nName: ____\n"}, ["pdf/ONE-a4.pdf"], "ONE-a4.pdf"),
        ({"a.md": "# A\n"}, ["_headers"], "_headers"),
    ],
)
def test_two_things_in_one_place(texts, files, expected):
    """Both are named, at the file that can be moved."""
    found = [FoundFile(path, text=SVG.format("")) for path in files]
    settings = {"theme_files": ["assets/mark.svg"], "asked": ["*"]} if files else {}
    said = [one for one in told(found, texts, **settings) if "Two things" in one]

    assert len(said) == 1, said
    assert expected in said[0]
    assert said[0].startswith("docs/")


@pytest.mark.parametrize("alias", ["a\n/*\n  X: y", "../up/", "a//b", "", "/", "_redirects", "a.html", "a/.b", "a?b", "a#b", 'a"b', "a:b", "C:\\a", "a/ b", "x" + "\x1b[31m"])  # fmt: skip # noqa: E501
def test_what_was_never_an_address(alias):
    """It leads nowhere, and is told by its line."""
    guide, problems = load_guide({"a.md": f"---\nkind: page\naliases: [{json.dumps(alias)}]\n---\n# A\n"})

    assert not is_old_address(alias)
    assert guide.pages[0].aliases == []
    assert [problem.line for problem in problems] == [3]


def test_templates_of_pages():
    """Only those that are made of main.html, however far down."""
    extends = '{{#- x -#}}\n{{%- extends "{}" %}}\n'
    theme = {
        "main.html": extends.format("base.html"),
        "base.html": "",
        "wide.html": extends.format("print.html"),
        "print.html": extends.format("main.html"),
        "bare.html": "{% block a %}{% extends 'main.html' %}",
        "false.html": extends.format("base.html") + extends.format("main.html"),
    }
    page = {"a.md": "---\nkind: page\ntemplate: base.html\n---\n# A\n"}

    assert page_templates({**theme, "bare.html": ""}) == ["main.html", "print.html", "wide.html"]
    assert told([], page, templates=theme) == ["docs/a.md:3: “base.html” is no template of a page."]


def test_links_in_a_folder(tmp_path):
    """Those that lead out, round in a circle, or nowhere, are seen; one to a file beside it is a file."""
    docs = tmp_path / "docs"
    (docs / "a/b").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("s")
    (docs / "a/page.md").write_text("p")
    for name, target in {
        "out.md": tmp_path / "secret.md",
        "a/b/circle": docs,
        "gone.md": docs / "nothing",
        "fine.md": docs / "a/page.md",
        "absolute": Path("/etc"),
        "null.png": Path("/dev/null"),
        "itself.md": docs / "itself.md",
        "a/_data": docs / "a",
    }.items():
        (docs / name).symlink_to(target)

    assert {file.path: file.leads_out for file in found_files(docs)} == {
        "out.md": True,
        "a/b/circle": True,
        "gone.md": True,
        "fine.md": False,
        "absolute": True,
        "null.png": True,
        "itself.md": True,
        "a/_data": True,
        "a/page.md": False,
    }
    assert {file.path: file.target for file in found_files(docs) if file.target} == {"fine.md": "a/page.md"}


def test_what_cannot_be_read(tmp_path, monkeypatch):
    """A pipe, a socket, and what is closed to the builder are named at once, and never waited for."""
    (tmp_path / "docs/closed").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    for name in ("index.md", "locked.md", "closed/a.md"):
        (tmp_path / "docs" / name).write_text("# A\n", encoding="utf-8")
    for name in ("pipe.md", "pipe.svg", "_data/words.yml"):
        (tmp_path / "docs" / name).parent.mkdir(exist_ok=True)
        os.mkfifo(tmp_path / "docs" / name)
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as heard:
        heard.bind("docs/s.png")
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, how: Path(path).name not in ("closed", "locked.md") and may(path, how)
    )

    assert {problem.path for problem in check(None) if "cannot be read" in problem.what} == {
        f"docs/{name}" for name in ("_data/words.yml", "closed", "locked.md", "pipe.md", "pipe.svg", "s.png")
    }
    assert not read_texts(tmp_path / "docs").get("pipe.md")


@pytest.mark.parametrize(
    ("path", "target", "is_told"),
    [
        ("a.png", "b/a.png", False),
        ("a.JPG", "b/a.jpg", False),
        ("a.md", "b.md", False),
        ("a.png", "_data/help-lines.yml", True),
        ("a.svg", "_data/pictures/a.svg", True),
        ("a.md", "_data/a.md", True),
        ("a.png", "b.md", True),
        ("a.md", "drafts/a.md", True),
        ("a.png", ".hidden/a.png", True),
        ("a.pdf", "_data/a.pdf", True),
    ],
)
def test_a_link_shows_what_is_published_anyway(path, target, is_told):
    """Nothing that is kept back is shown under another name, whatever the site asks for."""
    file = FoundFile(path, text=SVG.format(""), target=target)
    said = told([file], asked=["*.pdf", "*.png"], kept_back=["drafts/a.md"])

    assert (f"docs/{path}:1: It is a link to {target}, which is not published as such a file." in said) == is_told


def site_of(tmp_path: Path, strict: bool, **files: str):
    """A site of these files of docs/, built."""
    docs = tmp_path / "docs"
    for path, text in {"index.md": "# A\n\nWords.\n", **files}.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    return tmp_path / "site", build(other_config(tmp_path, docs), tmp_path / "site", strict=strict)


def test_nothing_unknown_is_in_the_site(tmp_path):
    """A build that is not strict says it, and leaves it out; a page without the skeleton has it all the same."""
    files = {
        "_redirects": "/* https://evil.example/:splat 302\n",
        "_worker.js": "export default {}",
        "x.html": "<script>alert(1)</script>",
        "run.svg": SVG.format(HARMFUL["a script"]),
        "fine.svg": SVG.format(""),
        "assets/mark.svg": SVG.format("<title>Theirs</title>"),
        "_data/secret.json": "{}",
        "safe.md": "---\nkind: safety\ntemplate: base.html\n---\n# Safe\n",
        "old.md": '---\naliases: ["x\\n/*\\n  Location: https://evil.example/", "..//up", was/here]\n---\n# Old\n',
    }
    site, built = site_of(tmp_path, strict=False, **files)
    names = {path.relative_to(site).as_posix() for path in site.rglob("*")}

    assert built.returncode == 0, built.stdout
    assert {"fine.svg", "was/here/index.html"} <= names
    assert names & {"_worker.js", "x.html", "run.svg", "_data", "_data/secret.json"} == set()
    for ours in ("_headers", "_redirects"):
        assert "evil.example" not in (site / ours).read_text()
    for path in site.rglob("*.html"):
        assert 'http-equiv="Content-Security-Policy"' in path.read_text(), path
    assert 'data-guide="exit"' in (site / "safe/index.html").read_text()
    for path in ("_redirects", "_worker.js", "x.html", "run.svg", "assets/mark.svg", "safe.md", "old.md"):
        assert f"docs/{path}:" in built.stdout


@pytest.mark.parametrize("place", ["docs/me.md", "docs/me.png", "docs/_data/words.yml", "overrides-like"])
def test_no_file_of_the_machine_is_published(tmp_path, place):
    """A link out stops check and build, before what stands there is read."""
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# A\n")
    (tmp_path / "secret").write_text("tagline: secret\n")
    target = tmp_path / ("docs/folder" if place == "overrides-like" else place)
    target.symlink_to(tmp_path if place == "overrides-like" else tmp_path / "secret")
    config = other_config(tmp_path, tmp_path / "docs")
    built = build(config, tmp_path / "site", strict=False)
    words = ["env", f"PYTHONPATH={ROOT}/hooks", ROOT / ".venv/bin/python", "-m", "guide", "check", tmp_path / "docs"]
    checked = run(words)

    assert (built.returncode, checked.returncode) == (1, 1), built.stdout
    assert not (tmp_path / "site").exists()
    for said in (built.stdout, checked.stdout):
        assert f"{target.relative_to(tmp_path / 'docs')}:1: It is a link" in said


def test_what_is_kept_back_is_not_shown_by_a_link(tmp_path):
    """Data, and a page that the settings leave out, are told and not published, in a whole build."""
    docs = tmp_path / "docs"
    (docs / "_data").mkdir(parents=True)
    for path in ("index.md", "kept.md", "_data/words.yml"):
        (docs / path).write_text("# A\n" if path.endswith(".md") else "tagline: secret\n")
    (docs / "words.png").symlink_to("_data/words.yml")
    (docs / "shown.md").symlink_to("kept.md")
    config = other_config(tmp_path, docs)
    config.write_text(config.read_text().replace("  /_data/\n", "  /_data/\n  /kept.md\n"))
    built = build(config, tmp_path / "site", strict=False)

    assert built.returncode == 0, built.stdout
    for path in ("words.png", "shown.md"):
        assert f"docs/{path}:1: It is a link to " in built.stdout
    assert not (tmp_path / "site/words.png").exists()
    assert not (tmp_path / "site/shown").exists()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", '"https://a.example/\\" onclick=x"'])
def test_the_way_out_is_an_address_of_the_web(tmp_path, address):
    """Neither check nor build takes another."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# A\n")
    config = other_config(tmp_path, tmp_path / "docs")
    text = re.sub("(?m)^  exit_url: .*$", lambda _: f"  exit_url: {address}", config.read_text())
    config.write_text(text)
    words = ["env", f"PYTHONPATH={ROOT}/hooks", ROOT / ".venv/bin/python", "-m", "guide", "check", tmp_path / "docs"]

    assert address in text
    for said in (build(config, tmp_path / "site"), run(words)):
        assert said.returncode == 1
        assert "“exit_url” is no address of the web" in said.stdout
