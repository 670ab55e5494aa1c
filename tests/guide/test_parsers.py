"""A parser that reads one page after another: it knows nothing of those before."""

from pathlib import Path

import pytest
from guide.dialect import parsers
from guide.dialect.context import Context
from guide.reading.pages import load_page

ROOT = Path(__file__).parents[2]
FOLDERS = ("docs", "tests/cases", "tests/sites", "tests/hostile")
OURS = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.md"))]
OF_ALL_KINDS = """# A page {{#page}}

Said [@key] and[^1] *so* [there][link]. The HTML is <b>raw</b>, `code`.

## A list

- [ ] A box
- [x] Another

| a | b |
|---|---|
| 1 | 2 |

=== "One"
    Tab.

??? note "More"
    Words.

```python
x = 1
```

Term
:   Meaning

*[HTML]: {word}
[link]: {word}.md
[^1]: A {word}.
"""


@pytest.fixture(autouse=True)
def none_waits(monkeypatch):
    """Each test begins without a parser that has read anything."""
    monkeypatch.setattr(parsers, "_waiting", {})


def read(text):
    """The page and what is wrong with it."""
    return load_page("a/b.md", text, "docs", {})


def text_of(path):
    """A file as the reading of a guide opens it."""
    return path.read_bytes().decode("utf-8", errors="surrogateescape")


def test_pages_are_read_as_if_each_was_the_first():
    """Ours, those of the cases and the hostile ones, each behind all others."""
    texts = [text_of(path) for path in OURS] + [OF_ALL_KINDS.format(word=word) for word in ("one", "two")]
    behind = [read(text) for text in texts]

    for text, found in zip(texts, behind, strict=True):
        parsers._waiting.clear()
        assert read(text) == found


def test_one_parser_is_enough():
    """It is used again; two that read at the same time are two."""
    read("# A")
    read("# B")
    assert [len(waiting) for waiting in parsers._waiting.values()] == [1]

    with parsers.parser_for(Context()) as (one, _), parsers.parser_for(Context()) as (other, _):
        assert one is not other


def test_one_that_failed_is_not_used_again():
    """Who knows where it was."""
    with pytest.raises(RecursionError), parsers.parser_for(Context()) as (failed, _):
        raise RecursionError
    with parsers.parser_for(Context()) as (md, _):
        assert md is not failed


def test_what_a_site_adds_reads_one_page_alone():
    """An extension of its own, or an option, may remember what it saw."""
    for extensions in ({"extra": ["sane_lists"]}, {"configs": {"toc": {"permalink": True}}}):
        with parsers.parser_for(Context(), **extensions) as (one, _):
            pass
        with parsers.parser_for(Context(), **extensions) as (other, _):
            assert one is not other
