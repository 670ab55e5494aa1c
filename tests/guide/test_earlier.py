"""What open pages still ask for, when a new site takes the place of the one that they came from."""

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from guide.site.assets import hash_of
from guide.site.earlier import LASTS, LIST, keep_earlier

TODAY = date(2026, 1, 31)
DAY = timedelta(days=1)


def site_of(folder: Path, script: str, piece: str = "piece") -> Path:
    """A site with one script, and an index in two pieces."""
    called = hash_of({"mend.js": script.encode()})
    named = sha256(piece.encode()).hexdigest()[:8]
    for path, text in {
        "index.html": script,
        f"_/{called}/mend.js": script,
        f"_/{called}/mend.js.br": "a copy",
        f"search/{called}.json": f"read by {script}",
        f"search/index-2.{named}.json": piece,
        "steps/gone/index.html": "a page",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def texts_in(site: Path) -> set[str]:
    """What its scripts and its index say."""
    return {path.read_text() for name in ("_", "search") for path in site.glob(f"{name}/**/*.*") if path.is_file()}


def test_they_are_kept_beside_the_new_ones(tmp_path):
    """Scripts and index, not their compressed copies, and no page; of each it is written since when."""
    old, new = site_of(tmp_path / "old", "one", "first"), site_of(tmp_path / "new", "two", "second")
    (new / "steps/gone/index.html").unlink()
    before = texts_in(new)
    keep_earlier(old, new, TODAY)

    assert texts_in(new) == before | {"one", "read by one", "first"}
    assert not (new / "steps/gone/index.html").exists()
    assert [line.split(" ")[0] for line in (new / LIST).read_text().splitlines()] == ["2026-01-31"] * 3


def test_nothing_has_changed(tmp_path):
    """Then nothing is added: the new site has the same bytes as one that is built from nothing."""
    old, new = site_of(tmp_path / "old", "one"), site_of(tmp_path / "new", "one")
    keep_earlier(old, new, TODAY)
    keep_earlier(tmp_path / "nowhere", new, TODAY)

    assert sorted(path.name for path in new.rglob("*")) == sorted(path.name for path in old.rglob("*"))


def test_they_are_kept_for_a_week(tmp_path):
    """From the day when another site took the place of theirs, however often a new one is built."""
    sites = [site_of(tmp_path / "0", "first")]
    for number in range(1, LASTS.days + 3):
        sites.append(site_of(tmp_path / str(number), f"script {number}"))
        keep_earlier(sites[-2], sites[-1], TODAY + number * DAY)
    held = ["first" in texts_in(site) for site in sites]

    assert held == [True] * (LASTS.days + 1) + [False] * 2
    assert "script 2" in texts_in(sites[-1])


def test_what_is_built_again_is_no_longer_of_yesterday(tmp_path):
    """A script that was taken back and is built again counts from the day when it goes anew."""
    sites = [site_of(tmp_path / str(number), text) for number, text in enumerate(["one", "two", "one", "three"])]
    keep_earlier(sites[0], sites[1], TODAY)
    keep_earlier(sites[1], sites[2], TODAY + 5 * DAY)
    keep_earlier(sites[2], sites[3], TODAY + 9 * DAY)

    assert {"one", "read by one"} <= texts_in(sites[3])
    assert "2026-02-09 _/" in (sites[3] / LIST).read_text()


def damaged(script: Path) -> None:
    """Another content than its folder says."""
    script.write_text("something else")


def linked(script: Path) -> None:
    """A link to something that is nobody's business."""
    (script.parent.parent.parent.parent / "secret").write_text("one")
    script.unlink()
    script.symlink_to("../../../secret")


def with_folder(script: Path) -> None:
    """A folder among the files."""
    (script.parent / "more").mkdir()


@pytest.mark.parametrize("harm", [damaged, linked, with_folder])
def test_only_what_is_what_it_says_is_kept(tmp_path, harm):
    """Whatever else has come into the old site is not carried on, nor is the index without its scripts."""
    old, new = site_of(tmp_path / "old", "one"), site_of(tmp_path / "new", "two")
    [script] = old.glob("_/*/mend.js")
    harm(script)
    (old / "search/index-3.00000000.json").write_text("something else")
    before = texts_in(new)
    keep_earlier(old, new, TODAY)

    assert texts_in(new) == before
    assert not (new / LIST).exists()


def test_a_list_that_nobody_can_read(tmp_path):
    """What it does not say counts as new."""
    old, new = site_of(tmp_path / "old", "one"), site_of(tmp_path / "new", "two")
    (old / LIST).write_bytes(b"\xff\n\nyesterday _/x\n2020-01-01\n")
    keep_earlier(old, new, TODAY)

    assert "one" in texts_in(new)
