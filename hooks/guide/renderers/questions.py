"""The index of questions, and what stands below an answer."""

from itertools import groupby

from guide.renderers.place import Place


def render_questions(here: Place, _: str = "") -> str:
    """Every question by theme, with the first sentence of its answer and a box to filter them."""
    themes = [(theme, list(group)) for theme, group in groupby(here.guide.questions, key=lambda one: one.theme)]
    return here.render("questions", themes=themes)


def render_question_tools(here: Place, name: str) -> str:
    """A link to the answer, old links that still lead to it, and where to mend it, to the line."""
    question = next(one for one in here.guide.questions if one.id == name)
    return here.render("question_tools", question=question, edit=here.edit(question.source, question.line))
