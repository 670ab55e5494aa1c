"""Pictures for tests, made by Pillow: what reads them here has no part in it."""

import io

from PIL import Image

FORMATS = {"avif": "AVIF", "gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "webp": "WebP"}


def picture(ending: str = "png", size: tuple[int, int] = (3, 2), mode: str = "RGB", **how) -> bytes:
    """A picture of one colour, of the kind that such a file is."""
    made = io.BytesIO()
    Image.new(mode, size).save(made, FORMATS[ending.lower()], **how)
    return made.getvalue()
