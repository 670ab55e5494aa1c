"""The picture beside a shared link, and the cover of the e-book, drawn by Typst: the same bytes for the same words."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from guide.cache import Cache

PIXELS_AN_INCH = 72  # the template's points are pixels then
CARD, COVER = "card.typ", "cover.typ"


def make_card(words: dict[str, str], folder: Path, cache: Path, template: str = CARD) -> bytes | None:
    """The card as `draw_card` makes it; None without the engine, of which the PDFs tell already."""
    try:
        return draw_card(words, folder, cache, template)
    except ImportError:
        return None


def draw_card(words: dict[str, str], folder: Path, cache: Path, template: str = CARD) -> bytes:
    """A PNG of `words` (`title`, `line`, `mark` as SVG, `lang`), drawn once and kept by its content.

    `folder` holds the template and fonts/; `cache` is made where it is missing. Raises typst.TypstError where it cannot
    be drawn.
    """
    import typst
    from guide.pdf.typeset import world_of

    source, asked = (folder / template).read_bytes(), json.dumps(words, ensure_ascii=False, sort_keys=True)
    parts = [source, asked.encode(), version("typst").encode(), *map(Path.read_bytes, _fonts(folder))]
    name = f"card-{hashlib.sha256(b''.join(parts)).hexdigest()}.png"
    kept = Cache(cache).get(name)
    if kept is None:
        world = {"ppi": PIXELS_AN_INCH, "sys_inputs": {"card": asked}, **world_of(folder)}
        kept = typst.compile(source, format="png", **world)
        Cache(cache).put(name, kept)
    return kept


def _fonts(folder: Path) -> list[Path]:
    return sorted((folder / "fonts").glob("*.ttf"))
