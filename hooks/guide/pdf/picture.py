"""The first page of a finished PDF as a picture, for whoever looks at a change."""

import tempfile
from pathlib import Path

PIXELS_AN_INCH = 80
ONE_PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("paper.pdf", page: 1)\n'


def first_page(data: bytes) -> bytes:
    """A PNG of the first page of a PDF. Raises typst.TypstError where it cannot be read."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "paper.pdf").write_bytes(data)
        return typst.compile(ONE_PAGE.encode(), root=folder, format="png", ppi=PIXELS_AN_INCH)
