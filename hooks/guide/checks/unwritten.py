"""What a beginning leaves to its author (`python -m guide new`) is written before anybody reads it."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.to_write import MARK, left_in


def check_unwritten(guide: Guide) -> Iterator[Problem]:
    """Fields, headings and text that still hold the mark."""
    for page in guide.pages:
        for text, line in {*_written(page)}:
            what = left_in(text)
            if what:
                yield Problem(
                    page.source,
                    line,
                    f"Still to be written: {what}",
                    "Readers would see a note that was meant for the author.",
                    f"Write it in place of “{MARK} …”, or take the line out.",
                )


def _written(page: Page) -> Iterator[tuple[str, int]]:
    for name, value in page.written.items():
        yield from ((str(text), page.lines.get(name, 1)) for text in (value if isinstance(value, list) else [value]))
    yield from ((heading.text, heading.line) for heading in page.headings)
    # A paragraph of a callout is told by the line on which the callout begins.
    yield from ((text, _marked(page, line)) for text, line in page.prose if MARK in text)
    if page.questions:  # people's own words for them are taken out of the text
        lines = enumerate(page.text.splitlines(), page.text_line)
        yield from ((line.partition(";")[0], number) for number, line in lines if line.startswith("also:"))


def _marked(page: Page, line: int) -> int:
    """The first line from a line on that holds the mark, or that line itself."""
    lines = page.text.splitlines()[line - page.text_line :]
    return next((line + more for more, text in enumerate(lines) if MARK in text), line)
