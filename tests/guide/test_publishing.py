"""The build publishes what it knows, and nothing else: by unit, and in whole builds."""

import json
import re

import pytest
from files_told import SVG, site_of, told
from guide.model.places import is_old_address
from guide.model.problems import NOTICE
from guide.reading.files import FoundFile
from guide.site.loader import load_guide
from guide.site.publishing import Publishing, check_publishing, page_templates
from projects import ROOT, build, other_config, run

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
    "b/-x.md",
    "--output=x.md",
    "-a/b.png",
]
EXAMPLE = {"one.md": "---\nkind: worksheet\n---\n# O\n\nName: ____\n", "_data/examples/one.yml": "who: Kim"}


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
        ({"one.md": EXAMPLE["one.md"]}, ["pdf/ONE-a4.pdf"], "ONE-a4.pdf"),
        ({"a.md": "# A\n"}, ["_headers"], "_headers"),
        ({**EXAMPLE, "print/one.md": "# P\n"}, [], "print/one/index.html"),
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


def test_an_example_and_a_sheet_of_its_name():
    """Neither of their papers takes the place of the other's."""
    said = told([], {**EXAMPLE, "one-example.md": EXAMPLE["one.md"]})

    assert [one.partition("”")[0].rpartition("/")[2] for one in said] == [
        "one-example-a4.pdf",
        "one-example-letter.pdf",
    ]


@pytest.mark.parametrize("alias", ["a\n/*\n  X: y", "../up/", "a//b", "", "/", "_redirects", "a.html", "a/.b", "a?b", "a#b", 'a"b', "a:b", "C:\\a", "a/ b", "x" + "\x1b[31m", "x/" * 21, "x/" * 2_000, "y" * 201, "é" * 101, ("z" * 99 + "/") * 9])  # fmt: skip # noqa: E501
def test_what_was_never_an_address(alias):
    """It leads nowhere, and is told by its line."""
    guide, problems = load_guide({"a.md": f"---\nkind: page\naliases: [{json.dumps(alias)}]\n---\n# A\n"})

    assert not is_old_address(alias)
    assert guide.pages[0].aliases == []
    assert [problem.line for problem in problems] == [3]


@pytest.mark.parametrize("path", ["x/" * 20, "y" * 200, "é" * 100, ("z" * 99 + "/") * 8])
def test_what_may_have_been_one(path):
    """As large as a disk takes, it still leads on."""
    guide, problems = load_guide({"a.md": f"---\naliases: [{json.dumps(path)}]\n---\n# A\n"})

    assert [f"{alias.strip('/')}/" for alias in [path]] == guide.pages[0].aliases
    assert problems == []


@pytest.mark.parametrize(
    ("path", "much"), [("x/" * 20 + "a.md", "21 parts"), ("y/" * 9 + "z" * 297 + ".md", "300 bytes")]
)
def test_a_page_that_no_disk_has_room_for(path, much):
    """It is told what of it is too much."""
    [problem] = told([FoundFile(path)])

    assert "The path of the file has" in problem
    assert much in problem


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


def test_nothing_unknown_is_in_the_site(tmp_path):
    """A build that is not strict says it, and leaves it out; a page without the skeleton has it all the same."""
    files = {
        "_redirects": "/* https://evil.example/:splat 302\n",
        "_worker.js": "export default {}",
        "x.html": "<script>alert(1)</script>",
        "run.svg": SVG.format("<script>alert(1)</script>"),
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
