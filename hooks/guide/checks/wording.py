"""Words that the guide has decided not to use, there or at all, and what it says instead: docs/_data/wording.yml."""

import re
from collections.abc import Iterator
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem


def check_wording(guide: Guide) -> Iterator[Problem]:
    """Each rule is a pattern, the reason, what to say instead, where it holds (`in`), and where it may stand."""
    rules = [(re.compile(rule["words"], re.IGNORECASE), rule) for rule in guide.data.get("wording") or []]
    for page in guide.pages:
        for pattern, rule in rules:
            if not _excepted(page, rule):
                yield from _check_page(page, pattern, rule)


def _check_page(page: Page, pattern: re.Pattern, rule: dict[str, Any]) -> Iterator[Problem]:
    for text, line in _asked(page) if rule.get("in") == "questions" else _written(page):
        for found in pattern.finditer(text):
            yield Problem(page.source, line, f"“{found[0]}”.", rule["why"], rule["instead"])


def _written(page: Page) -> Iterator[tuple[str, int]]:
    yield page.description, page.lines.get("description", 1)
    yield from page.prose


def _asked(page: Page) -> Iterator[tuple[str, int]]:
    """How its questions are asked, in the guide's words and in people's own."""
    for question in page.questions:
        yield from ((asked, question.line) for asked in (question.question, *question.also))


def _excepted(page: Page, rule: dict[str, Any]) -> bool:
    return any(page.url.startswith(start) for start in rule.get("except") or []) or page.kind in rule.get("kinds", [])
