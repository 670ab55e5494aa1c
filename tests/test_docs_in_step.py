"""What contributors are told is what there is: kinds, fields, parts, data, rules and scripts stand in docs/about/."""

import re
from pkgutil import iter_modules

import pytest
from conftest import DOCS, ROOT
from guide import checks
from guide.checks.requests import KNOWN
from guide.fields import kinds, known_fields
from guide.renderers import OWN_PARTS, PARTS

RULES = [module.name for module in iter_modules(checks.__path__)]
SCRIPTS = [f"scripts/{path.name}" for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix]
DATA = [path.name for path in (DOCS / "_data").glob("*.yml")]


def told_in(text: str, section: str) -> list[str]:
    """The names, written as code, with which the rows and items of one section begin."""
    _, _, following = text.partition(f"{{#{section}}}\n")
    return re.findall(r"^(?:\| |- )`([^`]+)`", following.partition("\n## ")[0], re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "section", "names"),
    [
        ("content-model.md", "kinds", kinds()),
        ("content-model.md", "fields", known_fields()),
        ("content-model.md", "made-parts", PARTS),
        ("content-model.md", "checks", RULES),
        ("content-model.md", "data", [*DATA, "pictures/", "typed/"]),
        ("contributing.md", "home", SCRIPTS),
    ],
    ids=["kinds", "fields", "parts", "rules", "data", "scripts"],
)
def test_docs_name_what_there_is(page, section, names):
    """A section names everything of its sort, once, and nothing that is gone."""
    text = (DOCS / "about" / page).read_text(encoding="utf-8")

    assert sorted(told_in(text, section)) == sorted(names)


def test_sections_are_read_to_their_end():
    """What is named in prose, in another section or in the second column does not count."""
    text = "## A {#a}\n\nSay `x`.\n\n| `one` | `two` |\n- `three`: `four`\n\n## B {#b}\n\n| `five` | |\n"

    assert (told_in(text, "a"), told_in(text, "b"), told_in(text, "c")) == (["one", "three"], ["five"], [])


def test_a_hook_puts_in_every_part():
    """What can be made is put into pages by a hook; each part by one."""
    hooks = [path.read_text(encoding="utf-8") for path in (ROOT / "hooks").glob("*.py")]
    words = [re.findall(r'"([a-z-]+)"', text) for text in hooks if re.search("import .*put_parts", text)]

    assert sorted(name for named in words for name in named) == sorted([*PARTS, *OWN_PARTS])


def test_the_check_knows_every_part():
    """The rule for requests, which may import no renderer, knows the parts that can be made."""
    assert set(PARTS) == KNOWN
