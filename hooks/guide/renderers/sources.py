"""Sources: those a page cites, and all of them."""

from itertools import groupby

from guide.renderers.place import Place


def render_sources(here: Place, _: str = "") -> str:
    """The sources of this page, numbered in the order in which it cites them."""
    known = here.guide.references
    keys = dict.fromkeys(citation.name for citation in here.page.citations)
    return here.render("sources", references=[known[key] for key in keys if key in known])


def render_references(here: Place, _: str = "") -> str:
    """Every source of the guide, by topic, with what it found and how strong it is."""
    references = here.guide.data.get("references") or []
    topics = [(topic, list(group)) for topic, group in groupby(references, key=lambda one: one.get("topic") or "")]
    return here.render("references", topics=topics)
