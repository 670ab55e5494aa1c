"""A grade of evidence is one that its studies can bear: docs/_data/references.yml against the table in shape.yml."""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.model.guide import Guide
from guide.model.problems import Problem, nearest


def check_grades(guide: Guide) -> Iterator[Problem]:
    """Of the ways to a grade one must be gone in full: so many studies, say, or so many trials. Some need nothing."""
    grades = guide.shape.get("evidence") or {}
    for reference in guide.data.get("references") or []:
        grade = reference.get("strength")
        if not grades or not grade:
            continue
        if grade not in grades:
            yield _unknown(guide, reference, list(grades))
        elif not any(_gone(way, reference) for way in grades[grade] or [{}]):
            yield _too_high(guide, reference, grades[grade])


def _gone(way: Mapping[str, float], reference: Mapping[str, Any]) -> bool:
    return all(reference.get(name, 0) >= least for name, least in way.items())


def _too_high(guide: Guide, reference: Mapping[str, Any], ways: list[Mapping[str, float]]) -> Problem:
    needed = " or ".join(" and ".join(f"{name}: {least:g}" for name, least in way.items()) for way in ways)
    return Problem(
        guide.data_file("references.yml"),
        reference["strength"].line,
        f"“{reference['key']}” is graded “{reference['strength']}”, and does not say what bears that.",
        "Readers lean on a grade more than on the study behind it.",
        f"Grade it lower, or write below it what there is, if it is true; this grade needs  {needed}",
    )


def _unknown(guide: Guide, reference: Mapping[str, Any], known: list[str]) -> Problem:
    guess = nearest(reference["strength"], known)
    return Problem(
        guide.data_file("references.yml"),
        reference["strength"].line,
        f"Unknown grade “{reference['strength']}”.",
        "Readers are told what each grade means, and would not find this one.",
        f"Write  strength: {guess}" if guess else f"Write one of: {', '.join(known)}.",
    )
