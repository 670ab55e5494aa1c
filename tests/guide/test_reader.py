"""One page: what is read out of its Markdown, and on which line of the file it stands."""

import pytest
from guide.model.page import Mark, Page
from guide.reading.frontmatter import parse_front_matter
from guide.reading.page import read_page

ABOVE = "---\nkind: page\n---\n"


def page_of(body: str, front: str = ABOVE, url: str = "steps/a/") -> Page:
    """A page read from its text, whose body begins on the line after its front matter."""
    fields, _ = parse_front_matter(front + body, "docs/steps/a.md")
    page, _ = read_page("docs/steps/a.md", url, fields, {})
    return page


def boxes(page: Page) -> list[tuple[str, int]]:
    """The text and line of every box."""
    return [(item.text, item.line) for checklist in page.checklists for item in checklist.items]


ITEM = "- [ ] Ask\n- [ ] Wait"
INDENTED = "    - [ ] Ask\n    - [ ] Wait"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (ITEM, [4, 5]),
        ("# T\n\nWords\nover lines.\n\n" + ITEM, [9, 10]),
        ("* [ ] Ask\n* [ ] Wait", [4, 5]),
        ("1. [ ] Ask\n2. [ ] Wait", [4, 5]),
        ("- [ ] Ask\n\n\n- [ ] Wait", [4, 7]),
        ("- [ ] Ask\n    and listen\n- [ ] Wait", [4, 6]),
        ("- [ ] Ask\n\n    More of it.\n\n- [ ] Wait", [4, 8]),
        ("- Plain\n    - [ ] Ask\n        - [ ] Wait", [5, 6]),
        ("> - [ ] Ask\n> - [ ] Wait", [4, 5]),
        (">- [ ] Ask\n>- [ ] Wait", [4, 5]),
        ("> > - [ ] Ask\n> > - [ ] Wait", [4, 5]),
        ("> [!TIP]\n>\n> - [ ] Ask\n> - [ ] Wait", [6, 7]),
        (f'!!! note "T"\n\n{INDENTED}', [6, 7]),
        (f'!!! note "T"\n{INDENTED}', [5, 6]),
        (f'??? note "T"\n\n{INDENTED}', [6, 7]),
        (f'=== "T"\n\n{INDENTED}', [6, 7]),
        ('=== "T"\n\n    - [ ] Ask\n\n=== "U"\n\n    - [ ] Wait', [6, 10]),
        (f"<div markdown>\n\n{ITEM}\n\n</div>", [6, 7]),
        (f'<div markdown="1">\n{ITEM}\n</div>', [5, 6]),
        (f"<details markdown>\n<summary>S</summary>\n\n{ITEM}\n\n</details>", [7, 8]),
        ("Term\n:   - [ ] Ask\n    - [ ] Wait", [5, 6]),
        ("T[^1]\n\n[^1]:\n    - [ ] Ask\n    - [ ] Wait", [7, 8]),
        (f"```\n# no heading\n- [ ] no box\n```\n\n{ITEM}", [9, 10]),
        (f"~~~ md\n\n\n- [ ] no box\n~~~\n\n{ITEM}", [10, 11]),
        (f"    indented\n\n    code\n\n{ITEM}", [8, 9]),
        (f"<!-- a\ncomment\n\nof lines -->\n\n{ITEM}", [9, 10]),
        (f"[a]: https://a.example\n*[AB]: Abba\n\n{ITEM}", [7, 8]),
        (f"| A | B |\n|---|---|\n| c | d |\n\n{ITEM}", [8, 9]),
        ("- [ ] **Ask**\n- [ ] *Wait*", [4, 5]),
        ("- [ ] “Ask”\n- [ ] Wait", [4, 5]),
        ("- [ ] [Ask](b.md)\n- [ ] Wait", [4, 5]),
        ("- [ ]\tAsk\n-\t[ ] Wait", [4, 5]),
        ("- [ ] Ask\r\n- [ ] Wait", [4, 5]),
    ],
)
def test_lines_of_boxes(body, lines):
    """A box knows the line it is written on, wherever it stands."""
    assert [line for _, line in boxes(page_of(body))] == lines


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] 1 & <b>two</b> “three”\n- [ ] `four`\n- [ ] <https://five.example>\n- [ ] 6. six",
        "- [ ] 1 &amp; *two* “three”\n- [ ] **four**\n- [ ] [five](x.md)\n- [ ] ~six~",
        "- [x] Ελλάδα\n- [X] 你好\n- [ ] مرحبا\n- [ ] 😀",
    ],
)
def test_lines_of_items_that_begin_oddly(body):
    """Items that begin with a sign, code or another script are counted like the rest, give or take none."""
    assert [line for _, line in boxes(page_of(body))] == [4, 5, 6, 7]


def test_text_of_boxes():
    """The text of a box is what a reader sees: no marks, no ids, no citation numbers, signs as shown."""
    body = (
        '- [ ] **Ask** "why", it\'s `code` & [more](b.md) {#ask}\n- [ ] One<br>two[^1]\n'
        "- [ ] Cited [@kim-2004]. ![A cup](c.png)\n\n[^1]: N."
    )

    assert [text for text, _ in boxes(page_of(body))] == [
        "Ask “why”, it’s code & more",
        "One two",
        "Cited. A cup",
    ]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("# One\n\n## Two\n\n### Three", [4, 6, 8]),
        ("One\n===\n\nTwo\n---", [4, 7]),
        ("Text\n\n# One {#x .y}\n## Two ##", [6, 7]),
        ('!!! note "T"\n\n    ## In a note\n\n# After', [6, 8]),
        ("> ## In a quote\n\n# After", [4, 6]),
        ("```\n# no\n```\n# One", [7]),
        ("<div markdown>\n\n## In HTML\n\n</div>", [6]),
        ("# 2. Numbered\n\n## *Slanted*\n\n## “Quoted”\n\n## `code`", [4, 6, 8, 10]),
    ],
)
def test_lines_of_headings(body, lines):
    """So does a heading."""
    assert [heading.line for heading in page_of(body).headings] == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("See [a](a.md)\nand [b](b.md)\nand **[c](c.md)**.", [4, 5, 6]),
        ("- [a](a.md)\n    - [b](b.md)\n- text [c](c.md)", [4, 5, 6]),
        ("> [a](a.md)\n> x [b](b.md)\n\n[c](c.md)", [4, 5, 7]),
        ("| A | B |\n|---|---|\n| [a](a.md) | x |\n| y | [b](b.md) |\n| [c](c.md) | z |", [6, 7, 8]),
        ('!!! note "T"\n\n    x\n    [a](a.md)\n    [b](b.md)\n\n=== "T"\n\n    [c](c.md)', [7, 8, 12]),
        ('??? note "T"\n\n    [a](a.md)\n\n    - [b](b.md)\n\n[c](c.md)', [6, 8, 10]),
        ("# T [a](a.md)\n\n```\n[no](no.md)\n```\n\n[b](b.md) `[no](no.md)`\n[c](c.md)", [4, 10, 11]),
        ("[a](a.md) [b](b.md) [c](c.md)", [4, 4, 4]),
    ],
)
def test_lines_of_links(body, lines):
    """So does a link, in the middle of a paragraph too."""
    links = page_of(body).links

    assert [(link.target, link.line) for link in links] == list(zip(("a.md", "b.md", "c.md"), lines, strict=True))


def test_links_written_elsewhere():
    """A link by reference and a bare address are links; in code, a comment or an image's place there is none."""
    body = "[One][r] <https://two.example>\n\n`[a](a.md)` ![b](b.png) <!-- [c](c.md) -->\n\n[r]: one.md\n"

    assert [link.target for link in page_of(body).links] == ["one.md", "https://two.example"]


def test_requests_and_citations():
    """What the page asks the build for, and what it cites, with lines; in code neither counts."""
    body = (
        "Words [@a-1].\n\n<!-- guide: blocks -->\n\n- More [@b-2] [@a-1]\n\n    <!--guide:  picture bowl-->\n\n"
        "```\n<!-- guide: steps -->\n[@c-3]\n```\n\n`<!-- guide: no -->`\n"
    )
    page = page_of(body)

    assert page.requests == (Mark("blocks", 6), Mark("picture", 10, "bowl"))
    assert page.citations == (Mark("a-1", 4), Mark("b-2", 8), Mark("a-1", 8))


QUESTIONS = """\
# Trust

Before.

## Is it *too* late? {#too-late}
also: over; done for
aliases: late
sources: kim-2004; our advice

No. It “can” mend. See [more](b.md).

- [ ] A box

## And now?

Wait

## Sources {#sources}

Books.
"""


def test_questions():
    """A question has its id, its fields and its answer; a second-level heading called sources is none."""
    front = "---\nkind: questions\ntheme: Trusting\n---\n"
    late, now = page_of(QUESTIONS, front).questions

    assert (late.id, late.question, late.theme, late.line) == ("too-late", "Is it too late?", "Trusting", 9)
    assert (late.also, late.aliases) == (("over", "done for"), ("late",))
    assert late.sources == ("kim-2004", "our advice")
    assert (late.first, late.answer) == ("No. It “can” mend.", "No. It “can” mend. See more. A box")
    assert (now.id, now.question, now.also, now.first, now.line) == ("and-now", "And now?", (), "Wait", 18)
    assert late.url == "steps/a/#too-late"


def test_questions_of_other_pages():
    """A page that names a theme holds questions; a plain page with the same text holds none."""
    safety = page_of(QUESTIONS, "---\nkind: safety\ntheme: Afraid\n---\n")

    assert [(question.theme, question.id) for question in safety.questions] == [
        ("Afraid", "too-late"),
        ("Afraid", "and-now"),
    ]
    assert page_of(QUESTIONS).questions == ()


def test_theme_is_the_title_where_none_is_written():
    """Without `theme:` the page's title is the theme."""
    assert page_of(QUESTIONS, "---\nkind: questions\n---\n").questions[0].theme == "Trust"


@pytest.mark.parametrize(
    ("front", "body", "title"),
    [
        ("---\ntitle: In front\n---\n", "# Heading", "In front"),
        ("", "Text\n\n# The *first*\n\n# Second", "The first"),
        ("", "## Only a second level", "a"),
        ("---\ntitle: 7\n---\n", "# Heading", "Heading"),
        ("", "# ", "a"),
    ],
)
def test_title(front, body, title):
    """Its title is the one in front, else its first heading, else its name."""
    assert page_of(body, front).title == title


def test_prose():
    """Paragraphs, items, cells and headings each once, with lines; code, comments and addresses of links are none."""
    body = (
        "# T\n\nA *b*\nc.\n\n- d\n    - e [f](g.md)\n\n> h\n\n| i | j |\n|---|---|\n| k | l `m` |\n\n"
        "```\nn - [ ] n\n```\n\n    o\n\n<!-- p -->\n\n- q\n\n    ```\n    r\n    ```\n\n"
        '!!! note "s"\n\n    t [@u]\n'
    )

    assert page_of(body).prose == (
        ("T", 4),
        ("A b c.", 6),
        ("d", 9),
        ("e f", 10),
        ("h", 12),
        ("i", 14),
        ("j", 14),
        ("k", 16),
        ("l", 16),
        ("q", 26),
        ("s", 26),
        ("t", 34),
    )


def test_words_and_grade():
    """The page counts the words of its prose and grades them block by block."""
    page = page_of("# We talk\n\nWe talk and we walk.\n\n    code that nobody reads\n")

    assert (page.words, page.grade) == (7, 0.0)


def test_anchors():
    """A link can lead to each id of the page: headings, boxes, notes, written ids, and those in raw HTML."""
    body = (
        '# T\n\nP {#p}\n{: #q }\n\n- [ ] Ask {#ask}\n\nN[^1] <a name="old"></a>\n\n<div id="raw">x</div>\n\n[^1]: N.\n'
    )

    expected = {"t", "a-t-list", "a-t-ask", "q", "old", "raw", "fn:1", "fnref:1"}
    assert expected <= page_of(body).anchors
    assert "x" not in page_of(body).anchors


@pytest.mark.parametrize(
    ("url", "heading", "expected"),
    [
        ("steps/a/", "## Do it {#do-it}", "do-it"),
        ("steps/a/", "## Do it", "a-do-it"),
        ("", "## Do it", "home-do-it"),
        ("steps/a/", "", "a-checklist"),
        ("steps/a/", "## Ένα", "a-ένα"),
    ],
)
def test_ids_of_checklists(url, heading, expected):
    """A checklist has its heading's written id, else one derived from its page and the heading."""
    assert [checklist.id for checklist in page_of(f"{heading}\n\n- [ ] x\n", url=url).checklists] == [expected]


def test_facts_of_checklists():
    """A checklist knows its title, page, file and line."""
    (checklist,) = page_of("# T\n\n## Do it\n\nFirst:\n\n- [ ] x\n\n## After\n").checklists

    assert (checklist.title, checklist.page, checklist.kind) == ("Do it", "steps/a/", "page")
    assert (checklist.source, checklist.line) == ("docs/steps/a.md", 10)
