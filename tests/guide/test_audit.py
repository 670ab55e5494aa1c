"""The last look at a finished site: what was overlooked before stops the build."""

import shutil

import pytest
from guide.site.audit import audit_files, audit_pages, audit_ways
from projects import build, other_config

POLICY = '<meta http-equiv="Content-Security-Policy" content="x">'
EXIT = '<p><a href="https://a.example/" data-guide="exit" rel="nofollow">Leave</a></p>'
PAGE = "<html><head>{}</head><body data-kind={}>{}<main>{}</main><footer><a href='../'>Home</a></footer></body></html>"


def page(text: str = "", kind: str = '"page"', policy: str = POLICY, way_out: str = EXIT) -> str:
    """A page of a finished site."""
    return PAGE.format(policy, kind, way_out, text)


def said(has_exit: bool = True, home: str = "", **pages: str) -> list[str]:
    """What is said of pages, by their folders."""
    named = {f"{name}/index.html": html for name, html in pages.items()}
    return [f"{one.path}: {one.what}" for one in (*audit_pages(named, has_exit), *audit_ways(named, home))]


def test_whole_pages():
    """Nothing is said of them."""
    redirect = page(policy=f'{POLICY}<meta http-equiv="refresh" content="0;url=../a/">', way_out="")

    assert said(a=page("<a href='#b'>b</a><a href='tel:999'>c</a><img src='d.png'>"), b=redirect) == []
    assert said(has_exit=False, a=page(way_out="")) == []


@pytest.mark.parametrize(
    ("html", "what"),
    [
        (page(policy=""), "It has no policy."),
        (page(POLICY, policy=""), "It has no policy."),
        (page(way_out=""), "It has no way out."),
        (page(EXIT, way_out=""), "It has no way out."),
        (page('<meta http-equiv="refresh">', way_out=""), "It has no way out."),
        (page('<a href="java&#10;script:alert(1)">a</a>'), "It leads to “java\nscript:alert(1)”."),
        (page('<img src="data:text/html,x">'), "It leads to “data:text/html,x”."),
        (page('<svg><a xlink:href="vbscript:x"/></svg>'), "It leads to “vbscript:x”."),
        (page('<button formaction="intent://x">a</button>'), "It leads to “intent://x”."),
    ],
)
def test_what_was_overlooked(html, what):
    """It is told by the page's file."""
    assert said(a=html) == [f"site/a/index.html: {what}"]


@pytest.mark.parametrize("way", ["../b/", "../b/#c", "../b/index.html", "../", "https://x.example/b/", "..\\b\\"])
def test_a_safety_page_leads_to_help(way):
    """Whatever put the link there: its text leads to safety pages and outside; its foot leads home as every page's."""
    safety = '"safety"'
    text = f"<a href='{way}'>b</a><a href='https://help.example/'>h</a><a href='../c/'>c</a><a href='#d'>d</a>"
    told = said(home="https://x.example/", a=page(text, safety), b=page(), c=page(kind=safety))

    assert told == [f"site/a/index.html: It is a safety page, and leads to “{way}”."]


def test_files():
    """Only those that are known."""
    assert [one.path for one in audit_files(["a", "b", "c"], {"a", "c", "d"})] == ["site/b"]


def test_a_page_of_another_kind():
    """A browser shows it as a page, and it has no policy, though the build knows of it."""
    [found] = audit_files(["a.html", "b.XHTML"], {"a.html", "b.XHTML"})

    assert (found.path, found.what) == ("site/b.XHTML", "It is shown as a page, and has no policy.")


HOOK = """
from pathlib import Path
def on_post_build(*, config):
    Path(config.site_dir, "worker2.js").write_text("x")
"""


@pytest.mark.parametrize(("asked", "code"), [("", 1), ("  publish: worker2.js\n", 0)], ids=["not asked", "asked"])
def test_a_file_of_another_hook(tmp_path, asked, code):
    """What nobody knows of stops the build, if the site does not ask for it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# A\n")
    (tmp_path / "other.py").write_text(HOOK)
    config = other_config(tmp_path, tmp_path / "docs")
    text = config.read_text().replace("watch:\n", f"  - {tmp_path}/other.py\nwatch:\n")
    config.write_text(text.replace("extra:\n", f"extra:\n{asked}"))
    made = build(config, tmp_path / "site")

    assert made.returncode == code, made.stdout
    assert ("worker2.js:1: Nobody knows of it." in made.stdout) == bool(code)
    assert ("Published as well, whatever it holds: worker2.js." in made.stdout) != bool(code)


@pytest.mark.parametrize("asked", ["", "  publish: ['*']\n"], ids=["nothing asked", "all asked"])
def test_a_template_without_a_way_out(tmp_path, asked):
    """One that is made of main.html and leaves out its head stops the build, whatever else the site publishes."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("---\ntemplate: bare.html\n---\n# A\n")
    config = other_config(tmp_path, docs)
    theme = tmp_path / "theme"
    folder = next(line for line in config.read_text().splitlines() if "custom_dir" in line).split(": ")[1]
    shutil.copytree(folder, theme)
    bare = '{% extends "main.html" %}{% block header %}{% endblock %}{% block tabs %}{% endblock %}'
    (theme / "bare.html").write_text(bare)
    settings = config.read_text().replace("extra:\n", f"extra:\n{asked}")
    config.write_text(settings.replace(f"custom_dir: {folder}", f"custom_dir: {theme}"))
    made = build(config, tmp_path / "site", strict=False)

    assert made.returncode == 1
    assert "site/index.html:1: It has no way out." in made.stdout
