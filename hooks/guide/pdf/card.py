"""The picture beside a shared link, drawn by Typst: 1200 by 630 pixels, the same bytes for the same words."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import typst
from guide.keep import write_whole
from guide.pdf.typeset import world_of

PIXELS_AN_INCH = 72  # the template's points are pixels then


def draw_card(words: dict[str, str], folder: Path, cache: Path) -> bytes:
    """A PNG of `words` (`title`, `line`, `mark` as SVG, `lang`), drawn once and kept by its content.

    `folder` holds card.typ and fonts/; `cache` is made where it is missing. Raises typst.TypstError where it cannot be
    drawn.
    """
    template, asked = (folder / "card.typ").read_bytes(), json.dumps(words, ensure_ascii=False, sort_keys=True)
    parts = [template, asked.encode(), version("typst").encode(), *map(Path.read_bytes, _fonts(folder))]
    kept = cache / f"card-{hashlib.sha256(b''.join(parts)).hexdigest()}.png"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        world = {"ppi": PIXELS_AN_INCH, "sys_inputs": {"card": asked}, **world_of(folder)}
        write_whole(kept, typst.compile(template, format="png", **world))
    return kept.read_bytes()


def _fonts(folder: Path) -> list[Path]:
    return sorted((folder / "fonts").glob("*.ttf"))
