"""A guide to another thing altogether, built whole: it has its own words, and all the parts of ours."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
from guide.renderers.manifest import schema
from projects import ROOT, build, other_config
from tiny_sites import HOSTED, PLAIN, SITES, built_site, links, page, texts

# What only our own guide speaks of. Its assets and what it keeps on a device are called by the project's name.
OUR_WORDS = re.compile(
    r"relationship|partner|couple|marriage|affair|betray|therap|abus|\bMend\b(?! this)|is it safe", re.I
)
OUR_NAMES = re.compile(r"/mend\.js\b|\bmend:")


@pytest.fixture(scope="module")
def bicycle(tmp_path_factory) -> Path:
    """A guide to another thing altogether, without an address and without a repository."""
    return built_site("bicycle", tmp_path_factory.mktemp("bicycle"), PLAIN)


@pytest.fixture(scope="module")
def hosted(tmp_path_factory) -> Path:
    """The same with both."""
    return built_site("bicycle", tmp_path_factory.mktemp("hosted"), HOSTED)


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
    assert [area.attributes["rows"] for area in sheet.css(".write textarea")] == ["2"]
    assert texts(sheet, ".scale legend") == ["Brakes"]
    assert texts(sheet, "div.checklist label") == ["Locked"]
    assert texts(sheet, ".choices label") == ["Again", "Never"]
    assert len(sheet.css("table.fill td textarea, table.fill th textarea")) == 2
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


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """The same on another host, by what the environment says, with a letter box."""
    folder = tmp_path_factory.mktemp("elsewhere")
    config = other_config(folder, SITES / "bicycle/docs", site_name="Spokes", site_description="")
    told = {
        "REPO_URL": "https://git.example/s",
        "REPO_HOST": "gitlab",
        "REPO_BRANCH": "trunk",
        "MAIL_TO": "a@b.example",
    }
    made = build(config, folder / "site", SITE_URL="https://spokes.example/", **told)
    assert made.returncode == 0, made.stdout
    return folder / "site"


def test_no_file_changes_for_another_host(elsewhere):
    """Each page that is shown leads to its source, by a letter as well; a list to print leads to each of its lines."""
    care, log, paper = (page(elsewhere, address) for address in ("care/clean/", "sheets/log/", "print/need/"))
    source = "https://git.example/s/-/edit/trunk/docs"

    assert links(care, ".reviewed a") == [f"{source}/care/clean.md", "mailto:a@b.example"]
    assert links(log, ".reviewed a") == [f"{source}/sheets/log.md", "mailto:a@b.example"]
    assert links(page(elsewhere, "faq/brakes/"), ".tools a")[1] == f"{source}/faq/brakes.md#L8"
    assert links(paper, "details a") == [f"{source}/care/clean.md#L{line}" for line in (16, 17, 18, 19)]
    assert texts(paper, ".reviewed") == []
    assert care.css_first("link[rel=canonical]").attributes["href"] == "https://spokes.example/care/clean/"


def test_nothing_on_a_safety_page_shows_who_one_is(elsewhere):
    """Neither a way to the source, of the page, an answer or a help line, nor a letter."""
    crash = page(elsewhere, "crash/")

    assert [link for link in links(crash, "a") if "git.example" in link or link.startswith("mailto:")] == []
    assert links(crash, "a.tel") == ["tel:112"]


def test_a_help_line_is_mended_to_its_line(tmp_path):
    """On a page for makers, each entry has the way to it; without a repository, nothing stands there."""
    docs = shutil.copytree(SITES / "bicycle/docs", tmp_path / "docs")
    (docs / "lines.md").write_text("# Lines\n\n<!-- guide: lines-to-mend -->\n", encoding="utf-8")
    crash = (docs / "crash.md").read_text("utf-8")
    (docs / "crash.md").write_text(f"{crash}\n<!-- guide: lines-to-mend -->\n", encoding="utf-8")
    made = build(other_config(tmp_path, docs, **HOSTED), tmp_path / "site", strict=False)
    shown = page(tmp_path / "site", "lines/")

    assert made.returncode == 0, made.stdout
    assert links(shown, "main details a") == ["https://code.example/s/edit/_data/help-lines.yml#L1"]
    assert texts(shown, "main details a") == ["Mend “Road rescue”"]
    assert [link for link in links(page(tmp_path / "site", "crash/"), "a") if "code.example" in link] == []
