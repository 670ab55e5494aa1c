"""What has stopped a build, as a Problem: where in the project it came from, and what was said."""

import traceback
from pathlib import Path

from guide.model.problems import Problem

WHY = "The site cannot be made anew; what was made last is shown until then."
MEND = "Mend that line and save: it is tried again by itself."


def fault_of(error: BaseException) -> Problem:
    """Where the innermost line of the project stands that had a part in it."""
    path, line = _place_of(error)
    said = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
    return Problem(path, line, f"{type(error).__name__}: {said}.", WHY, MEND)


def _place_of(error: BaseException) -> tuple[str, int]:
    if isinstance(error, SyntaxError) and error.filename:
        return _from_root(error.filename), error.lineno or 1
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_of_the_project(frame.filename)]
    frame = (ours or frames)[-1] if frames else None
    return (_from_root(frame.filename), frame.lineno or 1) if frame else ("mkdocs.yml", 1)


def _is_of_the_project(path: str) -> bool:
    inside = Path(path).is_relative_to(Path.cwd()) or not Path(path).is_absolute()
    return inside and "site-packages" not in Path(path).parts and not path.startswith("<")


def _from_root(path: str) -> str:
    return Path(path).relative_to(Path.cwd()).as_posix() if Path(path).is_relative_to(Path.cwd()) else path
