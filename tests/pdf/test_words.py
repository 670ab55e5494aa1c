"""What is written around fields stands on paper too, and is read out with them."""

import io

import pypdf
import pytest
from guide.pdf.paper import make_pdfs
from guide.site.loader import load_guide
from test_bad_input import DATA, FOLDER, FRONT, SITE

LONG = "because it matters more to me than I could ever say in the few words that fit in here"


def form_of(body: str, cache) -> tuple[str, dict[str, str]]:
    """The text of a sheet's PDF in one line, and what a screen reader says of each field."""
    guide, problems = load_guide({**DATA, "s/one.md": f"{FRONT}# Words\n\n{body}\n"})
    pdfs, faults = make_pdfs(guide, SITE, FOLDER, cache)
    assert [*problems, *faults] == []
    reader = pypdf.PdfReader(io.BytesIO(pdfs["one"]["a4"].data))
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    return text, {name: field["/TU"] for name, field in (reader.get_fields() or {}).items()}


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


BELOW = """- [ ] Tent {#tent}

    Shake it out before you fold it.

- [ ] Tools {#tools}

    - a pump
    - two levers

- [ ] Food {#food}
    - [ ] Bread {#bread}

- Leave the lamp.
- [x] Map {#map}
"""


def test_what_stands_below_a_box(tmp_path):
    """Paragraphs, lists and boxes below a box are on paper, as are items without one; what is ticked is ticked."""
    text, fields = form_of(f"## Pack {{#pack}}\n\n{BELOW}", tmp_path)

    assert "Tent Shake it out before you fold it. Tools – a pump – two levers Food Bread • Leave the lamp. Map" in text
    assert list(fields.values()) == ["Tent", "Tools", "Food", "Bread", "Map"]


def test_a_checklist_alone_holds_the_same(tmp_path):
    """A list printed on its own shows what stands below its boxes, and their numbers."""
    page = (
        f"# Home\n\n## Pack {{#pack}}\n\n{BELOW}\n## In order {{#order}}\n\n1. [ ] Lift\n2. [ ] Turn\n\n        x = 1\n"
    )
    guide, problems = load_guide({"index.md": page})
    pdfs, faults = make_pdfs(guide, SITE, FOLDER, tmp_path)
    readers = {name: pypdf.PdfReader(io.BytesIO(papers["a4"].data)) for name, papers in pdfs.items()}
    texts = {name: " ".join(reader.pages[0].extract_text().split()) for name, reader in readers.items()}

    assert [*problems, *faults] == []
    assert "Tools – a pump – two levers Food Bread • Leave the lamp. Map" in texts["pack"]
    assert "1. Lift 2. Turn x = 1" in texts["order"]
    assert {
        name: field.get("/V") for name, field in readers["pack"].get_fields().items() if name in ("map", "tent")
    } == {
        "map": "/Yes",
        "tent": "/Off",
    }


def test_an_address_stays_as_it_is(tmp_path):
    """“&copy=” in an address is no ©, and a long one is broken into lines with nothing put in."""
    address = "https://www.example.org/" + "a-very-long-address-" * 6 + "?page=2&section=3&copy=4"
    text, _ = form_of(f"Look at {address} now.\n\nName: ____", tmp_path)

    assert address in text.replace(" ", "")


def test_footnotes_are_on_paper(tmp_path):
    """Their numbers in the text, and their words at the end, without the arrow that leads back."""
    text, _ = form_of("Write it down.[^1]\n\nName: ____\n\n[^1]: A note of the club.", tmp_path)

    assert "Write it down.1" in text
    assert "Name 1. A note of the club." in text


def test_a_field_is_named_by_its_question(tmp_path):
    """Where a hint stands between a heading and its lines, the question is said first; a prompt is enough alone."""
    _, fields = form_of("## What did they see?\n\nKeep it short.\n\n___\n\n## Good\n\nA small win:\n\n___", tmp_path)

    assert list(fields.values()) == ["What did they see? Keep it short.", "A small win"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<b>Bold</b> comes first.\n\nName: ____", "Bold comes first."),
        ("The HTML, as HTML is.\n\n*[HTML]: Hyper Text", "The HTML (Hyper Text), as HTML is."),
        ("- One\n\n    | A | B |\n    |---|---|\n    | x | y |", "• One A B x y"),
        ("| Q | 1 Never | 2 *Some* | 3 I don't know |\n|---|---|---|---|\n| It | ( ) | ( ) | ( ) |", "I don’t know 3"),
        ("Write.\n\n## To end with", "To end with"),
    ],
    ids=["markup first", "a long form", "a table in a list", "a scale", "a last heading"],
)
def test_what_the_page_says_is_on_paper(tmp_path, body, words):
    """However it is written."""
    assert words in form_of(body, tmp_path)[0]


def test_a_heading_for_the_screen_alone_is_left_out(tmp_path):
    """What is asked for below it is no part of the paper."""
    text, _ = form_of("Name: ____\n\n## Sources\n\n<!-- guide: sources -->", tmp_path)

    assert "Sources" not in text
