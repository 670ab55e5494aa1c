"""How the files of data are called. One of another name is read by nobody, and what stands in it would be missed."""

from pathlib import PurePosixPath

from guide.model.guide import ALARMS, VOUCHED
from guide.model.problems import NOTICE, Problem, nearest
from guide.reading.data_schema import known_data

FOLDERS = ("examples", "pictures", "typed")
PUBLISHED = "addresses.txt"
"""The file of every address that the site has ever had, and its name among the data."""
LISTS = (PUBLISHED, VOUCHED, ALARMS)
TYPED = ("in-danger", "in-no-danger", "elsewhere")
"""What the lists of `typed/` are called."""
DRAWING = ".svg"
OWN = ".yml"
# What people leave beside files, for each other or for their tools; none of it is meant for readers.
BESIDE = ("readme", "readme.md", "readme.txt")


def check_name(path: str, below: str) -> Problem | None:
    """What is wrong with the name of a file; nothing where it is known. `below` is its path from the folder of data."""
    place = PurePosixPath(below)
    if below in _known() or _is_drawing(place) or _is_example(place) or _is_beside(place):
        return None
    guess = _nearest(place)
    if not guess and len(place.parts) == 1 and place.suffix == OWN:
        return _own(path)
    mend = f"Name it  {guess}" if guess else f"Known are: {', '.join(_known())}, and drawings in pictures/."
    return Problem(path, 1, "No file of data has this name.", "Nothing would be read of what stands in it.", mend)


def _known() -> list[str]:
    return [
        *(f"{name}{OWN}" for name in known_data() if name not in FOLDERS),
        *LISTS,
        *(f"typed/{name}.txt" for name in TYPED),
    ]


def _is_drawing(place: PurePosixPath) -> bool:
    return str(place.parent) == "pictures" and place.suffix == DRAWING


def _is_example(place: PurePosixPath) -> bool:
    return str(place.parent) == "examples" and place.suffix == OWN


def _is_beside(place: PurePosixPath) -> bool:
    return place.name.startswith(".") or place.name.casefold() in BESIDE


def _nearest(place: PurePosixPath) -> str:
    """The known name most like it, "" where none is close; a drawing has a name of its own."""
    if place.suffix.casefold() == DRAWING:
        return f"pictures/{place.stem}{DRAWING}"
    known = {PurePosixPath(known).stem: known for known in _known()}
    plain = place.stem.casefold().replace("_", "-").replace(" ", "-")
    return known.get(nearest(plain, known, 0.8), "")


def _own(path: str) -> Problem:
    return Problem(
        path,
        1,
        "Nothing of the generator reads this file.",
        "Only a hook of the site's own could use it.",
        "Take it out if none does.",
        NOTICE,
    )
