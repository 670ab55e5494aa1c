"""What stands on the paper of two people, and what does not."""

from guide.model.sheet import Callout
from guide.pdf.document import parts_on_paper
from guide.site.loader import load_guide

SHEET = "---\nkind: worksheet\naudience: {}\n---\n# S\n\n> [!CAUTION]\n> Is it safe?\n\n## Now\n\nName: ____\n"
SHAPE = {
    "_data/audiences.yml": "both: For both\none: For one\n",
    "_data/shape.yml": "worksheet: {together: [both]}\n",
}


def test_what_is_read_alone_stays_off_a_shared_paper():
    """A box of care is on the paper of somebody alone, and on none that two people share."""
    texts = {f"{name}.md": SHEET.format(name) for name in ("both", "one")}
    guide = load_guide({**texts, **SHAPE})[0]
    boxes = {
        sheet.id: [part.name for part in parts_on_paper(guide, sheet) if isinstance(part, Callout)]
        for sheet in guide.worksheets
    }

    assert boxes == {"both": [], "one": ["care"]}
