"""The picture beside a shared link, drawn by Typst: 1200 by 630 pixels, the same bytes for the same words."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from guide.cache import Cache

PIXELS_AN_INCH = 72  # the template's points are pixels then


def make_card(words: dict[str, str], folder: Path, cache: Path) -> bytes | None:
    """The card as `draw_card` makes it; None without the engine, of which the PDFs tell already."""
    try:
        return draw_card(words, folder, cache)
    except ImportError:
        return None


def draw_card(words: dict[str, str], folder: Path, cache: Path) -> bytes:
    """A PNG of `words` (`title`, `line`, `mark` as SVG, `lang`), drawn once and kept by its content.

    `folder` holds card.typ and fonts/; `cache` is made where it is missing. Raises typst.TypstError where it cannot be
    drawn.
    """
    import typst
    from guide.pdf.typeset import world_of

    template, asked = (folder / "card.typ").read_bytes(), json.dumps(words, ensure_ascii=False, sort_keys=True)
    parts = [template, asked.encode(), version("typst").encode(), *map(Path.read_bytes, _fonts(folder))]
    name = f"card-{hashlib.sha256(b''.join(parts)).hexdigest()}.png"
    kept = Cache(cache).get(name)
    if kept is None:
        world = {"ppi": PIXELS_AN_INCH, "sys_inputs": {"card": asked}, **world_of(folder)}
        kept = typst.compile(template, format="png", **world)
        Cache(cache).put(name, kept)
    return kept


def _fonts(folder: Path) -> list[Path]:
    return sorted((folder / "fonts").glob("*.ttf"))
