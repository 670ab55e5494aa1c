"""The picture beside a shared link, and the cover of the e-book."""

import shutil
import struct

import pytest
from guide.pdf.card import CARD, COVER, draw_card
from projects import ROOT

FOLDER = ROOT / "overrides/print"
WORDS = {
    "title": "Kettles",
    "line": "all about tea",
    "mark": (ROOT / "overrides/assets/mark.svg").read_text("utf-8"),
    "lang": "en",
}


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height, from the first chunk of a PNG."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize(
    "title", ["Kettles", "A very long name for a guide to kettles, pots, cups and all of that " * 3]
)
def test_it_has_the_size_that_others_show(title, tmp_path):
    """1200 by 630, one picture however long the name is."""
    png = draw_card({**WORDS, "title": title}, FOLDER, tmp_path)

    assert size_of(png) == (1200, 630)


@pytest.mark.parametrize("title", ["Kettles", "A very long name for a guide to kettles, pots and cups " * 4])
def test_a_cover_is_one_page(title, tmp_path):
    """1200 by 1600, and no line of another."""
    assert size_of(draw_card({**WORDS, "title": title}, FOLDER, tmp_path, COVER)) == (1200, 1600)


@pytest.mark.parametrize("template", [CARD, COVER])
@pytest.mark.parametrize("language", ["pt-BR", "zh-Hant-TW", "de-1996", "nb"])
def test_any_language(language, template, tmp_path):
    """Also with its land, its script and its year."""
    assert draw_card({**WORDS, "lang": language}, FOLDER, tmp_path, template)


def test_the_same_words_give_the_same_bytes(tmp_path):
    """Drawn twice from nothing."""
    assert draw_card(WORDS, FOLDER, tmp_path / "a") == draw_card(WORDS, FOLDER, tmp_path / "b")


def test_it_is_kept_until_something_changes(tmp_path):
    """The same is not drawn again; other words or another template are."""
    theme = tmp_path / "theme"
    shutil.copytree(FOLDER, theme)
    draw_card(WORDS, theme, tmp_path)
    (kept,) = tmp_path.glob("card-*.png")
    kept.write_bytes(b"kept")

    assert draw_card(WORDS, theme, tmp_path) == b"kept"
    assert draw_card({**WORDS, "line": "or coffee"}, theme, tmp_path) != b"kept"
    (theme / "card.typ").write_text((theme / "card.typ").read_text("utf-8") + "// new\n", "utf-8")
    assert draw_card(WORDS, theme, tmp_path) != b"kept"
