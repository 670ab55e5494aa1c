"""What is cited exists once, and a page that cites lists its sources."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import OUR_ADVICE
from guide.model.problems import Problem, nearest


def check_citations(guide: Guide) -> Iterator[Problem]:
    """Citations in the text, and the sources that a question names."""
    if guide.data.get("references", ()) is None:
        return  # the file cannot be read, which is told; each citation as well would hide it
    known = list(guide.references)
    yield from _check_keys(guide)
    for page in guide.pages:
        for citation in page.citations:
            if citation.name not in known:
                yield _unknown(page.source, citation.line, citation.name, known)
        if page.citations and "sources" not in [request.name for request in page.requests]:
            yield Problem(
                page.source,
                page.citations[0].line,
                "The page cites a source and does not list it.",
                "The small number would lead nowhere.",
                "Add at the end of the page:  ## Sources {#sources}  and below it  <!-- guide: sources -->",
            )
    for question in guide.questions:
        for key in question.sources:
            if key not in known and key != OUR_ADVICE:
                yield _unknown(question.source, question.line, key, known)


def _check_keys(guide: Guide) -> Iterator[Problem]:
    """Each source has a key of its own."""
    lines: dict[str, int] = {}
    for key in (reference["key"] for reference in guide.data.get("references") or []):
        if key in lines:
            yield Problem(
                guide.data_file("references.yml"),
                key.line,
                f"The key “{key}” is taken by line {lines[key]}.",
                "A claim would lead to the one, and a reader find the other.",
                "Keep one of the two, or give this one a key of its own.",
            )
        lines.setdefault(key, key.line)


def _unknown(source: str, line: int, key: str, known: list[str]) -> Problem:
    guess = nearest(key, known)
    return Problem(
        source,
        line,
        f"Unknown source “{key}”.",
        "Sources stand in docs/_data/references.yml, and every claim leads to one.",
        f"Write  [@{guess}]" if guess else "Add the source there first.",
    )
