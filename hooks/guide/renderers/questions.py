"""The index of questions, and what stands below an answer."""

import re
from itertools import groupby

from guide.model.page import OUR_ADVICE
from guide.renderers.place import Place

PERSON = re.compile(r"([^,]+?) [A-Z-]{1,4}(?:,|$)")  # the first author, with initials


def render_questions(here: Place, _: str = "") -> str:
    """Every question by theme, with the first sentence of its answer and a box to filter them."""
    themes = [(theme, list(group)) for theme, group in groupby(here.guide.questions, key=lambda one: one.theme)]
    return here.render("questions", themes=themes)


def render_question_tools(here: Place, name: str) -> str:
    """What the answer rests on, a link to it, old links that still lead to it, and where to mend it, to the line."""
    question = next((one for one in here.page.questions if one.id == name), None)
    if question is None:
        return ""
    return here.render(
        "question_tools",
        question=question,
        sources=[_source(here, key) for key in question.sources if key != OUR_ADVICE],
        advice=OUR_ADVICE in question.sources,
        edit=here.edit(question.source, question.line),
    )


def _source(here: Place, key: str) -> tuple[str, str]:
    """How a source is named in short, and the way to it in the page's own list; "" where the text does not cite it."""
    reference = here.guide.references.get(key, {})
    person = PERSON.match(str(reference.get("authors") or ""))
    name = f"{person[1]}, {reference['year']}" if person and reference.get("year") else reference.get("title") or key
    return name, f"#source-{key}" if key in {citation.name for citation in here.page.citations} else ""
