"""A page as plain Markdown, and the list of all such copies."""

import pytest
from guide.model.site_file import SiteFile
from guide.renderers.llms import render_llms
from guide.renderers.markdown import render_markdown
from guide.renderers.place import Place
from guide.site.loader import load_guide
from projects import ROOT

FRAGMENTS = ROOT / "overrides/fragments"
WORDS = "first:\n  text: Burnt?\n  page: burns/\nnotice: No advice.\n"


def copy_of(text: str, path: str = "a/page.md", url: str = "a/page/", **more: str) -> str:
    """The copy of one page, among others, without its last lines."""
    texts = {path: text, "a/other.md": "# Other\n", "index.md": "# Home\n", "_data/pictures/cup.svg": "<svg/>", **more}
    return render_markdown(Place(load_guide(texts)[0], url, FRAGMENTS)).partition("\n\n---\n")[0]


@pytest.mark.parametrize(
    ("written", "copied"),
    [
        ("# A page {#top}", "# A page"),
        ("## A list {#list .checklist}", "## A list"),
        ("# Tea <span>and milk</span>", "# Tea and milk"),
        ("## See [this](other.md) and `<b>` {#see}", "## See [this](../other/index.md) and `<b>`"),
        ("## So it is. [@kim-2020]", "## So it is. [1]"),
        ("- [ ] Boil it. {#boil}", "- [ ] Boil it."),
        ("- ( ) Tomorrow {#t}", "- ( ) Tomorrow"),
        ("Name: ____ {#name} Date: ____ {#on}", "Name: ____ Date: ____"),
        ("| What {#what} | Who{#who} |", "| What | Who |"),
        ("See [this](other.md).", "See [this](../other/index.md)."),
        ("See [this](../index.md) and [that](other.md#x).", "See [this](../../index.md) and [that](../other/#x)."),
        ("See [below](#more).", "See [below](./#more)."),
        ("It moved [there](other.md#x){#old}, twice.", "It moved [there](../other/#x), twice."),
        ("See [it](https://a.example/b.md).", "See [it](https://a.example/b.md)."),
        ('See [this](other.md "Other").', 'See [this](../other/index.md "Other").'),
        ("See [this](oth%65r.md).", "See [this](../other/index.md)."),
        ("See [this](<other.md>).", "See [this](../other/index.md)."),
        ("See [this][o].\n\n[o]: other.md#x", "See [this][o].\n\n[o]: ../other/#x"),
        ('[o]: <../index.md> "Home"', '[o]: ../../index.md "Home"'),
        ("[o]: https://a.example/b.md", "[o]: https://a.example/b.md"),
        ("Yes.[^1]\n\n[^1]: [This](other.md).", "Yes.[^1]\n\n[^1]: [This](../other/index.md)."),
        ("[Note]: other.md is a page", "[Note]: other.md is a page"),
        ("```\n[o]: other.md\n```", "```\n[o]: other.md\n```"),
        ("![A cup](cup.png) [gone](gone.md)", "![A cup](../cup.png) [gone](gone.md)"),
        ("[a](/b.md) [c](mailto:d@e.md) [f]()", "[a](/b.md) [c](mailto:d@e.md) [f]()"),
        ("So it is. [@kim-2020] And so. [@lee-2021][@kim-2020]", "So it is. [1] And so. [2] [1]"),
        ("Write `[@kim-2020]` or `[x](other.md)`.", "Write `[@kim-2020]` or `[x](other.md)`."),
        ("```\n# A {#a}\n<!-- guide: steps -->\n```", "```\n# A {#a}\n<!-- guide: steps -->\n```"),
        ("> ~~~\n> - x {#a}\n> ~~~\n\n# B {#b}", "> ~~~\n> - x {#a}\n> ~~~\n\n# B"),
        ("````\n```\n[x](other.md)\n```\n````", "````\n```\n[x](other.md)\n```\n````"),
        ("```a``` and [this](other.md).", "```a``` and [this](../other/index.md)."),
        ("One\n\n<!-- guide: picture cup -->\n\n<!-- guide: page-break -->\n\nTwo", "One\n\nTwo"),
        ("Also: a cup.\n\nalso: not a field", "Also: a cup.\n\nalso: not a field"),
    ],
)
def test_the_dialect_is_said_plainly(written, copied):
    """Ids go, citations are numbered, links lead to copies, and code stays as it is."""
    assert copy_of(written) == copied


@pytest.mark.parametrize("way", ["ett%20tv%C3%A5.md", "<ett två.md>"])
def test_names_that_an_address_cannot_hold(way):
    """A page's name may hold spaces and any letters; a way to its copy holds none of them."""
    text = f"See [this]({way}) and [that]({way.replace('.md', '.md#x')}).\n\n<!-- guide: steps -->"
    more = {"a/ett två.md": "---\nkind: step\nstep: 1\n---\n# One\n"}

    assert copy_of(text, **more) == (
        "See [this](../ett%20tv%C3%A5/index.md) and [that](../ett%20tv%C3%A5/#x).\n\n"
        "1. [One](../ett%20tv%C3%A5/index.md)"
    )


def test_the_fields_of_a_question_are_left_out():
    """What stands between a question and its answer is for the build; the same words in an answer stay."""
    page = "---\nkind: questions\ntheme: Tea\n---\n# Tea\n\n## Hot? {#hot}\n\nalso: warm; cold\nsources: our advice\n\n"

    assert copy_of(f"{page}Yes.\n\nalso: milk.\n") == "# Tea\n\n## Hot?\n\nYes.\n\nalso: milk."


def test_parts_are_made_in_markdown():
    """Steps, blocks and sources are lists whose links lead to copies."""
    more = {
        "s/go.md": "---\nkind: step\nstep: 1\ndescription: Off & away.\n---\n# Go\n",
        "b.md": "---\nkind: block\nelement: Water\ndescription: It is wet.\n---\n# Water\n",
        "_data/references.yml": "- {key: kim, title: On tea, authors: Kim A, year: 2020, doi: 10.1000/x}\n",
    }
    asked = "Hot. [@kim]\n\n<!-- guide: steps -->\n\n<!-- guide: blocks -->\n\n<!-- guide: sources -->"

    assert copy_of(asked, **more) == (
        "Hot. [1]\n\n1. [Go](../../s/go/index.md): Off & away.\n\n- [Water](../../b/index.md): It is wet.\n\n"
        "1. Kim A (2020). [On tea](https://doi.org/10.1000/x)."
    )


def test_how_a_copy_ends():
    """With the paper it is also on, the guide's notice, and who read it through."""
    texts = {"log.md": "---\nkind: worksheet\nreviewed: 2026-11-23\n---\n# Log\n", "_data/words.yml": WORDS}
    paper = {"log": {"a4": SiteFile("pdf/log-a4.pdf", b"")}}
    copy = render_markdown(Place(load_guide(texts)[0], "log/", FRAGMENTS, pdfs=paper))

    assert copy == (
        "# Log\n\n---\n\nOn paper: [PDF, A4](../pdf/log-a4.pdf)\n\nNo advice.\n\nRead through on 2026-11-23.\n"
    )


def test_the_list_of_copies():
    """Its name, what it is, the notice, then safety, the pages at the top, and each folder by its first page's name."""
    texts = {
        "index.md": "---\ndescription: On tea.\n---\n# Tea\n",
        "green/index.md": "# Green tea\n",
        "green/a.md": "# Sencha\n",
        "aid.md": "---\nkind: safety\ntab: Notes\n---\n# Aid\n",
        "burns.md": "---\nkind: safety\ntab: Notes\n---\n# Burns\n",
        "green/två te.md": "# Two\n",
        "_data/words.yml": WORDS,
    }
    site = {"name": "Kettles", "description": "All about tea.", "url": "https://tea.example/"}

    assert render_llms(load_guide(texts)[0], site).replace(site["url"], "/") == (
        "# Kettles\n\n> All about tea.\n\nNo advice.\n\n"
        "## Burnt?\n\n- [Burns](/burns/index.md)\n- [Aid](/aid/index.md)\n\n"
        "## Tea\n\n- [Tea](/index.md): On tea.\n\n"
        "## Green tea\n\n- [Green tea](/green/index.md)\n- [Sencha](/green/a/index.md)\n"
        "- [Two](/green/tv%C3%A5%20te/index.md)\n"
    )
    assert "(burns/index.md)" in render_llms(load_guide(texts)[0], {**site, "url": ""})
