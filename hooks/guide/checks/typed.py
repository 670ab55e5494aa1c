"""What people type teaches one thing only: each line of docs/_data/typed/ stands once, below a page for danger."""

from collections.abc import Iterator

from guide.model import Guide, Text
from guide.problems import Problem, nearest

HEADED = "in-danger"  # the file whose lines stand below the pages that are meant for them


def check_typed(guide: Guide) -> Iterator[Problem]:
    """Every heading among queries of danger is a safety page, and no query stands twice."""
    safe = {page.file for page in guide.pages if page.kind == "safety"}
    seen: dict[str, str] = {}
    for name, lists in guide.data["typed"].items():
        source = guide.data_file(f"typed/{name}.txt")
        for heading, lines in lists.items():
            if name == HEADED and heading not in safe:
                yield _no_page(source, heading, lines, safe)
            for line in lines:
                if line in seen:
                    yield _twice(source, line, seen[line])
                seen.setdefault(line, f"{source}:{line.line}")


def _no_page(source: str, heading: str, lines: list[Text], safe: set[str]) -> Problem:
    guess = nearest(heading, safe)
    return Problem(
        source,
        lines[0].line if lines else 1,
        f"The lines below “{heading}” are for no safety page." if heading else "These lines stand below no page.",
        "Nobody who types such a thing would be led to help.",
        f"Write  ## {guess or 'start/safe.md'}  above them: a page of kind safety.",
    )


def _twice(source: str, line: Text, before: str) -> Problem:
    return Problem(
        source,
        line.line,
        f"“{line}” stands there twice: it is in {before} too.",
        "The search cannot learn two things from one query.",
        "Take it out where it does not belong.",
    )
