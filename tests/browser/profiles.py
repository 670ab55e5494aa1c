"""What is found on the disk of a browser, in the ways in which browsers write."""

import contextlib
from pathlib import Path

MOZ_LZ4 = b"mozLz40\0"


def files_with(profile: Path, word: str) -> list[str]:
    """The files of a browser in which a word stands, in any of the ways in which browsers write one."""
    spellings = [word.encode(), word.encode("utf-16-le")]
    found = []
    for path in sorted(path for path in profile.rglob("*") if path.is_file()):
        with contextlib.suppress(FileNotFoundError):  # a browser tidies up while it is looked at
            data = path.read_bytes()
            data += unpacked(data) if data.startswith(MOZ_LZ4) else b""
            if any(spelling in data for spelling in spellings):
                found.append(path.relative_to(profile).as_posix())
    return found


def unpacked(data: bytes) -> bytes:
    """A file of Firefox's that is packed by LZ4: how it keeps a session."""
    packed, out, at = data[12:], bytearray(), 0
    while at < len(packed):
        token, at = packed[at], at + 1
        length, at = _length(packed, at, token >> 4)
        out += packed[at : at + length]
        at += length
        if at >= len(packed):
            break
        back, at = int.from_bytes(packed[at : at + 2], "little"), at + 2
        length, at = _length(packed, at, token & 15)
        for _ in range(length + 4):
            out.append(out[-back])
    return bytes(out)


def _length(packed: bytes, at: int, length: int) -> tuple[int, int]:
    more = 255 if length == 15 else 0
    while more == 255:
        more, at = packed[at], at + 1
        length += more
    return length, at
