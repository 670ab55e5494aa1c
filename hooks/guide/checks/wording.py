"""Words that the guide has decided not to use, and what it says instead: docs/_data/wording.yml."""

import re
from collections.abc import Iterator
from typing import Any

from guide.model import Guide, Page
from guide.problems import Problem


def check_wording(guide: Guide) -> Iterator[Problem]:
    """Each rule is a pattern, the reason, what to say instead, and the pages where it may stand."""
    rules = [(re.compile(rule["words"], re.IGNORECASE), rule) for rule in guide.data.get("wording") or []]
    for page in guide.pages:
        for pattern, rule in rules:
            if not _excepted(page, rule):
                yield from _check_page(page, pattern, rule)


def _check_page(page: Page, pattern: re.Pattern, rule: dict[str, Any]) -> Iterator[Problem]:
    description = (page.description, page.lines.get("description", 1))
    for text, line in (description, *page.prose):
        for found in pattern.finditer(text):
            yield Problem(page.source, line, f"“{found[0]}”.", rule["why"], rule["instead"])


def _excepted(page: Page, rule: dict[str, Any]) -> bool:
    return any(page.url.startswith(start) for start in rule.get("except") or []) or page.kind in rule.get("kinds", [])
