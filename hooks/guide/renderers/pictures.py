"""Small drawings from docs/_data/pictures/."""

from guide.renderers.place import Place


def render_picture(here: Place, name: str) -> str:
    """The drawing as it stands in its file; it carries its own text alternative."""
    return (here.guide.data.get("pictures") or {}).get(name, "")
