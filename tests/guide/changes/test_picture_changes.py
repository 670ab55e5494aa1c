"""The summary of a change names each picture that is not as it was: no rule can read what one shows."""

import json
import struct
from pathlib import Path

from guide.changes.compare import changes_of
from guide.changes.pictures import pictures_of
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.reading.files import found_files, read_files
from guide.site.loader import load_guide

LOOK = ": **look at it: it may show a number.**"


def png(width: int, height: int, rest: bytes = b"") -> bytes:
    """The beginning of such a picture, and what comes after it."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + rest


def drawing(*words: str, label: str = "") -> bytes:
    """Of these words."""
    shown = "".join(f"<text>{one}</text>" for one in words)
    return f'<svg viewBox="0 0 1 1" aria-label="{label}">{shown}<style>text {{}}</style></svg>'.encode()


def snapshot(folder: Path, files: dict[str, bytes]) -> dict:
    """Of a guide with these files beside its page."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    guide, _ = load_guide({"index.md": "# Home\n"})
    pictures = pictures_of("docs", found_files(folder), read_files(folder))
    return json.loads(json.dumps(snapshot_of(guide, {}, [], {"mkdocs.yml (exit_url)": str(files)}, {}, pictures)))


def told(folder: Path, before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """What is said of pictures."""
    guide, _ = load_guide({"index.md": "# Home\n"})
    said = render_changes(changes_of(snapshot(folder / "a", before), snapshot(folder / "b", after), guide))
    return said.partition("## Pictures and other files\n\n")[2].partition("\n\n")[0].splitlines()


def test_new_gone_and_other_bytes(tmp_path):
    """By name, with the size where it is known; what stays, pages and data are not told."""
    stays = {"same.png": png(1, 1), "_data/words.yml": b"a: b\n"}
    before = {**stays, "old/gone.gif": b"no picture", "keep/bowl.png": png(3, 2), "keep/jug.png": png(4, 4, b"a")}
    after = {**stays, "keep/bowl.png": png(5, 2), "keep/jug.png": png(4, 4, b"b"), "new.PNG": png(9, 8), "a.jxl": b"x"}

    assert told(tmp_path, before, {**after, "_data/words.yml": b"a: c\n", "page.md": b"# Page\n"}) == [
        f"- `docs/a.jxl` is new{LOOK}",
        f"- `docs/keep/bowl.png` has other bytes (3 × 2 pixels → 5 × 2 pixels){LOOK}",
        f"- `docs/keep/jug.png` has other bytes (4 × 4 pixels){LOOK}",
        f"- `docs/new.PNG` is new (9 × 8 pixels){LOOK}",
        "- `docs/old/gone.gif` is gone.",
    ]


def test_the_words_of_a_drawing(tmp_path):
    """As they are seen and as they are read out, before and after; of what is no XML, that nobody can tell."""
    path = "_data/pictures/bowl.svg"
    before = {path: drawing("Trust", "Call 1<tspan>11</tspan>", label="A bowl"), "jug.svg": drawing("Tea")}
    after = {path: drawing("Trust", "Call  *222*", label="A jug"), "jug.svg": b"<svg><text>Tea</svg>"}

    assert told(tmp_path, before, after) == [
        f"- `docs/{path}` has other bytes{LOOK}",
        "    - It no longer says “A bowl”.",
        "    - It no longer says “Call 1 11”.",
        "    - It says “A jug”.",
        "    - It says “Call \\*222\\*”.",
        f"- `docs/jug.svg` has other bytes{LOOK}",
        "    - It no longer says “Tea”.",
        "    - It says “(a drawing that cannot be read)”.",
    ]
    assert told(tmp_path / "same", before, before) == []


def test_words_within_words_are_told_once(tmp_path):
    """However deep they stand within each other."""
    deep = (
        b"<svg>"
        + b"<text>A" * 2_000
        + b"</text>" * 2_000
        + b'<g><title>B</title><text aria-label="C">D</text></g></svg>'
    )
    said = told(tmp_path, {}, {"a.svg": deep})

    assert len(said) == 5
    assert len(said[1]) < 2 * 2_000 + 100
    assert [line[-3:-2] for line in said[2:]] == ["B", "C", "D"]


def test_where_they_stand(tmp_path):
    """After the ways to help and the settings, before all else."""
    before, after = snapshot(tmp_path, {}), snapshot(tmp_path, {"a.png": png(1, 1)})
    after["settings"] = {"mkdocs.yml": {"site_name": "B"}}
    before["settings"] = {"mkdocs.yml": {"site_name": "A"}}
    after["claims"], before["data"] = before["claims"], {"docs/_data/words.yml": {"a": "b"}}
    after["problems"] = [{"path": "a.md", "line": 1, "what": "W.", "why": "Y.", "mend": "M.", "severity": "error"}]
    said = render_changes(changes_of(before, after, load_guide({"index.md": "# Home\n"})[0]))

    assert [line[3:] for line in said.splitlines() if line.startswith("## ")][:5] == [
        "Ways to help, to look at",
        "Settings",
        "Pictures and other files",
        "Data",
        "Problems",
    ]


def test_a_snapshot_of_before(tmp_path):
    """Of an older generator, that kept nothing of them, or drawings and settings among the data."""
    guide, _ = load_guide({"index.md": "# Home\n"})
    head = {**snapshot(tmp_path, {"_data/pictures/a.svg": drawing("A")}), "settings": {"mkdocs.yml": {"a": "b"}}}
    old = {name: kept for name, kept in head.items() if name not in ("pictures", "settings")}
    old["data"] = {"docs/_data/pictures/a.svg": {"drawing": "1"}, "mkdocs.yml": {"a": "b"}}
    changes = changes_of(old, head, guide)

    assert (changes.pictures, changes.settings, changes.data) == ((), (), ())
