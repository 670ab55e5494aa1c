"""The whole guide as one file, to read where there is no network."""

from guide.model.site_file import human_size
from guide.renderers.place import Place


def render_editions(here: Place, _: str = "") -> str:
    """The way to each edition, with its size and what a file gives away; nothing where there is none."""
    editions = [(form, here.to(file.url), human_size(file.kilobytes)) for form, file in here.editions.items()]
    return here.render("editions", editions=editions) if editions else ""
