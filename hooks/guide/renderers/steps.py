"""The path of the steps."""

from guide.renderers.place import Place


def render_steps(here: Place, _: str = "") -> str:
    """The steps in their order, with what each promises."""
    return here.render("steps", steps=here.guide.steps)
