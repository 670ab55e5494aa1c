"""The marks that carry line numbers: invisible, harmless, and gone at the end."""

import re

import pytest
from guide.dialect import new_parser
from guide.dialect.context import Context
from guide.dialect.lines import FIRST, mark_of, number_of, without_marks
from guide.dialect.notes import without_notes
from guide.reading.frontmatter import parse_front_matter
from guide.site.loader import load_guide
from projects import DOCS

MARKS = re.compile(f"[{chr(FIRST)}-{chr(FIRST + 15)}]")

BODIES = {
    "nothing": "",
    "text": "Words\nover *two\nlines* and `code\nof two`.\n\nAfter  \na break.",
    "headings": "# One\n\nTwo\n===\n\n### `Three` {#x .y}\n\n#Four\n####### Seven",
    "lists": "- a\n- b\n    - c\n\n1. d\n2. e\n\n* f\n+ g\n\n- h\n\n    i\n\n        j",
    "not lists": "1.5 km\n-no\n*em*\n+1\n- \n\\- x\n1986\\. x",
    "boxes": "- [ ] a\n- [x] **b** {#b}\n    - [X] c\n- [ ] [d](e.md)\n- [ ] [@f]",
    "quotes": "> a\n> b\n>\n> - c\n\n>d\n\n> > e\n\n> [!TIP]\n> f",
    "code": "```\na\n- [ ] b\n```\n\n~~~ py\n# c\n~~~\n\n    d\n    [e](f.md)\n\n`` `g` ``",
    "code in code": "```` md\n```\n# a\n```\n````\n\n- [ ] b",
    "in a list": "- a\n\n    ```\n    b\n    ```\n\n        c\n\n- `d`\n- ```e```",
    "links": "[a](b.md) [c][d] [d] [d][] <https://e.example> ![f](g.png) [![h](i.png)](j.md)\n\n[d]: k.md 'l'",
    "brackets in links": "[a](b.md?[c), [c](d.md '[e](f.md)') ![g [h](i.md)](j.png)",
    "link over lines": "[a\nb](c.md \"d\") [e](f.md\n'g')",
    "notes": "a[^1] b[^2]\n\n[^1]: c\n[^2]: d\n    e\n\n    f",
    "short forms": "The AB and CD.\n\n*[AB]: a b\n*[CD]: c d",
    "definitions": "a\n:   b\n\nc\nd\n:   e\n\n    f",
    "tables": "| a | b |\n|:--|--:|\n| c | [d](e.md) |\n| | `f|g` |\n\nh | i\n--|--\nj | k",
    "admonitions": '!!! note "A b"\n    c\n\n    - d\n\n!!! warning ""\n    h',
    "details": '??? tip "e"\n\n    f\n\n???+ note\n    g',
    "tabs": '=== "a"\n\n    b\n\n=== "c d"\n\n    - e',
    "HTML": '<div class="a">b\n\nc</div>\n\n<div markdown>\n\n## d\n\n</div>',
    "HTML in text": "<p>e</p>\n\nf <b>g</b> <br> &amp; &lt; &copy;",
    "tags": "<br>\n\na <b c, 1<2 <i\n\n<b>c</b> <img alt='d'\nsrc='e'> [f](<g h.md>) `<i j>` <https://k.example>\n\n"
    "> <hr/>\n\n```\n<b c>\n```\n\n    <i d>\n\n<script>\nif (a <b && c) d\n</script>\n\n- <u>e</u>\n- <u>f</u>",
    "tags in text": "# a <b class='c'>d</b>\n\n| e <i class='f'>g</i> | h |\n|--|--|\n| <br> | i |\n\n"
    '??? note "<b c>"\n    j',
    "tags in HTML": "<div markdown='1' title='a'>\n<p id='b'>c</p>\n\n"
    "<details markdown>\n<summary>d</summary>\n</details>\n</div>",
    "comments": "a <!-- b --> c\n\n<!-- d\n\n- [ ] e -->\n\n<!-- guide: blocks -->\n\n<!-- guide:picture f -->",
    "signs": "\"a\" 'b' -- c --- d... (e) “f” ‘g’ \\* \\[h] it's 1's",
    "rules": "a\n\n---\n\n***\n\nb\n___",
    "contents": "[TOC]\n\n## a\n\n[TOC",
    "cited": "a [@b]. c [@b][@d]\n\n`[@e]`",
    "sheet": "Name: ____ Day: ____\n\n- ( ) a\n- ( ) b\n\n| | 1 c | 2 | 3 d |\n|--|--|--|--|\n| e | ( ) | ( ) | ( ) |",
    "scripts": "Ένα\n\n你好。\n\nمرحبا\n\n- [ ] 😀\n\nзима",
    "attributes": "a\n{: #b .c }\n\nd *e*{: .f }\n\n- g {: .h }",
}


def html_of(body: str, kind: str = "page", first_line: int = 0) -> str:
    """A page's HTML; with the line of its first line, as it is when it is read for the model."""
    return new_parser(Context(kind, "a", True, first_line)).convert(body)


@pytest.mark.parametrize("number", [1, 9, 10, 42, 1234567890])
def test_a_mark_spells_its_line(number):
    """A mark gives back its number, and is gone from the text without a trace."""
    assert number_of(mark_of(number)) == number
    assert without_marks(f"a{mark_of(number)}b") == "ab"


@pytest.mark.parametrize("kind", ["page", "worksheet"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_marks_change_nothing(body, kind):
    """A page reads the same with marks as without, but for the lines that they note; none is left in it."""
    marked = html_of(body, kind, first_line=7)

    assert without_notes(marked) == without_notes(html_of(body, kind))
    assert MARKS.findall(marked) == []


def test_marks_change_nothing_on_our_own_pages():
    """The same holds for every page of the real guide."""
    changed = []
    for path in sorted(DOCS.rglob("*.md")):
        body = parse_front_matter(path.read_text(encoding="utf-8"), "")[0].body
        for kind in ("page", "worksheet"):
            marked = html_of(body, kind, first_line=7)
            if without_notes(marked) != without_notes(html_of(body, kind)) or MARKS.search(marked):
                changed.append((path.name, kind))

    assert changed == []


@pytest.mark.parametrize("kind", ["page", "worksheet", "questions"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_no_mark_gets_into_the_model(body, kind):
    """No text, id, link or problem of the guide holds a mark."""
    text = f"---\nkind: {kind}\n---\n# T\n\n## Q\n\n{body}\n"
    guide, problems = load_guide({"a.md": text})

    assert MARKS.findall(f"{guide!r} {problems!r}") == []


def test_lines_wait_for_leave():
    """The page that readers get has no line numbers in it, nor any other note of ours."""
    html = without_notes(html_of("\n\n".join(BODIES.values()), first_line=7))

    assert re.findall(r"data-(?:line|written|checklist|twice|head|class)", html) == []
