"""The picture beside a shared link, drawn by Typst: 1200 by 630 pixels, the same bytes for the same words."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import typst

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
        aside = kept.with_suffix(".part")
        aside.write_bytes(_drawn(template, asked, folder))
        aside.replace(kept)
    return kept.read_bytes()


def _drawn(template: bytes, words: str, folder: Path) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")])
    return typst.compile(
        template,
        root=str(folder),
        font_paths=fonts,
        ignore_system_fonts=True,
        format="png",
        ppi=PIXELS_AN_INCH,
        sys_inputs={"card": words},
    )


def _fonts(folder: Path) -> list[Path]:
    return sorted((folder / "fonts").glob("*.ttf"))
