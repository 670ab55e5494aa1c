"""Old addresses: a page that leads on at once; with scripts, to the same place on the page as well."""

from urllib.parse import quote

from guide.model.guide import Guide
from guide.renderers.fragments import relative
from guide.renderers.place import Place
from guide.renderers.policy import NOBODY, with_policy


def redirects_of(guide: Guide) -> dict[str, str]:
    """{old address: the address it leads to}."""
    return {alias: page.url for page in guide.pages for alias in page.aliases}


def render_redirect(here: Place, target: str) -> str:
    """The page at an old address. Nothing runs on it but what keeps the place on the page that was asked for."""
    html = here.render("redirect", target=quote(relative(target, here.url), safe="/"), own=NOBODY)
    return with_policy(html)
