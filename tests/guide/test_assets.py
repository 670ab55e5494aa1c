"""The addresses of scripts and styles change with them, so that no page meets those of another day."""

import pytest
from guide.site.assets import FOLDER, hash_of, place_assets, place_index

FILES = {"assets/mend.js": b"1", "assets/scripts/sheet.js": b"2", "assets/print.css": b"3"}


def folder_of(files: dict[str, bytes]) -> str:
    """The one folder in which all of them stand."""
    [folder] = {place.rpartition("/")[0] for place in place_assets(files).values()}
    return folder


def test_they_stand_side_by_side():
    """Each under its own name, in one folder that is called by the hash of them all."""
    folder = f"{FOLDER}{hash_of({'mend.js': b'1', 'sheet.js': b'2', 'print.css': b'3'})}"

    assert place_assets(FILES) == {
        "assets/mend.js": f"{folder}/mend.js",
        "assets/scripts/sheet.js": f"{folder}/sheet.js",
        "assets/print.css": f"{folder}/print.css",
    }


def test_whatever_changes_the_folder_is_another():
    """Another content, another name, one more or one less; not another order, nor another place in the theme."""
    others = [
        *({**FILES, path: b"x"} for path in FILES),
        *({other: data for other, data in FILES.items() if other != path} for path in FILES),
        {**FILES, "assets/more.js": b""},
        {"assets/a.js": b"1", "assets/scripts/sheet.js": b"2", "assets/print.css": b"3"},
    ]
    moved = {path.replace("scripts/", ""): data for path, data in reversed(FILES.items())}

    assert len({folder_of(FILES), *map(folder_of, others)}) == len(others) + 1
    assert folder_of(moved) == folder_of(FILES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": b"bc"}, {"ab": b"c"}),
        ({"a": b"1", "b": b"2"}, {"a": b"2", "b": b"1"}),
        ({"a": b"b0"}, {"a": b"", "b": b""}),
    ],
)
def test_no_two_sets_are_taken_for_one(one, other):
    """Where a name ends and a content begins is part of the hash."""
    assert hash_of(one) != hash_of(other)


def test_two_of_one_name():
    """One of them would take the other's place, so the build says so."""
    with pytest.raises(ValueError, match=r"sheet\.js"):
        place_assets({**FILES, "assets/sheet.js": b"x"})


def test_no_assets():
    """A theme may have none."""
    assert place_assets({}) == {}


def test_the_index_is_called_after_its_reader():
    """By the folder of the script; where none reads it, it keeps its plain name."""
    assert place_index("search/index.json", "_/1a2b3c4d/search.js") == "search/1a2b3c4d.json"
    assert place_index("search/index.json", "") == "search/index.json"
