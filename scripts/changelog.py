"""CHANGELOG.md: what is not released yet becomes a version with its day, and a version's part can be read."""

import re

UNRELEASED = "Unreleased"


class NothingNewError(Exception):
    """The changelog says of nothing that is new."""


def section_of(text: str, version: str) -> str:
    """What the changelog says of one version (or of "Unreleased"), without its heading; "" where it says nothing."""
    found = re.search(rf"^## {re.escape(version)}(?: .*)?\n(?P<part>(?:(?!## ).*\n?)*)", text, re.MULTILINE)
    return found["part"].strip() if found else ""


def cut(text: str, version: str, day: str) -> str:
    """The changelog with all that was not released yet under a version and its day (`2027-01-31`)."""
    said = re.sub(r"^#.*$", "", section_of(text, UNRELEASED), flags=re.MULTILINE)
    if not said.strip():
        raise NothingNewError
    return text.replace(f"## {UNRELEASED}\n", f"## {UNRELEASED}\n\n## {version} - {day}\n", 1)
