"""A sheet that is filled in as an example is filled in where it has fields; and each sheet has one, or a reason."""

from collections.abc import Iterator

from guide.model.example import Example, Unknown
from guide.model.guide import Guide
from guide.model.problems import Problem, nearest

EXAMPLE = "examples/{}.yml"


def check_examples(guide: Guide) -> Iterator[Problem]:
    """The files of docs/_data/examples/. That each sheet has one is asked where docs/_data/shape.yml asks for it."""
    data = guide.data.get("examples") or {}
    sheets = [sheet.id for sheet in guide.worksheets]
    for name in data:
        if name not in sheets:
            yield _of_no_sheet(guide, name, sheets)
    for example in guide.examples:
        for unknown in example.unknown:
            yield _nowhere(guide, example, unknown)
    shape = guide.shape.get("worksheet") or {}
    if shape.get("examples"):
        for sheet in guide.worksheets:
            if not data.get(sheet.id):
                yield _missing(guide, sheet.id, guide.page_at(sheet.url).source)


def _of_no_sheet(guide: Guide, name: str, sheets: list[str]) -> Problem:
    guess = nearest(name, sheets)
    return Problem(
        guide.data_file(EXAMPLE.format(name)),
        1,
        f"There is no worksheet “{name}”.",
        "Nobody would ever see this example.",
        f"Call the file  {guess}.yml" if guess else "Call the file by the name of its sheet, or take it out.",
    )


def _nowhere(guide: Guide, example: Example, unknown: Unknown) -> Problem:
    words, known = unknown
    guess = nearest(words, known)
    choose = f"Use one of: {', '.join(known)}." if known else "Take it out: the row has no field left for it."
    return Problem(
        guide.data_file(EXAMPLE.format(example.sheet)),
        getattr(words, "line", 1),
        f"“{words}” stands nowhere on the sheet.",
        "The answer would not be shown.",
        f"Write  {guess}" if guess else choose,
    )


def _missing(guide: Guide, name: str, source: str) -> Problem:
    return Problem(
        source,
        1,
        "The sheet has no example.",
        "People fill in a sheet more easily when they have seen how somebody else did.",
        f"Write {guide.data_file(EXAMPLE.format(name))}; or, where an example could do harm, only  none: and why.",
    )
