"""A picture is what its name says, and no larger than a phone can show: by unit, and in a folder on the disk."""

import pytest
from files_told import SVG, told
from guide.reading.files import found_files
from guide.reading.picture import HEAVIEST, picture_of
from pictures import FORMATS, picture
from PIL import features

WAYS = [
    ("png", {}),
    ("png", {"mode": "RGBA"}),
    ("gif", {"mode": "P"}),
    ("jpg", {}),
    ("jpg", {"progressive": True, "exif": b"Exif\0\0" + b"\xff\xc0" * 500, "comment": b"\xff\xd8\xff\xc2 tea"}),
    ("JPEG", {"mode": "CMYK"}),
    ("webp", {}),
    ("webp", {"lossless": True}),
    ("webp", {"mode": "RGBA", "exif": b"Exif\0\0tea"}),
    ("avif", {}),
]


@pytest.mark.parametrize(("ending", "how"), WAYS, ids=[f"{ending} {' '.join(how)}" for ending, how in WAYS])
def test_every_kind_is_known_with_its_size(ending, how):
    """As other programs write it; and what breaks off before its size is none."""
    if ending == "avif" and not features.check("avif"):
        pytest.skip("this Pillow writes no AVIF")
    data = picture(ending, (321, 123), **how)
    found = picture_of(data, len(data))

    assert (found.kind, found.size, found.bytes) == (FORMATS[ending.lower()], (321, 123), len(data))
    assert picture_of(data[:9], 9).kind == ""


def said(folder, **files: bytes) -> list[str]:
    """What is told of files on the disk; `__` stands for the dot of an ending."""
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    return told(found_files(folder))


def test_sound_pictures_are_published(tmp_path):
    """In capitals as well; what is as large as it may be, and a drawing of any size."""
    assert said(
        tmp_path,
        a__png=picture(size=(4000, 4000)),
        b__JPG=picture("jpg"),
        c__gif=picture("gif"),
        d__webp=picture("webp"),
        e__svg=SVG.format("").replace("<svg", '<svg width="9000" height="9000"').encode(),
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a__png", b"x", "It is named as a picture (PNG), and holds none."),
        ("a__png", b"", "It is named as a picture (PNG), and holds none."),
        ("a__png", picture()[:18], "It is named as a picture (PNG), and holds none."),
        ("a__jpg", b"\xff\xd8\xff" + b"\xff" * 999, "It is named as a picture (JPEG), and holds none."),
        ("a__gif", b"GIF89a\0\0\0\0<script>", "It is named as a picture (GIF), and holds none."),
        ("a__webp", picture(), "It is named as a picture (WebP), and holds another kind (PNG)."),
        ("a__PNG", SVG.format("").encode(), "It is named as a picture (PNG), and holds none."),
        ("a__gif", picture("jpg"), "It is named as a picture (GIF), and holds another kind (JPEG)."),
        ("a__png", picture(size=(4001, 1)), "The picture has 4,001 × 1 pixels, and is not published."),
        ("a__gif", picture("gif", (1, 4001)), "The picture has 1 × 4,001 pixels, and is not published."),
        ("a__jpg", picture("jpg") + b"x" * HEAVIEST, "bytes, and is not published."),
        ("a__svg", (SVG.format("") + " " * HEAVIEST).encode(), "bytes, and is not published."),
    ],
)
def test_what_is_no_picture_or_too_large(tmp_path, name, data, what):
    """It is told, by the file."""
    [problem] = said(tmp_path, **{name: data})

    assert problem.startswith(f"docs/{name.replace('__', '.')}:1: ")
    assert problem.endswith(what)
