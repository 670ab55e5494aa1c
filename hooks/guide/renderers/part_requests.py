"""Parts made by the build, put where a page asks for them: `<!-- guide: blocks -->`."""

from collections.abc import Callable

from guide.text.part_requests import ASKED


def fill(html: str, name: str, render: Callable[[str], str]) -> str:
    """A page's HTML with each request for `name` answered; `render` is handed the request's argument, or ""."""
    return ASKED.sub(lambda found: render(found["argument"] or "") if found["name"] == name else found[0], html)
