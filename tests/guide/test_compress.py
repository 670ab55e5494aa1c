"""Compressed copies of a finished site's text."""

import gzip
import os

import brotli
from guide.__main__ import main


def test_text_is_compressed_and_nothing_else(tmp_path):
    """Each copy holds its file; what is compressed already has none."""
    (tmp_path / "style.css").mkdir()  # the folder of a page that is called so
    for name in ("a.html", "b/c.css", "d.png", "e.pdf", "f.js.br", "_headers"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("same " * 100, encoding="utf-8")

    assert main(["compress", str(tmp_path)]) == 0
    copies = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*") if path.suffix in (".br", ".gz")}
    assert copies == {"a.html.br", "a.html.gz", "b/c.css.br", "b/c.css.gz", "f.js.br"}
    assert brotli.decompress((tmp_path / "a.html.br").read_bytes()) == b"same " * 100
    assert gzip.decompress((tmp_path / "b/c.css.gz").read_bytes()) == b"same " * 100


def test_the_same_text_gives_the_same_bytes(tmp_path):
    """Whenever it is compressed, and however old the file is; what stood there before is replaced."""
    text, copy = tmp_path / "a.html", tmp_path / "a.html.gz"
    text.write_text("x", encoding="utf-8")
    copy.write_bytes(b"stale")
    main(["compress", str(tmp_path)])
    first = copy.read_bytes()
    os.utime(text, (0, 0))
    main(["compress", str(tmp_path)])

    assert gzip.decompress(first) == b"x"
    assert copy.read_bytes() == first
    assert first[4:8] == bytes(4)  # where gzip keeps its time
