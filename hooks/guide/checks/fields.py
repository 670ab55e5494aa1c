"""Front matter holds known fields, of the right type, and all that the page's kind needs."""

from collections.abc import Iterator
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem, nearest
from guide.reading.fields import is_sound, kinds, known_fields

SAYS = {
    "text": ("text", "some words"),
    "texts": ("a list of texts", "[one thing, another thing]"),
    "names": ("a list of worksheets' file names", "[check-in]"),
    "date": ("a date", "2026-11-23"),
    "number": ("a whole number from 1 up", "3"),
}


def check_fields(guide: Guide) -> Iterator[Problem]:
    """Every field of every page."""
    shape = guide.shape
    for page in guide.pages:
        for name, value in page.written.items():
            yield from _check_field(page, str(name), value)
        yield from _check_needed(page, shape)
        yield from _check_audience(page, guide.data.get("audiences") or {})
        yield from _check_worksheets(page, [sheet.id for sheet in guide.worksheets])
    yield from _check_steps(guide.of_kind("step"))


def _check_field(page: Page, name: str, value: Any) -> Iterator[Problem]:
    field = known_fields().get(name)
    if field is None:
        yield _unknown(page, name, value)
    elif page.kind in kinds() and page.kind not in field.get("for", kinds()):
        what, why = f"“{name}” has no meaning on a page of kind {page.kind}.", f"It is for: {', '.join(field['for'])}."
        yield _problem(page, name, what, why, "Take the line out, or mend the kind.")
    elif field["type"] == "choice":
        yield from _check_choice(page, name, value, field["choices"])
    elif not is_sound(value, field["type"]):
        says, example = SAYS[field["type"]]
        what = f"“{name}” should be {says}, and is {_shown(value)}."
        yield _problem(page, name, what, field["what"], f"Write  {name}: {example}")
    elif isinstance(value, str) and value and not value.strip():
        yield _problem(page, name, f"“{name}” is blank.", field["what"], f"Write  {name}: {SAYS['text'][1]}")
    elif len(str(value)) > field.get("longest", 10_000):
        what = f"“{name}” has {len(value)} characters; {field['longest']} are shown."
        yield _problem(page, name, what, "Lists and search engines would cut it off.", "Say it in fewer words.")


def _unknown(page: Page, name: str, value: Any) -> Problem:
    guess = nearest(name, known_fields())
    mend = f"Write  {guess}: {value}" if guess else f"Take it out, or use one of: {', '.join(known_fields())}."
    return _problem(
        page, name, f"Unknown field “{name}”.", "A field that nobody knows is passed over without a word.", mend
    )


def _problem(page: Page, field: str, what: str, why: str, mend: str) -> Problem:
    return Problem(page.source, page.lines.get(field, 1), what, why, mend)


def _check_choice(page: Page, name: str, value: Any, choices: list[str]) -> Iterator[Problem]:
    if value not in choices:
        yield _problem(
            page,
            name,
            f"Unknown {name} “{value}”.",
            f"The {name} decides how the page is read and shown. Known: {', '.join(choices)}.",
            f"Write  {name}: {nearest(str(value), choices) or ('page' if 'page' in choices else choices[0])}",
        )


def _check_needed(page: Page, shape: dict[str, Any]) -> Iterator[Problem]:
    needed = [name for name, field in known_fields().items() if page.kind in field.get("needed", [])]
    for part in ("every page", page.kind):
        needed += (shape.get(part) or {}).get("fields") or []
    for name in needed:
        if page.written.get(name, "") in ("", []):
            field = known_fields().get(name, {"type": "text", "what": ""})
            example = SAYS.get(field["type"], ("", "…"))[1]
            yield _problem(
                page,
                "kind",
                f"The field “{name}” is missing.",
                field["what"],
                f"Add between the two --- lines at the top:  {name}: {example}",
            )


def _check_steps(pages: list[Page]) -> Iterator[Problem]:
    """Each number is one step's, and there are as many steps as the highest says."""
    taken: dict[int, Page] = {}
    for page in pages:
        number = page.fields.get("step")
        first = taken.setdefault(number, page) if number else page
        if first is not page:
            what, why = f"Step {number} is {first.source} already.", "Readers would meet two steps of one number."
            yield _problem(page, "step", what, why, "Give each step a number of its own.")
        elif number and number > len(pages):
            what = f"This is step {number}, and there {'is' if len(pages) == 1 else 'are'} {len(pages)}."
            why = f"The page would say “Step {number} of {len(pages)}”."
            yield _problem(page, "step", what, why, "Number the steps from 1, without a gap.")


def _check_audience(page: Page, audiences: dict[str, str]) -> Iterator[Problem]:
    audience = page.fields.get("audience")
    if audience is not None and audience not in audiences:
        yield _problem(
            page,
            "audience",
            f"Unknown audience “{audience}”.",
            f"The audience says who fills the worksheet in. Known (docs/_data/audiences.yml): {', '.join(audiences)}.",
            f"Write  audience: {nearest(audience, audiences) or next(iter(audiences), '…')}",
        )


def _check_worksheets(page: Page, known: list[str]) -> Iterator[Problem]:
    for name in page.fields.get("worksheets", []):
        if name not in known:
            guess = nearest(name, known)
            yield _problem(
                page,
                "worksheets",
                f"There is no worksheet “{name}”.",
                "The page would offer a sheet that does not exist.",
                f"Write  {guess}  instead." if guess else "Take it out, or write docs/worksheets/" + f"{name}.md.",
            )


def _shown(value: Any) -> str:
    return "empty" if value is None else f"“{value}”"
