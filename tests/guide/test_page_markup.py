"""What the dialect makes of a page's Markdown, where a reader would see the difference."""

import re

import pytest
from guide.dialect import new_parser
from guide.dialect.context import Context
from guide.dialect.notes import without_notes
from guide.reading.frontmatter import FrontMatter
from guide.reading.page import read_page


def html_of(body: str, kind: str = "page") -> str:
    """A page's HTML."""
    return without_notes(new_parser(Context(kind=kind, name="page")).convert(body))


CITED = """# Page

> [!NOTE]
> First [@a-1].

Second [@b-2], and the first again [@a-1].

- Third [@c-3].
"""


def test_citations_are_numbered_as_they_are_read():
    """Numbers rise down the page, in callouts and lists too; a source keeps its number."""
    numbers = re.findall(r'href="#source-([\w-]+)" aria-label="Source (\d)"', html_of(CITED))

    assert numbers == [("a-1", "1"), ("b-2", "2"), ("a-1", "1"), ("c-3", "3")]


@pytest.mark.parametrize("extra", [["toc", "tables", "fenced_code"], ["fenced_code", "pymdownx.superfences"]])
def test_a_site_s_own_extensions_come_before_ours(extra):
    """MkDocs adds three to every site; whichever there are, code in a list stays code, as on the page itself."""
    body = "- One:\n\n    ```\n    # No heading\n    - [ ] No box\n    ```\n"

    assert new_parser(Context(), extra).convert(body) == new_parser(Context()).convert(body)


@pytest.mark.parametrize("extra", ["pymdownx.tasklist", "toc"])
def test_a_site_s_own_extension_takes_nothing_away(extra):
    """Boxes stay ours where another extension makes some; ids of headings too, and no sign of a link joins a title."""
    configs = {"toc": {"permalink": True, "slugify": lambda text, separator: "x"}}
    page, _ = read_page(
        "docs/p.md", "p/", FrontMatter(body="# A b\n\n- [ ] c\n"), {"extra": [extra], "configs": configs}
    )

    assert [one.text for one in page.checklists[0].items] == ["c"]
    assert (page.title, page.headings[0].id) == ("A b", "a-b")


def test_sources_are_listed_in_the_order_of_their_numbers():
    """The list of sources has the order of the numbers."""
    page, _ = read_page("docs/page.md", "page/", FrontMatter(body=CITED), {})

    assert [citation.name for citation in page.citations] == ["a-1", "b-2", "a-1", "c-3"]


@pytest.mark.parametrize(
    ("body", "grouped"),
    [
        ("# Trust\n\nSmall promises.\n", True),
        ("# Trust\n\n- A list.\n", False),
        ("# Trust\n\n<!-- guide: steps -->\n", False),
        ("Small promises.\n", False),
    ],
)
def test_a_title_and_its_promise_are_one_group(body, grouped):
    """The paragraph right below a title belongs to it; a list or a generated part does not."""
    assert ("<hgroup>" in html_of(body)) is grouped


def test_what_a_table_asks_is_shown_and_read_out():
    """The question in the first cell of a table of choices stands above its rows and names them as a group."""
    html = html_of("| How was it? | Yes | No |\n|---|---|---|\n| The talk | ( ) | ( ) |\n", kind="worksheet")

    assert '<p class="asks" id="how-was-it">How was it?</p>' in html
    assert 'aria-labelledby="how-was-it" class="scales" role="group"' in html


def test_words_after_a_blank_are_read_out_with_it():
    """Whoever hears the field hears the end of its sentence too."""
    html = html_of("Age: ____ / 10\n", kind="worksheet")

    assert '<input aria-describedby="age-after" autocomplete="off" id="age" spellcheck="false" type="text">' in html
    assert '<span id="age-after">/ 10</span>' in html


def test_a_cell_knows_its_column():
    """On a phone, where a table's head is out of sight, each empty cell can still say what belongs in it."""
    html = html_of("| Day | What they did |\n|---|---|\n| Monday | |\n", kind="worksheet")

    assert '<td data-column="What they did">' in html


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        ("Some couples do. Others do better apart.", "Some couples do."),
        ("No. Trust that feels slow is still trust. Wait.", "No. Trust that feels slow is still trust."),
        ("No.", "No."),
    ],
)
def test_a_mere_no_is_no_answer(answer, first):
    """In the index a first sentence of a word or two takes the next one along."""
    front = FrontMatter({"kind": "questions"}, body=f"# A\n\n## Why? {{#why}}\n\n{answer}\n")
    page, _ = read_page("docs/faq/a.md", "faq/a/", front, {})

    assert page.questions[0].first == first


def test_a_list_of_links_is_marked():
    """One where each item is a link and nothing else; not one with a word besides, with two links, or with none."""
    lists = ["- [One](a.md)\n- [Two](b.md)", "1. [One](a.md)", "- [One](a.md).", "- **Go** [one](a.md)", "- One"]
    marked = ['class="ways"' in html_of(f"# Page\n\n{body}\n") for body in lists]

    assert marked == [True, True, False, False, False]
