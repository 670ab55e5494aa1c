"""A page that would keep a build busy for minutes is told by its line, at once; one that people read never is."""

import time

import pytest
import yaml
from guide.reading.data import parse_data
from guide.reading.limits import MOST_VALUES, check_limits
from guide.site.loader import load_guide
from projects import DOCS

TOO_MUCH = {
    "brackets": ("[" * 100_000, 3),
    "brackets in a line each": ("[\n" * 2_000, 1003),
    "links never closed": ("[a](" * 20_000, 3),
    "pictures": ("![" * 30_000, 3),
    "stars": ("*a **b " * 10_000, 3),
    "words": ("word " * 20_000, 3),
    "nested lists": ("".join(f"{'    ' * depth}- a\n" for depth in range(400)), 23),
    "nested lists on one line": ("- " * 400 + "a", 3),
    "nested quotes": (">" * 3_000 + " a", 3),
    "boxes": ("- [ ] box\n" * 10_000, 1003),
    "a table": ("|" + "a|" * 20_000 + "\n|" + "-|" * 20_000, 3),
    "a table of bare rows": ("|" + "a|" * 1_500 + "\n|" + "-|" * 1_500 + "\n" + "|\n" * 1_000, 16),
    "notes": ("[^a]" * 5_000 + "\n\n[^a]: x", 3),
    "headings": ("## a\n\n" * 5_000, 2001),
    "abbreviations": ("".join(f"*[A{number}]: x\n" for number in range(2_000)), 203),
    "comments": ("<!--" * 20_000, 3),
    "a fence that is never closed": ("```\n" + "[" * 100_000, 4),
    "a fence that is closed before": ("```\na\n```\n\n" + "[" * 100_000, 7),
    "nested notes of one kind": ("".join(f"{'    ' * depth}!!! note\n\n" for depth in range(400)), 43),
    "nested notes that open": ("".join(f"{'    ' * depth}??? note\n\n" for depth in range(400)), 43),
    "nested terms": ("".join(f"{'    ' * depth}a\n{'    ' * depth}:   b\n\n" for depth in range(400)), 64),
    "nested elements": ('<div markdown="1">\n\n' * 400 + "a\n\n" + "</div>\n\n" * 400, 43),
    "an address used again and again": ("[a] " * 400 + "\n\n[a]: https://x.example/" + "a" * 9_000, 5),
    "what an abbreviation stands for": ("ab " * 2_000 + "\n\n*[ab]: " + "a" * 9_000, 5),
    "no fence": ("```yaml {a}\n" + "[" * 100_000 + "\n```", 4),
}


@pytest.mark.parametrize(("text", "line"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_it_is_told_at_once(text, line):
    """By the line where it is too much; the page is there, and empty."""
    begun = time.process_time()
    guide, problems = load_guide({"a.md": f"# A\n\n{text}\n"})

    assert line in [problem.line for problem in problems if "stays empty" in problem.why]
    assert guide.pages[0].html == ""
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "text",
    [
        "```\n" + "a[0]['b'] = {`c`: *d}\n" * 2_000 + "```\n",
        "".join(f"- [a{number}](https://x.example/{number}), *well*\n" for number in range(900)),
        "\n\n".join(["A sentence of **some** words, with [a link](https://x.example/)."] * 2_000),
        "- a\n    - b\n        - c\n            > d\n",
    ],
    ids=["code", "many links", "a long page", "some depth"],
)
def test_what_people_write_is_read(text):
    """However long the page is."""
    assert check_limits(text, 1, "docs/a.md") == []


@pytest.mark.parametrize("text", ["…" * 9_800 + "x", "1 " * 4_900 + "x"], ids=["stops", "figures"])
def test_what_is_no_more_than_that_is_read_at_once(text):
    """Signs in a long row are each looked at once."""
    begun = time.process_time()
    load_guide({"a.md": f"# A\n\n{text}\n"})

    assert time.process_time() - begun < 1.5


def test_our_own_pages_are_far_from_it():
    """Twice as much of everything would be no problem either."""
    texts = {path: path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}

    assert [path for path, text in texts.items() if check_limits(text, 1, "") or check_limits(text * 2, 1, "")] == []


LONG = {
    "typed/in-danger.txt": 50_000,
    "typed/in-no-danger.txt": 75_000,
    "typed/elsewhere.txt": 20_000,
    "alarms.txt": 20_000,
}


@pytest.mark.parametrize(("name", "most"), LONG.items(), ids=LONG)
def test_a_list_is_read_so_far(name, most):
    """A file of data that would keep a build busy for minutes is told by the line where it is too much."""
    path = f"docs/_data/{name}"
    lines = [f"weather {number}" for number in range(most)]
    data, none = parse_data({path: "\n".join(lines) + "\n"})
    cut, [told] = parse_data({path: "\n".join([*lines, "one more"]) + "\n"})

    assert none == []
    assert (told.path, told.line, told.what) == (path, most + 1, f"The file has more than {most:,} lines.")
    assert "read no further" in told.why
    assert cut == data


def test_our_own_data_is_far_from_it():
    """Four times as much would be no problem either."""
    lists = {f"docs/{path.relative_to(DOCS)}": path.read_text(encoding="utf-8") for path in DOCS.glob("_data/**/*.txt")}
    told = parse_data({path: text * 4 for path, text in lists.items()})[1]
    names = {f"docs/{path.relative_to(DOCS)}": path.read_text(encoding="utf-8") for path in DOCS.glob("_data/*.yml")}
    held = {path: sum(isinstance(one, yaml.ScalarEvent) for one in yaml.parse(text)) for path, text in names.items()}

    assert told == []
    assert max(held.values()) * 4 < MOST_VALUES
