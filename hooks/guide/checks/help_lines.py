"""A help line is dialled as its figures say: docs/_data/help-lines.yml leaves nothing to guess."""

from collections.abc import Iterator

from guide.model import Guide
from guide.phone import number_of
from guide.problems import Problem


def check_help_lines(guide: Guide) -> Iterator[Problem]:
    """Whoever presses a number reaches that number; what is no plain number has a `dial:` of its own."""
    for line in guide.data.get("help-lines") or []:
        written = line.get("dial") or line.get("phone")
        if written and not number_of(written):
            yield Problem(
                guide.data_file("help-lines.yml"),
                written.line,
                f"“{written}” cannot be dialled for certain.",
                "Somebody in need would press it, and reach nobody or somebody else.",
                'Add below it what to dial:  dial: "08082000247" . For no number at all write  phone: null',
            )
