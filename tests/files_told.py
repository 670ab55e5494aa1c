"""What is said of the files of a site, by unit and in a whole build."""

from pathlib import Path

from guide.reading.files import FoundFile
from guide.site.loader import load_guide
from guide.site.publishing import Publishing, check_publishing
from projects import build, other_config

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def told(files: list[FoundFile], texts: dict[str, str] | None = None, **settings) -> list[str]:
    """What is said of files, and of pages, of a site."""
    guide, _ = load_guide(texts or {"index.md": "# A\n"})
    problems = check_publishing(guide, files, Publishing("docs", **settings))
    return [f"{problem.path}:{problem.line}: {problem.what}" for problem in problems]


def site_of(tmp_path: Path, strict: bool, **files: str):
    """A site of these files of docs/, built."""
    docs = tmp_path / "docs"
    for path, text in {"index.md": "# A\n\nWords.\n", **files}.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    return tmp_path / "site", build(other_config(tmp_path, docs), tmp_path / "site", strict=strict)
