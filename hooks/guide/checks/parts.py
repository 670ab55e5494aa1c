"""A page of a kind that has a shape holds its parts, in their order."""

from collections.abc import Iterator
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Heading, Page
from guide.model.problems import Problem


def check_parts(guide: Guide) -> Iterator[Problem]:
    """The shapes stand in docs/_data/shape.yml; a part is a second-level heading's first class, or its id."""
    for kind, shape in guide.shape.items():
        for page in guide.of_kind(kind):
            yield from _check_page(page, shape.get("parts") or [])


def _check_page(page: Page, parts: list[dict[str, Any]]) -> Iterator[Problem]:
    found = {_name(heading): heading for heading in page.headings if heading.level == 2}
    names = [part["id"] for part in parts]
    for part in parts:
        if part["id"] not in found and not part.get("may_be_missing"):
            yield Problem(
                page.source,
                page.headings[-1].line if page.headings else 1,
                f"The part “{part['title']}” is missing.",
                part["why"],
                f"Add  ## {part['title']} {{#{part['id']}}}",
            )
    present = [name for name in found if name in names]
    for name, expected in zip(present, sorted(present, key=names.index), strict=True):
        if name != expected:
            yield Problem(
                page.source,
                found[name].line,
                f"“{found[name].text}” stands where “{found[expected].text}” should.",
                f"Every {page.kind} has its parts in one order, so that a reader finds them again.",
                f"Move “{found[expected].text}” up to here.",
            )
            return


def _name(heading: Heading) -> str:
    return heading.classes[0] if heading.classes else heading.id
