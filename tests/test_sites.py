"""Tiny real sites, built whole: what an author may do, and what is said of it."""

import json
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import unquote

from projects import ROOT, build, other_config, run
from tiny_sites import HOSTED, PLAIN, SITES, build_of, built_site, links, page, texts


def test_a_guide_without_front_matter(tmp_path):
    """Pages that say nothing of themselves are plain pages, with titles, lists and links."""
    site = built_site("bare", tmp_path, PLAIN)
    manifest = json.loads((site / "guide.json").read_text(encoding="utf-8"))

    assert [(one["url"], one["title"], one["kind"]) for one in manifest["pages"]] == [
        ("", "Nothing in front", "page"),
        ("other/page/", "Another", "page"),
    ]
    assert [one["id"] for one in manifest["checklists"]] == ["page-another"]
    assert len(page(site, "other/page/").css("hr, form.checklist")) == 2
    assert texts(page(site, "404.html"), "main a") == ["Go to the first page"]
    assert links(page(site, ""), ".bar a:not(.leave)") == []


LETTERS = {
    "index.md": "# Home\n",
    "βήμα/ένα δύο.md": "---\n{kind: step, step: 1, worksheets: [été]}\n---\n# One\n\n<!-- guide: worksheets -->\n",
    "шаг.md": "---\n{kind: step, step: 2}\n---\n# Two\n",
    "blätter/été.md": "---\n{kind: worksheet, minutes: 5}\n---\n# Sheet\n\nName: ____\n",
    "källor.md": "# Sources\n\nSo it is. [@kim]\n\n<!-- guide: sources -->\n",
    "_data/references.yml": "- {key: kim, title: On tea}\n",
}


def test_names_in_any_alphabet(small_site):
    """Pages whose files have names of any letters know their facts, sources, neighbours and copies."""
    site, made = small_site(LETTERS, **PLAIN)
    assert made.returncode == 0, made.stdout
    one, two = page(site, "βήμα/ένα δύο/"), page(site, "шаг/")
    turns = [unquote(way) for way in links(one, "[rel=next]") + links(two, "[rel=prev]")]

    assert texts(page(site, "blätter/été/"), ".facts dd") == ["5 minutes"]
    assert texts(page(site, "källor/"), "#source-kim") == ["On tea."]
    assert texts(one, "ul.sheets li > a") == ["Sheet"]
    assert turns == ["../../шаг/", "../βήμα/ένα δύο/"]
    assert links(one, "link[type='text/markdown']") == links(two, "link[type='text/markdown']") == ["index.md"]
    assert (site / "βήμα/ένα δύο/index.md").exists()


MADE = ["pdf/plan-a4.pdf", "pdf/plan-example-a4.pdf", "pdf/list-letter.pdf", "print/list", "print/plan", "guide.json"]
LEADING = {
    "index.md": "# Home\n",
    "deep/way.md": "# Way\n\n" + "\n\n".join(f"[x](../{one})" for one in MADE),
    "plan.md": "---\nkind: worksheet\n---\n# Plan\n\nName: ____\n",
    "list.md": "# Things\n\n## Things {#list .checklist}\n\n- [ ] One\n",
    "_data/examples/plan.yml": "who: Kim\n",
}


def test_what_the_build_makes_can_be_linked_to(small_site):
    """From a page in a folder too, and only what is there: a PDF, a page for paper, a file for other programs."""
    site, made = small_site(LEADING, **PLAIN)
    assert made.returncode == 0, made.stdout
    ways = links(page(site, "deep/way/"), "main a[href^='..']")

    assert [way.rstrip("/") for way in ways] == [f"../../{one}" for one in MADE]
    assert all((site / "deep/way" / way).exists() for way in ways)


def test_pages_that_are_no_folders_are_refused(small_site):
    """The build says at once what no guide can be built with, in words."""
    _, made = small_site({"index.md": "# Home\n"}, use_directory_urls="false")

    assert made.returncode == 1
    assert "mkdocs.yml:1: The setting “use_directory_urls” is false." in made.stdout
    assert "Traceback" not in made.stdout


READ_ALIKE = {
    "index.md": "# Home\n\n[[Gone]]\n",
    "templates/old.md": "# Old\n\n[x](gone.md)\n",
    "new.md": "# New\n\n[x](gone.md)\n",
}


def test_the_check_reads_a_site_as_the_build_does(small_site, tmp_path):
    """Its extensions count, and its excluded pages and drafts do not, for both alike."""
    settings = {"draft_docs": "new.md", "markdown_extensions": '[wikilinks: {base_url: "", end_url: .md}]'}
    _, made = small_site(READ_ALIKE, **settings)
    words, where = [sys.executable, "-m", "guide", "check"], {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    check = subprocess.run(words, cwd=tmp_path, env=where, text=True, capture_output=True)
    said = "docs/index.md:3: The link to “Gone.md” leads nowhere."

    assert re.findall(r"^WARNING -  (docs/\S+:\d+: .*?[.”])(?= [A-Z])", made.stdout, re.MULTILINE) == [said]
    assert [line for line in check.stdout.splitlines() if line[:1] not in ("", " ")] == [said, "1 problem in 1 file."]


SERVED = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(sys.argv[1], site_dir=sys.argv[2])
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1:8000/")
"""


def test_a_draft_is_shown_to_its_author(tmp_path):
    """While the site is served, a draft is a page like any other, whatever it asks for."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/log.md").write_text("---\n{kind: worksheet, minutes: 5}\n---\n# Log\n", encoding="utf-8")
    config, site = other_config(tmp_path, tmp_path / "docs", **PLAIN, draft_docs="log.md"), tmp_path / "site"
    served = run([sys.executable, "-c", SERVED, config, site])

    assert served.returncode == 0, served.stdout
    assert texts(page(site, "log/"), ".facts dd") == ["5 minutes"]
    assert page(site, "log/").css("meta[http-equiv=Content-Security-Policy]") == []


TWICE = """
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
served = load_config(sys.argv[1], site_dir=sys.argv[2])
served.plugins.on_startup(command="serve", dirty=False)
build(served, serve_url="http://127.0.0.1:8000/")
served.plugins.on_shutdown()
config = load_config(sys.argv[1], site_dir=sys.argv[2])
build(config)
first = {path: path.read_bytes() for path in Path(sys.argv[2]).rglob("*") if path.is_file()}
build(config)
assert first == {path: path.read_bytes() for path in Path(sys.argv[2]).rglob("*") if path.is_file()}
"""


def test_one_build_leaves_nothing_to_the_next(tmp_path):
    """After serving, in the same process, a build has its policy and `_headers`; built again, it is the same bytes."""
    config, site = other_config(tmp_path, SITES / "bare/docs", **PLAIN), tmp_path / "site"
    built = run([sys.executable, "-c", TWICE, config, site])

    assert built.returncode == 0, built.stdout
    assert page(site, "").css("meta[http-equiv=Content-Security-Policy]") != []
    assert (site / "_headers").exists()


FIRST_LINES = "Kind: home\nReviewed: today\nReviewer: me\nTemplate: base.html\nTab: x\n\n# Words\n"


def test_only_fields_that_were_read_reach_a_template(tmp_path):
    """MkDocs takes the first lines of a text for fields, of any kind; and a kind that there is not is an attribute."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(FIRST_LINES, encoding="utf-8")
    (tmp_path / "docs/b.md").write_text("---\nkind: '\"><i id=out>'\nreviewed: <i>\n---\n# B\n", encoding="utf-8")
    made = build(other_config(tmp_path, tmp_path / "docs", **PLAIN), tmp_path / "site", strict=False)
    first, second = page(tmp_path / "site", ""), page(tmp_path / "site", "b/")

    assert made.returncode == 0, made.stdout
    assert first.css("[data-guide=exit], meta[http-equiv=Content-Security-Policy]") != []
    assert first.css(".reviewed") == []
    assert texts(first, "main > p") == [" ".join(FIRST_LINES.split("\n\n")[0].split())]
    assert second.css("#out, .reviewed i") == []


def test_a_site_without_a_way_out(tmp_path):
    """A guide that needs no way to leave in haste shows none."""
    config = other_config(tmp_path, SITES / "bare/docs", **PLAIN)
    config.write_text(re.sub(r"^  exit_url:.*$", "  none: 0", config.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    made = build(config, tmp_path / "site")

    assert made.returncode == 0, made.stdout
    assert page(tmp_path / "site", "").css("[data-guide=exit]") == []


ANYTHING = {
    "links.md": "# L\n\n[a](http://[x) ![b](http://[y) <http://[z>\n",
    "sheet2.md": "---\nkind: worksheet\n---\n# S\n\n| | 1 a | 2 b |\n|-|-|-|\n| c | | |\n| d | ( ) | ( ) |\n\n"
    '<table markdown="1">\n<tr></tr>\n</table>\n\nWords\n{: .write }\n',
    "faq/c.md": '---\nkind: questions\n---\n# Q\n\n<section markdown="1">\n</section>\n',
    "_data/typed.yml": "a: b\n",
    "_data/words.yml": "first: a\nhelp: {text: b}\nnotice: 5\n",
    "_data/workbook.yml": "title: [a]\n",
}


def test_no_mistake_stops_a_build(tmp_path):
    """A build says what is wrong, a page that is not UTF-8 included, and goes on to show all that can be read.

    What would run at readers is no mistake: a page with a script of its own stops every build.
    """
    docs = shutil.copytree(ROOT / "tests/cases/every_mistake/docs", tmp_path / "docs")
    listed = (docs / "list.md").read_text("utf-8")
    (docs / "list.md").write_text(listed.replace("<script>evil()</script>", ""), encoding="utf-8")
    for path, text in ANYTHING.items():
        (docs / path).write_text(text, encoding="utf-8")
    (docs / "latin.md").write_bytes("# Räder\n\nIn München, “überall”.\n".encode("cp1252"))
    made = build(other_config(tmp_path, docs, **HOSTED), tmp_path / "site", strict=False)

    assert "docs/latin.md:1: The file is not saved as UTF-8." in made.stdout
    assert made.returncode == 0, made.stdout
    assert texts(page(tmp_path / "site", "latin/"), "h1") == ["R\ufffdder"]


MISTAKES = [
    "broken.md:2: The front matter cannot be read: mapping values are not allowed here.",
    "faq.md:7: The question “Is it flat?” has no answer.",
    "index.md:3: Unknown field “descripton”.",
    "index.md:7: The link to “lift.md” leads nowhere.",
    "more.md:7: The question id “round” is taken by docs/faq.md:9.",
]


def test_the_check_finds_every_mistake():
    """`python -m guide check` says all that was planted, with file and line, and fails."""
    docs = SITES / "mistakes/docs"
    said = run([sys.executable, "-m", "guide", "check", docs], env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")})
    told = [line.replace(f"{docs}/", "docs/") for line in said.stdout.splitlines() if ".md:" in line and line[0] != " "]

    assert told == [f"docs/{mistake}" for mistake in MISTAKES]
    assert said.stdout.splitlines()[-1] == "5 problems in 4 files."
    assert said.returncode == 1


def test_the_build_finds_every_mistake(tmp_path):
    """So does a strict build, in one run, whatever MkDocs itself has to say besides."""
    _, made = build_of("mistakes", tmp_path, PLAIN)
    told = re.findall(r"^WARNING -  docs/(\S+\.md:\d+: .*?[.”])(?= [A-Z])", made.stdout, re.MULTILINE)

    assert told == MISTAKES
    assert made.returncode != 0


ANOTHER = """
def on_page_markdown(markdown, **_):
    return markdown.replace("coffee", "tea")
def on_page_content(html, **_):
    return html.replace("tea", "green tea")
def on_env(env, *, files, **_):
    for file in files.documentation_pages():
        file.page.content = file.page.content.replace("green", "“green”")
"""


def test_another_plugin_has_a_say(tmp_path):
    """It may change a page's text before it is read, its HTML when that is finished, and again when all pages are."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\nA cup of coffee.\n", encoding="utf-8")
    (tmp_path / "another.py").write_text(ANOTHER, encoding="utf-8")
    config = other_config(tmp_path, tmp_path / "docs", **PLAIN)
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("watch:\n", f"  - {tmp_path}/another.py\nwatch:\n"), encoding="utf-8")
    made = build(config, tmp_path / "site")

    assert made.returncode == 0, made.stdout
    assert "A cup of “green” tea." in texts(page(tmp_path / "site", ""), "main p")
