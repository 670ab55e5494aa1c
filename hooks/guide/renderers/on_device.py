"""The offer to keep the whole guide on a device, and to remove it again."""

from guide.renderers.place import Place


def render_on_device(here: Place, _: str = "") -> str:
    """What is kept, what it gives away, and the two buttons; nothing where no worker can keep it."""
    return here.render("on_device", worker=here.to(here.worker)) if here.worker else ""
