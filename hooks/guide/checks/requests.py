"""A page asks only for parts that the build can make."""

from collections.abc import Collection, Iterator

from guide.model.guide import Guide
from guide.model.problems import Problem, nearest


def check_requests(guide: Guide, parts: Collection[str]) -> Iterator[Problem]:
    """The comments of the form `<!-- guide: blocks -->`. `parts` are those that can be made."""
    for page in guide.pages:
        for request in page.requests:
            if request.name not in parts:
                guess = nearest(request.name, parts)
                yield Problem(
                    page.source,
                    request.line,
                    f"Nothing called “{request.name}” can be put here.",
                    "The comment would stay a comment, and readers would see nothing.",
                    f"Write  <!-- guide: {guess} -->" if guess else f"Known: {', '.join(sorted(parts))}.",
                )
