"""A sheet as data for the typesetter."""

from guide.loader import load_guide
from guide.pdf.document import worksheet_data

SHEET = "---\nkind: worksheet\naudience: alone\nminutes: 5\nnot_when: I am alone.\n---\n# One\n"


def test_when_to_leave_a_sheet_is_said_as_its_author_does():
    """A first word may be one that is always written large."""
    guide, _ = load_guide({"_data/audiences.yml": "alone: On your own\n", "s/one.md": SHEET})

    assert worksheet_data(guide, guide.worksheets[0])["facts"] == "On your own  ·  5 minutes  ·  Not when: I am alone."
