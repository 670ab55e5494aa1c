"""Old addresses: a page that leads on, at once and without a script."""

from guide.fragments import relative
from guide.model import Guide
from guide.renderers.place import Place


def redirects_of(guide: Guide) -> dict[str, str]:
    """{old address: the address it leads to}."""
    return {alias: page.url for page in guide.pages for alias in page.aliases}


def render_redirect(here: Place, target: str) -> str:
    """The page at an old address."""
    return here.render("redirect", target=relative(target, here.url))
