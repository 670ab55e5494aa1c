"""What contributors are told is what there is: kinds, fields, parts, data, rules and scripts stand in docs/about/."""

import re

import pytest
from guide.checks import CHECKS
from guide.reading.fields import kinds, known_fields
from guide.renderers import OWN_PARTS, PARTS
from projects import DOCS, ROOT
from test_imports import MAY

RULES = ["requests", *(check.__name__.removeprefix("check_") for check in CHECKS)]
SCRIPTS = [f"scripts/{path.name}" for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix]
DATA = {path.name for ending in ("yml", "txt") for path in (DOCS / "_data").glob(f"*.{ending}")}


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
        ("checks.md", "all", RULES),
        ("content-model.md", "data", [*DATA, "examples/", "pictures/", "typed/"]),
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


@pytest.mark.parametrize("host", ["netlify", "cloudflare", "github", "gitlab", "nginx", "caddy"])
def test_a_host_takes_five_steps_at_most(host):
    """As the page for makers promises."""
    section = (
        (DOCS / "about/hosting.md").read_text(encoding="utf-8").partition(f"{{#{host}}}\n")[2].partition("\n## ")[0]
    )

    assert 2 < len(re.findall(r"^\d\. ", section, re.MULTILINE)) <= 5


def rooms_in(text: str) -> dict[str, set[str]]:
    """What each room may use, by the table of rooms; the last one may use "all the rooms above", and more."""
    section = text.partition("{#rooms}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| .* May use (.+)\. \|$", section, re.MULTILINE)
    above = [name for name, _ in rows]
    return {
        name: set(above[:place] if "all the rooms above" in use else ()) | set(re.findall(r"`([\w.]+)`", use))
        for place, (name, use) in enumerate(rows)
    }


def test_the_rooms_are_told_as_they_are():
    """What makers are told that a room may use is what the test of imports lets it use."""
    told = rooms_in((DOCS / "about/generator.md").read_text(encoding="utf-8"))

    assert told == {room: set(ours) for room, (ours, _) in MAY.items()}


def test_a_hook_puts_in_every_part():
    """What can be made is put into pages by a hook; each part by one."""
    hooks = [path.read_text(encoding="utf-8") for path in (ROOT / "hooks").glob("*.py")]
    words = [re.findall(r'"([a-z-]+)"', text) for text in hooks if "put_parts" in text]

    assert sorted(name for named in words for name in named) == sorted([*PARTS, *OWN_PARTS])


def test_who_reads_changes_for_whoever_may_be_in_danger():
    """Each safety page, and what leads there or out, has an owner for safety; the last line that fits counts."""
    lines = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    owned = [(line.split()[0], "@example/safety" in line) for line in lines if line.startswith("/")]
    pages = [path for path in DOCS.rglob("*.md") if "\nkind: safety\n" in path.read_text("utf-8")]
    data = ("help-lines.yml", "help-kinds.yml", "countries.yml", "words.yml", "vocabulary.yml", "shape.yml")
    found = [ROOT / "mkdocs.yml", *pages, *(DOCS / "_data" / name for name in data), *(DOCS / "_data/typed").iterdir()]
    unread = []
    for path in (f"/{path.relative_to(ROOT).as_posix()}" for path in found):
        fits = [
            by_safety for start, by_safety in owned if path == start or (start.endswith("/") and path.startswith(start))
        ]
        if not (fits and fits[-1]):
            unread.append(path)

    assert pages != []
    assert unread == []
