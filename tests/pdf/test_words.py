"""What is written around fields stands on paper too, and is read out with them."""

import io

import pypdf
import pytest
from guide.loader import load_guide
from guide.paper import make_pdfs
from test_bad_input import DATA, FOLDER, FRONT, SITE

LONG = "because it matters more to me than I could ever say in the few words that fit in here"


def form_of(body: str, cache) -> tuple[str, dict[str, str]]:
    """The text of a sheet's PDF in one line, and what a screen reader says of each field."""
    guide, problems = load_guide({**DATA, "s/one.md": f"{FRONT}# Words\n\n{body}\n"})
    pdfs, faults = make_pdfs(guide, SITE, FOLDER, cache)
    assert [*problems, *faults] == []
    reader = pypdf.PdfReader(io.BytesIO(pdfs["one"]["a4"].data))
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    return text, {name: field["/TU"] for name, field in reader.get_fields().items()}


@pytest.mark.parametrize("after", ["/ 10", "because it matters.", LONG])
def test_words_after_the_last_blank(tmp_path, after):
    """They stand after it, and it is read out with them."""
    text, fields = form_of(f"I feel ____ when you ____ {after}", tmp_path)

    assert f"I feel when you {after}" in text
    assert fields == {"i-feel": "I feel", "when-you": f"when you {after}"}


@pytest.mark.parametrize("label", ["**Name:** ____", "*Na*me: ____", "Name: ____"])
def test_a_label_may_be_marked(tmp_path, label):
    """Bold or plain, the words before a blank are its label."""
    text, fields = form_of(label, tmp_path)

    assert "Name" in text
    assert fields == {"name": "Name"}


def test_a_choice_over_paragraphs(tmp_path):
    """A further paragraph belongs to what is chosen."""
    text, _ = form_of("Shall we?\n\n- ( ) **Stay** {#stay}\n\n    As it’s warm.\n\n- ( ) Go\n", tmp_path)

    assert "Stay As it’s warm. Go" in text
