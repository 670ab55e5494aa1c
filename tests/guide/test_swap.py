"""A new site in the place of the old one: whatever happens, one of the two stands there, whole."""

import os
import random
import signal
import time

import pytest
from guide.site import swap
from guide.site.swap import MARK, NotOursError, built_aside
from swapping import end_between, put, said_by, start


@pytest.fixture(params=["at once", "in two moves"])
def way(request, monkeypatch):
    """Both ways to exchange two folders: that of the system, and the one for systems without."""
    if request.param != "at once":
        monkeypatch.setattr(swap, "_exchanged_at_once", lambda one, other: False)
    return request.param


def test_a_new_site_takes_the_place_of_the_old(tmp_path, way):
    """Nothing of the old one is left, and nothing stands beside it."""
    put(tmp_path / "site", "old")
    (tmp_path / "site/gone.html").write_text("old")
    put(tmp_path / "site", "new")

    assert not (tmp_path / "site/gone.html").exists()
    assert said_by(tmp_path / "site") == {"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_fails_leaves_the_old_one(tmp_path):
    """What was raised goes on; nothing stands beside the site."""
    put(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError), built_aside(tmp_path / "site"):
        pass  # and has made no site

    assert said_by(tmp_path / "site") == {"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["site", "site-2", "site[1]"])
def test_a_build_sweeps_after_its_own(tmp_path, name):
    """What a build that was cut off has taken away is put back by the next one of that name, and by no other."""
    aside = tmp_path / f".guide-build-{name}-ab_9xyz0"
    (aside / "old").mkdir(parents=True)
    (aside / "old" / MARK).touch()
    put(tmp_path / "site", "new")
    with pytest.raises(FileNotFoundError), built_aside(tmp_path / name):
        pass

    assert (tmp_path / name / MARK).is_file()
    assert not aside.exists()


def test_a_folder_is_ours_by_its_mark_alone(tmp_path):
    """Not by what it looks like; a file is no folder; an empty folder is free."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own/guide.json").write_text("{}")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("dear")
    for name in ("own", "file"):
        with pytest.raises(NotOursError, match=name), built_aside(tmp_path / name):
            pass
    put(tmp_path / "empty", "new")

    assert (tmp_path / "own/guide.json").read_text() == "{}"
    assert said_by(tmp_path / "empty") == {"new"}


def test_a_link_stays_a_link(tmp_path, way):
    """The folder that it leads to is replaced."""
    put(tmp_path / "real", "old")
    (tmp_path / "site").symlink_to("real")
    put(tmp_path / "site", "new")

    assert (tmp_path / "site").is_symlink()
    assert said_by(tmp_path / "real") == {"new"}


def test_a_host_can_read_it(tmp_path):
    """Whatever mask its builder has."""
    before = os.umask(0o077)
    try:
        put(tmp_path / "site", "new")
    finally:
        os.umask(before)

    assert {oct(path.stat().st_mode)[-3:] for path in (tmp_path / "site").iterdir()} == {"644"}
    assert oct((tmp_path / "site").stat().st_mode)[-3:] == "755"


def test_what_a_lost_build_left_is_put_right(tmp_path):
    """Between two moves the old site stands aside: the next build puts it back first, and sweeps the rest."""
    put(tmp_path / "site", "old")
    aside = tmp_path / f"{swap.ASIDE}site-lost"
    aside.mkdir()
    (tmp_path / "site").rename(aside / "old")
    with pytest.raises(RuntimeError), built_aside(tmp_path / "site"):
        raise RuntimeError

    assert said_by(tmp_path / "site") == {"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("exchange", ["at once", "in two moves"])
def test_killed_at_any_moment(tmp_path, exchange):
    """After each of many kills the next build finds a whole site, old or new; at once, there is never none."""
    target, chance = tmp_path / "site", random.Random(7)
    put(target, "0")
    for number in range(1, 21):
        build = start(target, str(number), exchange)
        time.sleep(chance.uniform(0.02, 0.14))
        build.send_signal(signal.SIGKILL)
        build.communicate()
        if exchange == "at once":
            assert len(said_by(target)) == 1
        with pytest.raises(RuntimeError), built_aside(target):
            raise RuntimeError  # only what was left is put right
        assert len(said_by(target)) == 1
        assert (target / MARK).exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_killed_between_the_two_moves(tmp_path):
    """The old site is gone from its place for that moment, and back with the next build, whatever becomes of that."""
    target = tmp_path / "site"
    put(target, "old")
    end_between(target, "new")
    with pytest.raises(RuntimeError), built_aside(target):
        raise RuntimeError

    assert said_by(target) == {"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_killed_after_the_two_moves(tmp_path):
    """The new site stands in its place, the old one is still aside: the next build leaves the one, sweeps the other."""
    put(tmp_path / "site", "old")
    aside = tmp_path / f"{swap.ASIDE}site-lost"
    aside.mkdir()
    (tmp_path / "site").rename(aside / "old")
    new = tmp_path / "elsewhere"
    put(new, "new")
    new.rename(tmp_path / "site")
    with pytest.raises(RuntimeError), built_aside(tmp_path / "site"):
        raise RuntimeError

    assert said_by(tmp_path / "site") == {"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_builds_at_the_same_instant(tmp_path):
    """Each waits for its turn; the last one's site is whole, and none stands in another."""
    builds = [start(tmp_path / "site", str(number)) for number in range(6)]
    ends = [(build.communicate()[1], build.returncode) for build in builds]

    assert [code for _, code in ends] == [0] * 6
    assert len(said_by(tmp_path / "site")) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in (tmp_path / "site").iterdir() if path.is_dir()] == []
