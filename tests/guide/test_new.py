"""`python -m guide new`: what is begun stands in its place, and lacks only what its author has to write."""

import re
from datetime import date

import pytest
import yaml
from guide.__main__ import main
from guide.authors.names import RefusedError
from guide.authors.page import KINDS, begin_page
from guide.reading.files import read_texts
from guide.site.loader import load_guide
from projects import DOCS, ROOT

TODAY = date(2026, 8, 31)
BICYCLE = ROOT / "tests/sites/bicycle/docs"
EMPTY: dict[str, str] = {"index.md": "---\nkind: home\n---\n# Home\n"}


NAMES = {kind: f"a-{number}" for number, kind in enumerate(KINDS)}
PLACES = {
    "ours": ["steps", "blocks", "worksheets", "faq", "", "support"],
    "bicycle": ["care", "", "sheets", "faq", "", ""],
    "empty": ["steps", "blocks", "worksheets", "faq", "", "support"],
}


@pytest.mark.parametrize("name", PLACES)
def test_a_beginning_is_right(name, loaded):
    """In any guide: it stands with its like, and the check asks for all that it names as left, and for nothing else."""
    texts = EMPTY if name == "empty" else read_texts(DOCS if name == "ours" else BICYCLE)
    guide, before = loaded if name == "ours" else load_guide(texts)
    begun = [begin_page(kind, NAMES[kind], guide, TODAY) for kind in KINDS]
    found = set(load_guide({**texts, **{one.file: one.text for one in begun}})[1]) - set(before)
    left = {(f"docs/{one.file}", line) for one in begun for line, _ in one.left}

    assert [one.file for one in begun] == [
        f"{folder}/{NAMES[kind]}.md".lstrip("/") for folder, kind in zip(PLACES[name], KINDS, strict=True)
    ]
    found = {one for one in found if "Nobody has vouched for this" not in one.what}  # as of any new box of care
    others = [one for one in found if "TO WRITE:" not in f"{one.what} {one.mend}"]
    assert [one.what for one in others] == ["The sheet has no example."] * any(one.besides for one in begun)
    assert {(one.path, one.line) for one in found} == left
    assert {path for path, _ in left} == {f"docs/{one.file}" for one in begun}


def test_the_lines_at_the_top(guide):
    """The dates are today's and those of half a year later, old addresses are none, and a number is the next one."""
    step = begin_page("step", "listen-well", guide, TODAY).text
    safety = begin_page("safety", "one", guide, TODAY).text

    assert "reviewed: 2026-08-31\n" in step
    assert "next_review: 2027-02-28\n" in step
    assert "aliases: []\n" in step
    assert "step: 9\n" in step
    assert "\n# Listen well\n" in step
    assert "{#listen-well-list .checklist}" in step
    assert "(../start/read-first.md) first, on your own." in step
    assert "tab: Support\n" in safety
    assert "../start/" not in safety
    assert "- [Help lines](index.md#help-lines)" in safety


def test_a_folder_and_a_title(guide):
    """The author may say where it stands and what it is called, whatever that means to YAML."""
    begun = begin_page("block", "life/yes", guide, TODAY, 'No: "$never" #1')

    assert begun.file == "life/yes.md"
    assert 'element: "No: \\"$never\\" #1"\n' in begun.text
    assert '\n# No: "$never" #1\n' in begun.text


ODD = {
    "Listen Well": "listen-well",
    "../out": "out",
    "/etc/passwd": "etc/passwd",
    "a//b": "a/b",
    "a_b": "a-b",
    "-x": "x",
    "con": "hyphens",
    "_data/x": "data/x",
    ".hidden": "hidden",
    "": "hyphens",
    "x" * 61: "x" * 60,
    "what now?": "what-now",
    "a\u202eb": "a-b",
}


@pytest.mark.parametrize("name", ODD, ids=repr)
def test_odd_names_are_refused(guide, name):
    """What no address can hold, or what leads elsewhere, is refused with a name that could be."""
    with pytest.raises(RefusedError, match=ODD[name]):
        begin_page("page", name, guide, TODAY)


@pytest.mark.parametrize("name", ["计划", "βήμα", "été-2", "1", "about/new.md"])
def test_names_in_any_alphabet(guide, name):
    """Letters are letters; the ending may be said."""
    assert begin_page("page", name, guide, TODAY).file == f"{name.removesuffix('.md')}.md"


def test_what_is_there_is_left_alone(guide):
    """Neither a page nor its address, present or old, is taken."""
    old = next(alias for page in guide.pages for alias in page.aliases)
    for kind, name in (("step", "trust"), ("page", "steps"), ("page", "steps/talk"), ("page", old.strip("/"))):
        with pytest.raises(RefusedError, match="Choose another name"):
            begin_page(kind, name, guide, TODAY)


def test_a_telling_name_is_refused(guide):
    """A safety page's address would stand in a history."""
    with pytest.raises(RefusedError, match="“hit”"):
        begin_page("safety", "when-they-hit", guide, TODAY)


@pytest.fixture
def new(tmp_path, capsys):
    """A function that runs the command in a guide of its own: (status, what was said on both streams)."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(EMPTY["index.md"], encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nnav:\n  - index.md\n", encoding="utf-8")

    def run(*words: str) -> tuple[int, str]:
        status = main(["new", *words[:2], str(docs), *words[2:]])
        said = capsys.readouterr()
        return status, (said.out + said.err).replace(tmp_path.as_posix(), "")

    return run


@pytest.mark.parametrize("title", ["Listen well", "No", "On", "2024", "- Hear", "Day-by-day", "Œufs", "a: b", "'a"])
def test_a_title_stays_a_text(title, new, tmp_path):
    """YAML takes it for what it is, in the page's fields and in the navigation."""
    _, said = new("block", "listen", "--title", title)
    page = (tmp_path / "docs/blocks/listen.md").read_text(encoding="utf-8")
    [entry] = re.findall(r"- .*blocks/listen\.md$", said, re.MULTILINE)

    assert yaml.safe_load(page.split("---\n")[1])["element"] == title
    assert yaml.safe_load(entry) == [{title: "blocks/listen.md"}]


def test_the_command(new, tmp_path):
    """It says what it wrote, what is left, and what comes next; a second time it writes nothing."""
    status, said = new("step", "listen", "--title", "Listen: well")
    written = (tmp_path / "docs/steps/listen.md").read_text(encoding="utf-8")
    again, refused = new("step", "listen")

    assert (status, again) == (0, 2)
    assert said.startswith("Begun: /docs/steps/listen.md\n\nStill to be written:\n  line 3: what the reader gets")
    assert 'Add it to nav in mkdocs.yml:  - "Listen: well": steps/listen.md' in said
    assert "Run scripts/check." in said
    assert refused == "There is /docs/steps/listen.md already, and it is left as it is. Choose another name.\n"
    assert (tmp_path / "docs/steps/listen.md").read_text(encoding="utf-8") == written


def test_what_the_guide_does_not_show_is_left_alone(new, tmp_path):
    """A file that the settings keep out is not written over, and no link is followed out of the folder."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nexclude_docs: old.md\n", encoding="utf-8")
    (tmp_path / "docs/old.md").write_text("mine", encoding="utf-8")
    status, said = new("page", "old")

    assert (status, said) == (2, "There is a file /docs/old.md.\n")
    assert (tmp_path / "docs/old.md").read_text(encoding="utf-8") == "mine"
