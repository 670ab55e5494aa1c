"""Every question has an answer, and a question page has questions."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.text.prose import words_of


def check_answers(guide: Guide) -> Iterator[Problem]:
    """An answer there must be; how long it may be is the guide's own choice (`answer_words` in its shape)."""
    least, most = (guide.shape.get("questions") or {}).get("answer_words", (1, 10_000))
    for page in guide.of_kind("questions"):
        if not page.questions:
            yield Problem(
                page.source,
                page.lines.get("kind", 1),
                "The page is of kind questions and holds none.",
                "Its theme would stand empty in the index.",
                "Write each question as a second-level heading:  ## Is it too late? {#too-late}",
            )
    for question in guide.questions:
        words = len(words_of(question.answer))
        if not words:
            yield Problem(
                question.source,
                question.line,
                f"The question “{question.question}” has no answer.",
                "Somebody who asks it would find a heading and nothing under it.",
                "Write the answer below the heading, its first sentence first.",
            )
        elif not least <= words <= most:
            yield Problem(
                question.source,
                question.line,
                f"The answer to “{question.question}” has {words} {'word' if words == 1 else 'words'}.",
                f"Answers have {least} to {most} words here: enough to help, short enough to be read.",
                "Shorten it and link to the page that says more." if words > most else "Say a little more.",
            )
