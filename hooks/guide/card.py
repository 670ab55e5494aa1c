"""The picture beside a shared link, where there is an engine to draw it."""

from pathlib import Path


def make_card(words: dict[str, str], folder: Path, cache: Path) -> bytes | None:
    """A PNG; None without the engine, of which the PDFs tell already."""
    try:
        from guide.pdf.card import draw_card
    except ImportError:
        return None
    return draw_card(words, folder, cache)
