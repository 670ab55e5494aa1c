"""The generator as a wheel, for `pip install`: with it `guide new guide FOLDER` begins a guide on any machine.

It holds what a guide has of its own, and nothing of our pages. pip asks for it by `build_wheel` (PEP 517). The same
files give the same bytes, whoever makes it, wherever and whenever: their time is SOURCE_DATE_EPOCH, or a fixed day.
"""

import base64
import hashlib
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guide.authors.generator import INSTALLED, PACKAGES, generator_files
from guide.editions.archive import moment_of, zipped

ROOT = Path(__file__).parent.parent
TAG = "py3-none-any"
WHEEL = f"Wheel-Version: 1.0\nGenerator: own_wheel\nRoot-Is-Purelib: true\nTag: {TAG}\n"


def build_wheel(folder: str, _settings: Any = None, _metadata: Any = None) -> str:
    """Write the wheel into a folder; its name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    called = f"{re.sub('[-_.]+', '_', project['name'].lower())}-{project['version']}"
    files = {_place(place): source for place, source in generator_files().items()}
    content = {place: source.read_bytes() for place, source in files.items()} | dict(_told(project, called))
    record = f"{called}.dist-info/RECORD"
    content[record] = "".join(f"{name},{_hash(data)},{len(data)}\n" for name, data in content.items()) + f"{record},,\n"
    content[record] = content[record].encode()
    programs = {place for place, source in files.items() if os.access(source, os.X_OK)}
    name = f"{called}-{TAG}.whl"
    packed = zipped(((place, data, True) for place, data in content.items()), moment_of([]), programs)
    Path(folder, name).write_bytes(packed)
    return name


def _place(place: str) -> str:
    """Packages stand where they are imported from; what else a guide has is kept together beside them."""
    below = place.removeprefix("hooks/")
    return below if below != place and below.split("/")[0] in PACKAGES else f"{INSTALLED}/{place}"


def _told(project: dict[str, Any], called: str) -> Iterator[tuple[str, bytes]]:
    """What an installer asks of a wheel, but for the list of its files."""
    info = f"{called}.dist-info"
    readme = (ROOT / project["readme"]).read_text(encoding="utf-8")
    yield f"{info}/METADATA", ("\n".join(_metadata(project)) + f"\n\n{readme}").encode()
    yield f"{info}/WHEEL", WHEEL.encode()
    commands = "".join(f"{name} = {of}\n" for name, of in project["scripts"].items())
    yield f"{info}/entry_points.txt", f"[console_scripts]\n{commands}".encode()
    yield f"{info}/licenses/LICENSE", (ROOT / "LICENSE").read_bytes()


def _metadata(project: dict[str, Any]) -> Iterator[str]:
    yield "Metadata-Version: 2.4"
    yield f"Name: {project['name']}"
    yield f"Version: {project['version']}"
    yield f"Summary: {project['description']}"
    yield f"License-Expression: {project['license']}"
    yield "License-File: LICENSE"
    yield f"Requires-Python: {project['requires-python']}"
    yield from (f"Requires-Dist: {one}" for one in project["dependencies"])
    for extra, asked in project.get("optional-dependencies", {}).items():
        yield f"Provides-Extra: {extra}"
        yield from (f'Requires-Dist: {one}; extra == "{extra}"' for one in asked)
    yield "Description-Content-Type: text/markdown"


def _hash(data: bytes) -> str:
    """As the list of files has it."""
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


if __name__ == "__main__":
    print(build_wheel(sys.argv[1]))
