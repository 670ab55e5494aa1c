"""The lines between two `---`: fields, their lines, and what follows."""

from datetime import date

import pytest
from guide.reading.frontmatter import FrontMatter, parse_front_matter


def read(text: str) -> tuple[FrontMatter, list[tuple[int, str]]]:
    """The front matter of a text, and the line and first sentence of each problem."""
    front, problems = parse_front_matter(text, "docs/a.md")
    return front, [(problem.line, problem.what) for problem in problems]


def test_fields_lines_and_body():
    """Each field has its value and its line; the body is what follows, and knows on which line it begins."""
    front, problems = read("---\nkind: step\n# a comment\nstep: 3\nreviewed: 2026-11-23\n---\n# Title\n\nWords.\n")

    assert front.fields == {"kind": "step", "step": 3, "reviewed": date(2026, 11, 23)}
    assert front.lines == {"kind": 2, "step": 4, "reviewed": 5}
    assert (front.body, front.body_line) == ("# Title\n\nWords.\n", 7)
    assert problems == []


def test_lines_after_a_value_of_several_lines():
    """A list or a text over several lines moves the fields after it, and their lines say so."""
    front, _ = read("---\nalso:\n  - one\n  - two\ndescription: >\n  Some\n  words.\ntitle: T\n---\n")

    assert front.lines == {"also": 2, "description": 5, "title": 8}


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("---\ntitle: T\n---\nx", "T", "x"),
        ("---\r\ntitle: T\r\n---\r\nx", "T", "x"),
        ("--- \ntitle: T\n---\t\nx", "T", "x"),
        ("---\ntitle: T\n...\nx", "T", "x"),
        ("---\ntitle: T\n---", "T", ""),
        ("---\ntitle: a --- b\n---\nx\n\n---\n", "a --- b", "x\n\n---\n"),
    ],
    ids=["plain", "Windows line ends", "spaces", "dots", "nothing follows", "a rule in the text"],
)
def test_ways_to_write_the_fence(text, title, body):
    """The fence may be written as editors and systems write it."""
    front, problems = read(text)

    assert (front.fields, front.body, problems) == ({"title": title}, body, [])


@pytest.mark.parametrize(
    "text", ["", "# Title\n", "\n---\ntitle: T\n---\n", "---\n\nA rule, then text.\n", "----\na: b\n"]
)
def test_no_front_matter(text):
    """A text that does not begin with a fence, or begins with a rule, has no fields, and all of it is body."""
    front, problems = read(text)

    assert (front.fields, front.body, front.body_line, problems) == ({}, text, 1, [])


@pytest.mark.parametrize("text", ["---\n---\nx", "---\n\n---\nx", "---\n# nothing yet\n---\nx"])
def test_empty_front_matter(text):
    """A fence with nothing in it is no mistake."""
    front, problems = read(text)

    assert (front.fields, front.body, problems) == ({}, "x", [])


@pytest.mark.parametrize(
    ("yaml", "line", "words"),
    [
        ("title: a: b", 2, "mapping values are not allowed here"),
        ("kind: page\ntitle: [one", 3, "expected ',' or ']'"),
        ("kind: page\n\ttitle: T", 3, "cannot start any token"),
        ('title: "T', 2, "unexpected end of stream"),
        ("kind: page\nreviewed: 2026-02-30", 3, "day is out of range for month"),
        ("kind: page\nreviewed: 2026-13-01", 3, "month must be in 1..12"),
        ("a: 1\n{{ b }}: c", 3, "found unhashable key"),
        ("title: !!python/name:os.system", 2, "could not determine a constructor"),
    ],
    ids=["colon", "bracket", "tab", "quote", "no such day", "no such month", "a template", "a Python object"],
)
def test_broken_yaml(yaml, line, words):
    """What cannot be read is one problem on its line. Other fields count, it counts as written, the body is kept."""
    front, problems = read(f"---\n{yaml}\nafter: 1\n---\n# Title\n")
    names = {one.partition(":")[0] for one in yaml.splitlines() if one[0].isalpha()}

    assert ({*front.fields}, front.fields["after"], front.body) == ({*names, "after"}, 1, "# Title\n")
    assert front.fields.get("kind", "page") == "page"
    assert [problem[0] for problem in problems] == [line]
    assert problems[0][1].startswith("The front matter cannot be read: ")
    assert words in problems[0][1]


@pytest.mark.parametrize("yaml", ["- one\n- two", "just words", "3"])
def test_front_matter_without_fields(yaml):
    """A list or words between the fences are no fields."""
    front, problems = read(f"---\n{yaml}\n---\nx")

    assert (front.fields, front.body, problems) == ({}, "x", [(1, "The front matter holds no fields.")])


def test_a_field_written_twice():
    """YAML would let the later one win in silence; here it is a problem on the later one's line."""
    _, problems = read("---\ntitle: A\nkind: page\ntitle: B\n---\n")

    assert problems == [(4, "The field “title” is written twice (first on line 2).")]


def test_front_matter_that_is_never_closed():
    """Fields under a fence that nothing closes would be shown as text, so it is a problem."""
    front, problems = read("---\nkind: step\n\n# Title\n")

    assert (front.fields, front.body.strip()) == ({"kind": "step"}, "# Title")
    assert problems == [(1, "The front matter is never closed.")]
