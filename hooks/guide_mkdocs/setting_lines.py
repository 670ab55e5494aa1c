"""Where a setting is written in a site's mkdocs.yml."""

from pathlib import Path

import yaml


def line_of(path: Path, *names: str) -> int:
    """The line of a setting, or of one below it, as far as those are written; the first line where none is."""
    node = yaml.compose(path.read_text(encoding="utf-8")) if path.is_file() else None
    line = 1
    for name in names:
        found = [pair for pair in node.value if pair[0].value == name] if isinstance(node, yaml.MappingNode) else []
        if not found:
            break
        line, node = found[-1][0].start_mark.line + 1, found[-1][1]
    return line
