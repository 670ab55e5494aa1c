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
    "/#home",
    "/a/",
    "/a/#b",
    "/a/#b-box",
    "/a/#b-list",
    "/a/#top",
    "/pdf/b-a4.pdf",
    "/pdf/b-letter.pdf",
    "/pdf/s-a4.pdf",
    "/pdf/s-letter.pdf",
    "/print/b/",
    "/s/",
    "/s/#c",
    "/s/#c-yes",
    "/s/#sheet",
]


@pytest.fixture
def docs(tmp_path):
    """A small guide on the disk."""
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    return tmp_path / "docs"


def test_what_people_may_keep():
    """Pages, headings, boxes, papers; no notes, and no fields that are named after their words."""
    assert addresses_of(load_guide(PAGES)[0]) == OF_THEM


def test_nothing_is_taken_out():
    """What was in the list stays there, wherever it leads now, and twice adds nothing."""
    first = render_addresses(load_guide({"a.md": "# A\n", "_data/addresses.txt": "/was/\n/a/\n"})[0])
    second = render_addresses(load_guide({"a.md": "# A\n", "_data/addresses.txt": first})[0])

    assert [line for line in first.splitlines() if not line.startswith("#")] == ["/a/", "/a/#a", "/was/"]
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
    assert f"{kept.as_posix()}:6: “/a/#b” is gone from {docs.as_posix()}/a.md." in capsys.readouterr().out
