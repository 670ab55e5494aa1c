"""A sheet as data for the typesetter."""

from guide.pdf.document import worksheet_data
from guide.site.loader import load_guide

SHEET = "---\nkind: worksheet\naudience: alone\nminutes: 5\nnot_when: I am alone.\n---\n# One\n"


def test_when_to_leave_a_sheet_is_said_as_its_author_does():
    """A first word may be one that is always written large."""
    guide, _ = load_guide({"_data/audiences.yml": "alone: On your own\n", "s/one.md": SHEET})

    assert worksheet_data(guide, guide.worksheets[0])["facts"] == "On your own  ·  5 minutes  ·  Not when: I am alone."


def test_what_is_for_one_reader_stays_off_a_paper_that_several_share():
    """A box of care is checked alone, on the page; a note is for everybody, and paper for one holds both."""
    shape = "worksheet:\n  together: [both]\n"
    boxes = "\n> [!CAUTION]\n> Are you afraid?\n\n> [!NOTE]\n> One copy each.\n\nDate: ____\n"
    pages = {f"s/{who}.md": f"---\nkind: worksheet\naudience: {who}\n---\n# One\n{boxes}" for who in ("alone", "both")}
    guide, _ = load_guide({"_data/shape.yml": shape, "_data/audiences.yml": "alone: A\nboth: B\n", **pages})

    alone, both = (worksheet_data(guide, sheet)["parts"] for sheet in guide.worksheets)

    assert [part.get("name") for part in alone if part["kind"] == "callout"] == ["care", "note"]
    assert [part.get("name") for part in both if part["kind"] == "callout"] == ["note"]
    assert alone[1:] == both
