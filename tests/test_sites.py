"""Tiny real sites, built whole: the generator serves any guide, and says what is wrong with it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from conftest import ROOT, build, other_config, run
from guide.renderers.manifest import schema
from selectolax.lexbor import LexborHTMLParser

SITES = ROOT / "tests/sites"
PLAIN = {"site_name": "Spokes", "site_description": "", "copyright": "", "site_url": "", "repo_url": "", "edit_uri": ""}
HOSTED = {**PLAIN, "site_url": "https://spokes.example/b/", "repo_url": "https://code.example/s", "edit_uri": "edit/"}
# What only our own guide speaks of. Its assets and what it keeps on a device are called by the project's name.
OUR_WORDS = re.compile(
    r"relationship|partner|couple|marriage|affair|betray|therap|abus|\bMend\b(?! this)|is it safe", re.I
)
OUR_NAMES = re.compile(r"assets/mend\.|\bmend:")


def build_of(name: str, folder: Path, settings: dict[str, str]) -> tuple[Path, subprocess.CompletedProcess]:
    """One of the tiny sites, built strictly: its folder, and what the build said."""
    config = other_config(folder, SITES / name / "docs", **settings)
    return folder / "site", build(config, folder / "site")


def built_site(name: str, folder: Path, settings: dict[str, str]) -> Path:
    """The folder of one that is built without a word of warning."""
    site, made = build_of(name, folder, settings)
    assert [line for line in made.stdout.splitlines() if not line.startswith("INFO")] == []
    assert made.returncode == 0
    return site


@pytest.fixture(scope="module")
def bicycle(tmp_path_factory) -> Path:
    """A guide to another thing altogether, without an address and without a repository."""
    return built_site("bicycle", tmp_path_factory.mktemp("bicycle"), PLAIN)


@pytest.fixture(scope="module")
def hosted(tmp_path_factory) -> Path:
    """The same with both."""
    return built_site("bicycle", tmp_path_factory.mktemp("hosted"), HOSTED)


def page(site: Path, address: str) -> LexborHTMLParser:
    """One page of a site."""
    name = address if address.endswith(".html") else f"{address}index.html"
    return LexborHTMLParser((site / name).read_text(encoding="utf-8"))


def texts(node, selector: str) -> list[str]:
    """The words of everything that a selector finds."""
    return [" ".join(found.text().split()) for found in node.css(selector)]


def links(node, selector: str) -> list[str]:
    """Where everything that a selector finds leads to."""
    return [found.attributes["href"] for found in node.css(selector)]


def test_another_guide_has_its_own_words(bicycle):
    """Nothing of our guide is in another one's pages, scripts, styles or data."""
    told = {
        path: path.read_text(encoding="utf-8")
        for path in bicycle.rglob("*")
        if path.suffix in {".html", ".js", ".css", ".json"}
    }
    found = {(path.name, word) for path, text in told.items() for word in OUR_WORDS.findall(OUR_NAMES.sub("", text))}

    assert found == set()
    assert len(told) > 20


def test_the_generator_has_no_words_of_ours():
    """Nor are they in the code and templates that make any guide."""
    kinds = {"", ".py", ".yml", ".html", ".xhtml", ".opf", ".xml", ".md", ".js", ".css", ".typ", ".svg"}
    paths = [path for place in ("hooks", "overrides", "scripts") for path in (ROOT / place).rglob("*")]
    own = [path for path in paths if path.is_file() and path.suffix in kinds and "node_modules" not in path.parts]
    told = {path: path.read_text("utf-8") for path in own}
    subject = re.compile(r"relationship|partner|couple|marriage|affair|betray|therap|counsel|abus", re.IGNORECASE)

    assert {path.suffix for path in told} == kinds
    assert {(path.name, word) for path, text in told.items() for word in subject.findall(text)} == set()


def test_steps_blocks_and_lists_of_another_guide(bicycle):
    """The home page shows steps and blocks in their order, all lists, and all sheets."""
    home = page(bicycle, "")

    assert texts(home, "ol.path > li") == ["RideGo round the block.", "Clean & oilWash it, dry it, oil the chain."]
    assert texts(home, "table.blocks td") == ["They go round.", 'What holds "all" & everything.']
    assert links(home, "table.blocks a") == ["wheels/", "frame/"]
    assert links(home, "ul.sheets li > a") == [f"print/need{n}/" for n in ("", *(f"-{i}" for i in range(2, 8)))] + [
        "print/frame-the-frame/",
        "sheets/log/",
    ]
    assert home.css_first("svg[aria-label='A wheel']") is not None


def test_steps_lead_to_each_other(bicycle):
    """A step leads to the one before and the one after, wherever they stand in the navigation."""
    first, last = page(bicycle, "ride/"), page(bicycle, "care/clean/")

    assert (links(first, "[rel=prev]"), links(first, "[rel=next]")) == ([], ["../care/clean/"])
    assert (links(last, "[rel=prev]"), links(last, "[rel=next]")) == (["../../ride/"], [])
    assert texts(last, ".place") == ["Step 2 of 2"]


def test_links_from_far_down(bicycle):
    """Tables and lists lead to the same pages from a page far down."""
    deep = page(bicycle, "deep/down/page/")

    assert links(deep, "table.blocks a") == ["../../../wheels/", "../../../frame/"]
    assert links(deep, "ul.sheets li > a")[0] == "../../../print/need/"


def test_contents_lead_to_pages(bicycle):
    """Each section of the contents leads to its first page, however far down that is; shortcuts only to what exists."""
    home = page(bicycle, "")

    assert links(home, "#contents a")[-5:] == ["care/clean/", "deep/down/page/", "faq/", "print-shop/", "sheets/log/"]
    assert links(home, ".bar a:not(.leave), .foot .links a") == ["faq/"]


def test_checklists_in_every_place(bicycle):
    """Boxes in a list, a callout, an admonition, details, tabs and HTML are boxes; those in code are code."""
    care = page(bicycle, "care/clean/")

    assert texts(care, "form.checklist label") == [
        "A bucket",
        "Two brushes, 1 < 2",
        "An old one",
        "A soft one",
        "Not in a storm",
        "A drop a link",
        "Melt it",
        "Wipe",
        "Rinse",
        "Look at the tyres",
    ]
    assert texts(care, "pre") == ["- [ ] No box <!-- guide: blocks -->"]
    assert texts(care, "main table") == []
    assert [found.attributes["id"] for found in care.css("form.checklist")][:2] == ["need-list", "need-2-list"]


def test_pages_for_paper(bicycle):
    """Each list has a page of its own for paper, with its boxes and a way back."""
    paper = page(bicycle, "print/need/")

    assert texts(paper, "h1") == ["What you need"]
    assert texts(paper, ".ticks li") == ["A bucket", "Two brushes, 1 < 2", "An old one", "A soft one"]
    assert links(paper, "main p.screen a") == ["../../care/clean/"]
    assert sorted(path.parent.name for path in bicycle.glob("print/*/index.html")) == [
        "frame-the-frame",
        "need",
        *(f"need-{n}" for n in range(2, 8)),
    ]


def test_a_worksheet_of_another_guide(bicycle):
    """A sheet is one form with its facts, blanks, lines, scale, box, choices and table."""
    sheet = page(bicycle, "sheets/log/")

    assert texts(sheet, ".facts dd") == ["For the rider", "5 minutes", "It is dark."]
    assert texts(sheet, ".blanks label") == ["Name", "Date"]
    assert [area.attributes["rows"] for area in sheet.css("textarea")] == ["2"]
    assert texts(sheet, ".scale legend") == ["Brakes"]
    assert texts(sheet, "div.checklist label") == ["Locked"]
    assert texts(sheet, ".choices label") == ["Again", "Never"]
    assert len(sheet.css("table.fill td input, table.fill th input")) == 2
    assert len(sheet.css("form.sheet form")) == 0


def test_the_question_index_of_another_guide(bicycle):
    """Questions by theme, in the order of their pages, a safety page's among them."""
    index = page(bicycle, "faq/")

    assert texts(index, ".questions h2") == ["Brakes", "Tyres & tubes", "After a crash"]
    assert links(index, "[data-guide=question] a") == [
        "brakes/#do-they-squeal",
        "tyres/#hard",
        "tyres/#flat",
        "../crash/#hurt",
    ]
    assert texts(index, "[data-guide=question] p")[1] == "Hard enough that a thumb leaves no dent."
    assert page(bicycle, "faq/tyres/").css_first("#soft") is not None


def test_sources_help_and_safety(bicycle):
    """Sources are listed where they are cited and all together; a safety page holds help, and a neutral tab."""
    crash = page(bicycle, "crash/")

    assert texts(page(bicycle, "care/clean/"), "#source-wright-1903") == ["Wright, O. (1903). On chains."]
    assert texts(page(bicycle, "print-shop/"), "#wright-1903") == ["Wright, O. (1903). On chains."]
    assert links(crash, "a.tel") == ["tel:112"]
    assert texts(crash, "title") == ["Notes"]
    assert texts(crash, "#contents") == []


def test_the_manifest_of_another_guide(bicycle):
    """guide.json keeps to its schema and names pages that are there."""
    manifest = json.loads((bicycle / "guide.json").read_text(encoding="utf-8"))
    jsonschema.validate(manifest, schema(), format_checker=jsonschema.FormatChecker())
    told = [one["url"] for one in manifest["pages"]] + [one["print"] for one in manifest["checklists"]]

    assert [url for url in told if not (bicycle / url / "index.html").exists()] == []
    assert [block["element"] for block in manifest["blocks"]] == ["Wheels", "The <frame>"]
    assert [one["id"] for one in manifest["questions"]] == ["do-they-squeal", "hard", "flat", "hurt"]
    assert len(manifest["checklists"]) == 9
    assert manifest["worksheets"][0]["audience"] == "rider"


@pytest.mark.parametrize(("old", "way"), [("wash/", "../care/clean/"), ("care/old/", "../clean/")])
def test_old_addresses_lead_on(bicycle, old, way):
    """An alias is a page that leads on at once, without scripts and by a link as well; with them, to the same place."""
    moved = page(bicycle, old)

    assert moved.css_first("meta[http-equiv=refresh]").attributes["content"] == f"0; url={way}"
    assert links(moved, "a") == [way]
    assert texts(moved, "script") == ["location.replace(document.links[0]+location.hash)"]


def test_nothing_pretends(bicycle):
    """Without a repository there is no way to mend a page, and without an address none is printed."""
    pages = [page(bicycle, path.relative_to(bicycle).as_posix()) for path in bicycle.rglob("*.html")]

    assert [link for one in pages for link in texts(one, "a") if link in ("Suggest a change", "Mend this answer")] == []
    assert {" ".join(texts(one, ".address")) for one in pages} == {""}
    assert {way for one in pages for way in links(one, "link[rel=canonical]")} == {"../care/clean/", "../clean/"}
    assert texts(page(bicycle, ""), "title") == ["Spokes"]
    assert [one for one in pages if one.css("[property='og:image'], [type='application/ld+json']")] == []
    assert not (bicycle / "assets/card.png").exists()
    assert "Sitemap" not in (bicycle / "robots.txt").read_text(encoding="utf-8")


def test_with_address_and_repository(hosted):
    """With both, a page names its address on paper and leads to its source, an answer to its line."""
    care, tyres, crash = (page(hosted, address) for address in ("care/clean/", "faq/tyres/", "crash/"))

    assert texts(care, ".address") == ["https://spokes.example/b/care/clean/"]
    assert care.css_first("[property='og:image']").attributes["content"] == "https://spokes.example/b/assets/card.png"
    assert (hosted / "assets/card.png").exists()
    assert links(care, ".reviewed a") == ["https://code.example/s/edit/care/clean.md"]
    assert links(tyres, ".tools a")[1] == "https://code.example/s/edit/faq/tyres.md#L8"
    assert (texts(crash, ".address"), links(crash, ".tools a")) == ([""], ["#hurt"])


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
