"""What a page says to search engines, in the words of schema.org."""

import json
from pathlib import Path

import pytest
from guide.renderers.linked_data import render_linked_data
from guide.renderers.place import Place
from guide.site.loader import load_guide

TEXTS = {
    "index.md": "---\nkind: home\n---\n# Tea\n",
    "tea/index.md": "# All teas\n",
    "tea/green.md": "---\ntitle: Green </script> tea\nreviewed: 2026-11-23\n---\n# Green tea\n",
    "faq.md": "---\nkind: questions\ntheme: Tea\n---\n# Questions\n\n"
    "## Is it hot? {#hot}\nalso: warm\n\nYes. *Very.*\n\nSo wait.\n",
    "burns.md": "---\nkind: safety\ntab: Notes\ntheme: Burns\n---\n# Burns\n\n## Bad? {#bad}\n\nAsk for help.\n",
    "thé/index.md": "# Thés\n",
    "thé/vert doux.md": "# Vert\n",
    "log.md": "---\nkind: worksheet\n---\n# Log\n",
}
SITE = {"name": "Kettles", "description": "On tea.", "url": "https://tea.example/", "lang": "en"}


def said(url: str, site: dict = SITE) -> dict:
    """What the block of a page says; nothing where there is none."""
    block = render_linked_data(Place(load_guide(TEXTS)[0], url, Path()), site)
    assert block.count("</script>") == bool(block)
    return json.loads(block.partition(">")[2].removesuffix("</script>")) if block else {}


def test_the_first_page_speaks_for_the_site():
    """It is the site, by name and address."""
    assert said("") == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Kettles",
        "description": "On tea.",
        "url": "https://tea.example/",
        "inLanguage": "en",
    }


def test_a_page_says_where_it_is_and_when_it_was_read():
    """With its folder's first page above it, and nothing that could end the block before its time."""
    page = said("tea/green/")

    assert (page["@type"], page["name"], page["lastReviewed"]) == ("WebPage", "Green </script> tea", "2026-11-23")
    assert [(one["position"], one["item"]) for one in page["breadcrumb"]["itemListElement"]] == [
        (1, "https://tea.example/tea/"),
        (2, "https://tea.example/tea/green/"),
    ]


def test_an_address_in_any_letters():
    """It is said as a browser asks for it."""
    items = [one["item"] for one in said("thé/vert doux/")["breadcrumb"]["itemListElement"]]

    assert items == ["https://tea.example/th%C3%A9/", "https://tea.example/th%C3%A9/vert%20doux/"]


def test_what_is_not_known_is_not_said():
    """A folder's first page has nothing above it; a page without a review names no day."""
    assert set(said("tea/")) == {"@context", "@type", "name"}


def test_questions_stand_with_their_answers():
    """Each question of a theme, with the whole answer that the page shows."""
    page = said("faq/")

    assert page["@type"] == "FAQPage"
    assert page["mainEntity"] == [
        {
            "@type": "Question",
            "name": "Is it hot?",
            "acceptedAnswer": {"@type": "Answer", "text": "Yes. Very. So wait."},
        }
    ]


@pytest.mark.parametrize("url", ["burns/", "log/", "print/x/"], ids=["safety", "worksheet", "made by the build"])
def test_some_pages_say_nothing(url):
    """A safety page names nothing for others to show; a sheet and a page for paper need no block."""
    assert said(url) == {}


def test_a_site_without_an_address_says_nothing():
    """Nothing pretends."""
    assert said("faq/", {**SITE, "url": ""}) == {}
