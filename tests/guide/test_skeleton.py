"""The ids of what stands around a page's text."""

import re

from guide.checks.made_ids import made_ids
from guide.dialect.own_marks import CLASSES
from guide.model.page_ids import HIDING_CLASSES, SKELETON_CLASSES, SKELETON_IDS
from guide.reading.pages import read_guide
from projects import ROOT
from test_cases import html_of

PARTS_WITH_IDS = """# A

[@b]

<!-- guide: help-lines -->

<!-- guide: sources -->

<!-- guide: references -->

<!-- guide: questions -->
"""
DATA = {
    "references": "- {key: b, title: B}\n- {key: c, title: C}\n",
    "help-lines": "- {service: D, phone: '999', country: GB, who: E, source: F, seen_on: 2026-01-01}\n",
    "countries": "- {code: GB, name: G}\n",
}
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


def test_every_id_of_the_parts_is_known():
    """Whatever id a part gives, with all that it can show, is one that no text beside it may have."""
    question = "---\nkind: questions\n---\n# Q\n\n## H? {#h}\naliases: old-h\n\nI.\n"
    data = {f"_data/{name}.yml": text for name, text in DATA.items()}
    guide, _ = read_guide({"a.md": PARTS_WITH_IDS, "q.md": question, **data})

    for page, own in ((guide.page_from("a.md"), {"a"}), (guide.page_from("q.md"), {"q", "h"})):
        given = {*re.findall(r'\bid="([\w-]+)"', html_of(guide, page))} - SKELETON_IDS - own
        assert given == set(made_ids(guide, page))


def test_the_classes_of_the_way_out_are_known():
    """Each is one that the page around a text has; a part that was renamed would be free to borrow."""
    told = "".join(path.read_text("utf-8") for path in (OVERRIDES / "partials").glob("*.html"))

    assert {*re.findall(r'<(?:nav|p|header|footer) class="([\w-]+)"', told)} >= {"bar", "first", "foot", "top"}
    assert [name for name in SKELETON_CLASSES if not re.search(rf'class="[^"]*\b{name}\b', told)] == []


RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
HIDES = re.compile(r"display: none|visibility: hidden|clip-path: inset|opacity: 0\b")
# What these hide, by what stands around or inside them, is by design, or no words: a drawn line, what Leave hides,
# the head of a table where each field names its column, a button of a file, what two people do not share on paper,
# a drawing that a narrow phone has no room for.
BY_DESIGN = {"path", "away", "fill", "button", "care", "write", "way-out", "bowl"}


# What authors may write: the heading of a checklist, a note, the strokes of a drawing. And what the dialect has
# written before it looks for marks that are not its own: a citation.
FREE = {"checklist", "note", "drawing", "faint", "pen", "seam", "thin", "cite"}


def test_nothing_that_the_looks_go_by_can_be_borrowed():
    """Each class in a stylesheet is one that no author may write, or is meant for authors; and no id is in any."""
    styles = "".join(one.read_text(encoding="utf-8") for one in (ROOT / "overrides/assets/styles").glob("*.css"))
    which = " ".join(re.findall(r"([^{};]*)\{", re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)))
    classes = {*re.findall(r"\.([a-z][\w-]*)", which)}

    assert classes - CLASSES - SKELETON_CLASSES - HIDING_CLASSES == FREE
    assert re.findall(r"#[a-z][\w-]*", which) == []


PLACES = {"before-you-start", "sources", "try-this-tonight", "what-to-say"}
"""Parts that may stand on any page: their looks take no room from what stands beside them."""


def test_parts_by_their_ids_belong_to_the_home_page():
    """Whatever else is known by the id of its heading is known in the styles of that page alone."""
    styles = {one.name: one.read_text(encoding="utf-8") for one in (ROOT / "overrides/assets/styles").glob("*.css")}
    home = styles.pop("home.css")
    parts = re.compile(r'\[data-part="?([\w-]+)"?\]')

    assert {*parts.findall("".join(styles.values()))} == PLACES
    assert {*parts.findall(home)} == {"asked", "hurts", "paper"}


def test_classes_that_hide_are_known():
    """No author may write a class by which the stylesheets hide something."""
    styles = "".join(one.read_text(encoding="utf-8") for one in (ROOT / "overrides/assets/styles").glob("*.css"))
    rules = RULE.findall(re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL))
    hiding = {name for which, looks in rules if HIDES.search(looks) for name in re.findall(r"\.([a-z][\w-]*)", which)}

    assert len(hiding) > 20
    assert hiding - BY_DESIGN - SKELETON_CLASSES - HIDING_CLASSES == set()
