"""What the bytes of a picture say of it: its kind, and how large it is. Nothing is drawn: a small file may be huge."""

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass

KINDS = {".avif": "AVIF", ".gif": "GIF", ".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".webp": "WebP"}
"""What a file is, by its ending."""
HEAVIEST = 1_000_000
"""Bytes that are looked into; of a heavier file, its first ones."""
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The marks of a JPEG behind which its size stands."""
ALONE = {0x01, *range(0xD0, 0xD8)}
"""Those behind which nothing stands."""
Size = tuple[int, int]


@dataclass(frozen=True)
class Picture:
    """What a picture is."""

    bytes: int
    kind: str = ""
    """By what it holds; "" for no picture that we know, or one that does not come to its size."""
    size: Size = (0, 0)
    """Its width and height, in pixels."""


def picture_of(data: bytes, weight: int) -> Picture:
    """What a file is that weighs so many bytes and begins so."""
    for kind, begins, size_of in READERS:
        if begins.match(data):
            try:
                size = size_of(data)
            except (struct.error, IndexError):
                size = (0, 0)
            return Picture(weight, kind, size) if all(size) else Picture(weight)
    return Picture(weight)


def _png(data: bytes) -> Size:
    return struct.unpack_from(">II", data, 16)


def _gif(data: bytes) -> Size:
    return struct.unpack_from("<HH", data, 6)


def _jpeg(data: bytes) -> Size:
    at = 2
    while data[at] == 0xFF:
        mark = data[at + 1]
        if mark in FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if mark == 0xFF:  # what fills a gap
            at += 1
        else:
            at += 2 if mark in ALONE else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return 0, 0


def _webp(data: bytes) -> Size:
    chunk = data[12:16]
    if chunk == b"VP8X":
        width, more_width, height, more_height = struct.unpack_from("<HBHB", data, 24)
        return (width | more_width << 16) + 1, (height | more_height << 16) + 1
    if chunk == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _avif(data: bytes) -> Size:
    """Of several pictures in it, the largest of each."""
    found = [struct.unpack_from(">II", data, one.end() + 4) for one in re.finditer(b"ispe", data)]
    return max((width for width, _ in found), default=0), max((height for _, height in found), default=0)


READERS: tuple[tuple[str, re.Pattern[bytes], Callable[[bytes], Size]], ...] = (
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR", re.DOTALL), _png),
    ("GIF", re.compile(rb"GIF8[79]a"), _gif),
    ("JPEG", re.compile(rb"\xff\xd8\xff"), _jpeg),
    ("WebP", re.compile(rb"RIFF.{4}WEBPVP8[ LX]", re.DOTALL), _webp),
    ("AVIF", re.compile(rb".{4}ftyp(?:.{4})*?avi[fs]", re.DOTALL), _avif),
)
