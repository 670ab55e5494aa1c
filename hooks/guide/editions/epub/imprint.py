"""What is told of a book, wherever books are listed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Imprint:
    """What a book says of itself besides the guide's own words."""

    name: str
    language: str = "en"
    address: str = ""
    """Where the site stands, for what is not in the book; "" where nobody knows."""
    rights: str = ""
    author: str = ""
    cover: bytes | None = None
    """A PNG; without it there is a drawing, of which libraries and old readers often show a part."""
