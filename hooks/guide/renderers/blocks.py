"""The table of building blocks."""

from guide.renderers.place import Place


def render_blocks(here: Place, _: str = "") -> str:
    """A row a block, in their order, each leading to its page."""
    return here.render("blocks", blocks=here.guide.blocks)
