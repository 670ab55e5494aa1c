"""A browser that a test has started leaves nothing on the machine that tries it."""

from pathlib import Path

import pytest
from engines import firefox, webkit
from waiting import until

pytestmark = pytest.mark.browser


def left_of(folder: Path) -> list[str]:
    """What still runs with its home in a folder, and what is mounted below it."""
    mounts = [line.split()[1] for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    return [mount for mount in mounts if mount.startswith(f"{folder}/")] + [
        (process / "cmdline").read_text("utf-8").replace("\0", " ")
        for process in Path("/proc").glob("[0-9]*")
        if f"HOME={folder}\0".encode() in environment_of(process)
    ]


def environment_of(process: Path) -> bytes:
    """The environment of a process; nothing where it has ended meanwhile, or is another's."""
    try:
        return (process / "environ").read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize("engine", [firefox, webkit], ids=["firefox", "webkit"])
def test_it_ends_with_all_that_it_started(engine, tmp_path):
    """No service of a desktop outlives it, and no folder is mounted, which nobody could remove afterwards."""
    with engine(tmp_path) as driven:
        driven.open("about:blank")
        running = left_of(tmp_path)

    assert any(engine.__name__ in line.lower() for line in running)
    assert not [line for line in running if "dbus" in line or "portal" in line or line.startswith(str(tmp_path))]
    assert until(lambda: not left_of(tmp_path), 10)
