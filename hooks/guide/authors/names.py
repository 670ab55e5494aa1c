"""Names of new pages: which can be one, and which are taken."""

import re
import unicodedata

from guide.model.guide import Guide
from guide.reading.pages import address_of

PART = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LONGEST = 60  # signs of a name: it stands in addresses, in the names of PDFs, and on paper
RESERVED = {"con", "prn", "aux", "nul", "print", "assets", "readme"}
"""Names that some system or the site itself takes for something else."""


class RefusedError(Exception):
    """Nothing of that name can be begun; its words say why, and what to write."""


def path_of(name: str) -> str:
    """The path that a name means, without its ending. Raises RefusedError for a name that no page can have."""
    path = unicodedata.normalize("NFC", name.strip()).removesuffix(".md")
    for part in path.split("/"):
        if not PART.fullmatch(part) or part != part.lower() or len(part) > LONGEST or part in RESERVED:
            raise RefusedError(f"“{name}” cannot be the name of a page. {_better(path)}")
    return path


def refuse_taken(file: str, guide: Guide) -> None:
    """A file is not written over, nor an address put where another leads."""
    url = address_of(file)
    taken = guide.page_from(file) or guide.page_at(url)
    moved = next((page for page in guide.pages if url in page.aliases), None)
    if taken:
        raise RefusedError(f"There is {taken.source} already, and it is left as it is. Choose another name.")
    if moved:
        raise RefusedError(f"“{url}” is an old address of {moved.source}, and leads there. Choose another name.")


def refuse_telling(url: str, guide: Guide) -> None:
    """The address of a safety page says nothing of it; what would stands in the guide's shape (`telling`)."""
    pattern = (guide.shape.get("safety") or {}).get("telling")
    found = re.search(pattern, url, re.IGNORECASE) if pattern else None
    if found:
        raise RefusedError(
            f"The address “{url}” would say “{found[0]}” to whoever sees the history of the device. "
            "Choose a name that could stand for anything."
        )


def _better(path: str) -> str:
    parts = ("-".join(PART.findall(part.replace("_", " ").lower()))[:LONGEST].rstrip("-") for part in path.split("/"))
    guess = "/".join(part for part in parts if part and part not in RESERVED)
    rule = f"Use small letters, figures and hyphens, at most {LONGEST} of them"
    return f"{rule}, such as:  {guess}" if guess and guess != path else f"{rule}."
