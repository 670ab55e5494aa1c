"""Files that are kept from one build to the next."""

import threading
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Written aside first: a build that is cut off must leave no half of a file behind."""
    aside = path.with_suffix(f".{threading.get_ident()}")
    aside.write_bytes(data)
    aside.replace(path)
