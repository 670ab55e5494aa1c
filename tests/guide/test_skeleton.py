"""The ids of what stands around a page's text."""

import re

from conftest import ROOT
from guide.model.page_ids import SKELETON_CLASSES, SKELETON_IDS

# A checklist's page for paper holds no text of an author's.
ALONE = {"print_checklist.html"}
OVERRIDES = ROOT / "overrides"


def test_every_id_of_the_templates_is_known():
    """Whatever id a template or a script gives is one that no text may have."""
    templates = [path for folder in (".", "partials", "fragments") for path in (OVERRIDES / folder).glob("*.html")]
    told = "".join(path.read_text("utf-8") for path in templates if path.name not in ALONE)
    scripts = "".join(path.read_text("utf-8") for path in OVERRIDES.rglob("*.js"))
    given = {*re.findall(r'\bid="([\w-]+)"', told), *re.findall(r'\bid(?:: | = )"([\w-]+)"', scripts)}

    assert given == SKELETON_IDS


def test_the_classes_of_the_way_out_are_known():
    """Each is one that the page around a text has; a part that was renamed would be free to borrow."""
    told = "".join(path.read_text("utf-8") for path in (OVERRIDES / "partials").glob("*.html"))

    assert {*re.findall(r'<(?:nav|p|header|footer) class="([\w-]+)"', told)} >= {"bar", "first", "foot", "top"}
    assert [name for name in SKELETON_CLASSES if not re.search(rf'class="[^"]*\b{name}\b', told)] == []
