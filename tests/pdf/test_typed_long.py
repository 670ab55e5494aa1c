"""Every word that is typed into a sheet is shown, in Chromium's viewer and by poppler, however long the answer is."""

import io

import pypdf
import pytest
from guide.pdf.make import Press
from guide.pdf.widgets import ROOM
from our_papers import FOLDER, JOBS, SHEETS, TO_FILL_IN, widgets
from viewer import shown_in, typed_into

SHORT = " ".join(f"w{number:03}" for number in range(24))
"""120 letters, for a cell or a blank."""
LONG = " ".join(f"w{number}".ljust(3 + number % 3, "e") for number in range(600))
"""Six hundred words as long as people's, 3,200 letters, for a room."""
EVERY = 12
"""Of so many sheets one is filled where not all are."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """All sheets with `--all`, else some; the one with the narrowest cells is among them."""
    names = [name for name in SHEETS if name in TO_FILL_IN]
    some = [*names[::EVERY], "our-pattern-letter.pdf", "trust-if-you-did-the-hurting-a4.pdf"]
    metafunc.parametrize("name", names if metafunc.config.getoption("all") else some)


def typed_by_poppler(data: bytes, words: dict[str, str]) -> bytes:
    """The same sheet with words that another program put in; whoever shows it decides how they look."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, words, auto_regenerate=True)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_every_typed_word_is_shown(name, tmp_path):
    """Six hundred words in each room, 120 letters in each cell and blank: all stand in their field."""
    [made] = Press(FOLDER, tmp_path / "kept").make([JOBS[name]])
    kinds = {field: widget.kind for field, widget in widgets(name).items()}
    words = {field: LONG if kind == ROOM else SHORT for field, kind in kinds.items()}
    chromium = shown_in(typed_into(made.data, words.__getitem__), tmp_path / "chromium.pdf")
    poppler = shown_in(typed_by_poppler(made.data, {f: words[f] for f in chromium}), tmp_path / "poppler.pdf")
    missing = {
        (viewer, field): sorted(set(words[field].split()) - set(found))[:5]
        for viewer, shown in (("chromium", chromium), ("poppler", poppler))
        for field, found in shown.items()
        if not set(words[field].split()) <= set(found)
    }

    assert chromium
    assert missing == {}
