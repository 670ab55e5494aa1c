"""A guide, and everything that is wrong with it: what is seen in reading, and what the rules find."""

from collections.abc import Collection, Mapping
from typing import Any

from guide.checks import check_guide
from guide.model.guide import Guide
from guide.model.problems import Problem, in_order
from guide.reading.pages import NOTHING_KEPT, Reader, read_guide
from guide.reading.pattern_work import with_quick_patterns
from guide.renderers import PARTS
from guide.site.addresses import check_addresses


def load_guide(
    texts: Mapping[str, str],
    folder: str = "docs",
    extensions: Mapping[str, Any] | None = None,
    address: str = "",
    files: Collection[str] | None = None,
    reader: Reader = NOTHING_KEPT,
) -> tuple[Guide, list[Problem]]:
    """Read {path from the docs folder: text} into a guide, and check it; see `read_guide`."""
    guide, problems = read_guide(texts, folder, extensions, address, files, reader)
    guide, slow = with_quick_patterns(guide)
    return guide, in_order([*problems, *slow, *check_guide(guide, PARTS), *check_addresses(guide)])
