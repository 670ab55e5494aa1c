"""What a page is, as JSON-LD in the words of schema.org: only what the page itself shows, and is true.

Not on a safety page, which names nothing for others to show; nor on a worksheet, whose bytes are all needed.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from guide.model.guide import Guide
from guide.model.page import Page, Question
from guide.renderers.place import Place

SILENT = ("safety", "worksheet")


def render_linked_data(here: Place, site: Mapping[str, str]) -> str:
    """A data block; "" where there is nothing to say, or where the site has no address.

    `site` holds its `name`, `description`, `url` and `lang`.
    """
    page = here.page
    if page is None or page.kind in SILENT or not site["url"]:
        return ""
    said = _website(site) if page.kind == "home" else _page(here.guide, page, site["url"])
    # A "<" could end the block.
    text = json.dumps(_told(said), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'\n<script type="application/ld+json">{text}</script>'


def _told(said: dict[str, Any]) -> dict[str, Any]:
    """What is known, in its context."""
    return {"@context": "https://schema.org", **{name: value for name, value in said.items() if value}}


def _website(site: Mapping[str, str]) -> dict[str, Any]:
    return {
        "@type": "WebSite",
        "name": site["name"],
        "description": site["description"],
        "url": site["url"],
        "inLanguage": site["lang"],
    }


def _page(guide: Guide, page: Page, root: str) -> dict[str, Any]:
    """A page, the way to it, and the day on which somebody last read it through; with its questions, if it has any."""
    return {
        "@type": "FAQPage" if page.questions else "WebPage",
        "name": page.title,
        "lastReviewed": page.reviewed.isoformat() if page.reviewed else "",
        "breadcrumb": _way(guide, page, root),
        "mainEntity": [_question(question) for question in page.questions],
    }


def _way(guide: Guide, page: Page, root: str) -> dict[str, Any] | None:
    """The page of the folder that this page is in, then itself; None where the folder has no other page."""
    above = guide.page_at(page.url.rstrip("/").rpartition("/")[0] + "/")
    if above is None or above is page:
        return None
    steps = [
        {"@type": "ListItem", "position": position, "name": one.title, "item": root + quote(one.url)}
        for position, one in enumerate((above, page), 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _question(question: Question) -> dict[str, Any]:
    return {
        "@type": "Question",
        "name": question.question,
        "acceptedAnswer": {"@type": "Answer", "text": question.answer},
    }
