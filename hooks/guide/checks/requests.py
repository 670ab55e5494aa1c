"""A page asks only for parts that the build can make."""

from collections.abc import Iterator

from guide.model import Guide
from guide.problems import Problem, nearest

KNOWN = {
    "all-worksheets",
    "blocks",
    "checklists",
    "editions",
    "help-lines",
    "on-device",
    "page-break",
    "picture",
    "questions",
    "references",
    "sources",
    "steps",
    "workbook",
    "worksheets",
}


def check_requests(guide: Guide) -> Iterator[Problem]:
    """The comments of the form `<!-- guide: blocks -->`."""
    for page in guide.pages:
        for request in page.requests:
            if request.name not in KNOWN:
                guess = nearest(request.name, KNOWN)
                yield Problem(
                    page.source,
                    request.line,
                    f"Nothing called “{request.name}” can be put here.",
                    "The comment would stay a comment, and readers would see nothing.",
                    f"Write  <!-- guide: {guess} -->" if guess else f"Known: {', '.join(sorted(KNOWN))}.",
                )
