"""The list of addresses: what goes into it, what stays, and that looking at it writes nothing."""

import pytest
from guide.__main__ import main
from guide.site.addresses import addresses_of, render_addresses
from guide.site.loader import load_guide

PAGES = {
    "index.md": "# Home\n\nN.[^1]\n\n[^1]: A note.\n",
    "a.md": "# A {#top}\n\n## B {#b}\n\n- [ ] Box {#box}\n",
    "s.md": "---\nkind: worksheet\n---\n# Sheet\n\n## C {#c}\n\nWhat we think: ____\n\n- [ ] Ready {#yes}\n",
}
OF_THEM = [
    "/",
    "/a/",
    "/a/#b",
    "/a/#b-list",
    "/pdf/b-a4.pdf",
    "/pdf/b-letter.pdf",
    "/pdf/s-a4.pdf",
    "/pdf/s-letter.pdf",
    "/print/b/",
    "/s/",
    "/s/#c",
]


@pytest.fixture
def docs(tmp_path):
    """A small guide on the disk."""
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    return tmp_path / "docs"


def test_what_people_may_keep():
    """Pages, headings, lists, papers; no titles, boxes or notes, and no fields that are named after their words."""
    assert addresses_of(load_guide(PAGES)[0]) == OF_THEM


HELP = {
    "help.md": "---\nkind: safety\n---\n# Help\n\n<!-- guide: help-lines -->\n",
    "read.md": "# Read\n\n<!-- guide: references -->\n",
    "_data/countries.yml": "- {code: NZ, name: New Zealand}\n",
    "_data/help-lines.yml": "".join(
        f"- {{service: {name}, who: W, source: s, seen_on: 2026-01-01, phone: '111'{home}}}\n"
        for name, home in (("Near", ", country: NZ"), ("Far", ""))
    ),
    "_data/references.yml": "- {key: kim, title: On tea}\n",
}


def test_the_places_that_the_build_makes():
    """Each country of the help lines, and each source; lines of no country have no place of their own."""
    kept = addresses_of(load_guide(HELP)[0])

    assert kept == ["/help/", "/help/#in-nz", "/read/", "/read/#kim"]


def test_nothing_is_taken_out():
    """What was in the list stays there, wherever it leads now, and twice adds nothing."""
    first = render_addresses(load_guide({"a.md": "# A\n", "_data/addresses.txt": "/was/\n/a/\n"})[0])
    second = render_addresses(load_guide({"a.md": "# A\n", "_data/addresses.txt": first})[0])

    assert [line for line in first.splitlines() if not line.startswith("#")] == ["/a/", "/was/"]
    assert second == first


def test_the_command(docs, capsys):
    """It adds what is new; --check says it and writes nothing; the check by itself never asks for it."""
    kept = docs / "_data/addresses.txt"
    assert main(["check", str(docs)]) == 0
    assert main(["addresses", "--check", str(docs)]) == 1
    assert (capsys.readouterr().out.splitlines()[: len(OF_THEM)], kept.exists()) == (OF_THEM, False)

    assert main(["addresses", str(docs)]) == 0
    assert [line for line in kept.read_text("utf-8").splitlines() if line.startswith("/")] == OF_THEM
    assert (main(["addresses", "--check", str(docs)]), main(["check", str(docs)])) == (0, 0)

    (docs / "a.md").write_text("# A {#top}\n\n## B {#bb}\n\n- [ ] Box {#box}\n", encoding="utf-8")
    assert main(["check", str(docs)]) == 1
    assert f"{kept.as_posix()}:5: “/a/#b” is gone from {docs.as_posix()}/a.md." in capsys.readouterr().out


HEADED = "# A\n\n## Listen first\n\nOne.\n\n## Talk {#talk}\n\nTwo.\n"


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        ("# A", "# Quite another title", 0),
        ("## Listen first", "## Listen at first", 3),
        ("## Listen first", "## What now?", 3),
        ("## Listen first\n", "## Why\n\nThree.\n\n## Listening first\n", 7),
        ("{#talk}", "{#talks}", 7),
        ("## Talk {#talk}", "## Say it plainly {#talk}", 0),
    ],
)
def test_a_heading_that_is_mended(was, now, line):
    """Where its id has gone with the words, the line to write it on is told, and what to write; then all is well."""
    kept = render_addresses(load_guide({"a.md": HEADED})[0])
    changed = HEADED.replace(was, now)
    _, found = load_guide({"a.md": changed, "_data/addresses.txt": kept})
    assert len(found) == bool(line)
    for one in found:
        assert f"Write at the end of line {line} there" in one.mend
        lines, own = changed.split("\n"), one.mend.rpartition("  ")[2]
        lines[line - 1] = f"{lines[line - 1].partition(' {')[0]} {own}"
        assert load_guide({"a.md": "\n".join(lines), "_data/addresses.txt": kept})[1] == []


def test_a_place_that_is_taken_out():
    """A part of a page, and a box of a list: of the first is told where it was, and the second asks for nothing."""
    text = "# A\n\n## B {#b}\n\n- [ ] One {#one}\n- [ ] Two {#two}\n\n## C {#c}\n\nWords.\n"
    kept = render_addresses(load_guide({"a.md": text})[0])
    fewer = text.replace("- [ ] Two {#two}\n", "").replace("## C {#c}\n", "")
    _, [gone] = load_guide({"a.md": fewer, "_data/addresses.txt": kept})

    assert (gone.path, kept.splitlines()[gone.line - 1]) == ("docs/_data/addresses.txt", "/a/#c")
    assert gone.what == "“/a/#c” is gone from docs/a.md."
    assert "[words](…){#c}" in gone.mend
