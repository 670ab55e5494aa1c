"""What speaks of research names its source in the same paragraph, as far as words can show it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem


def check_claims(guide: Guide) -> Iterator[Problem]:
    """The words that give research away stand in docs/_data/shape.yml (`claims`), as does where they may stand bare."""
    rule = guide.shape.get("claims") or {}
    if rule:
        pattern = re.compile(rule["words"], re.IGNORECASE)
        for page in guide.pages:
            if not any(page.url.startswith(start) for start in rule.get("except") or []):
                yield from _bare(page, pattern)


def _bare(page: Page, pattern: re.Pattern) -> Iterator[Problem]:
    cited = [citation.line for citation in page.citations]
    for (text, line), (_, end) in pairwise([*page.prose, ("", float("inf"))]):
        found = pattern.search(text)
        if found and not any(line <= one < max(end, line + 1) for one in cited):
            yield Problem(
                page.source,
                line,
                f"“{found[0]}” speaks of research, and this paragraph cites none.",
                "A claim that cannot be looked up is an opinion with a borrowed coat.",
                "Cite the study right after the claim:  [@key] , or say that it is advice.",
            )
