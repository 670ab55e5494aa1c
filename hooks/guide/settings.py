"""What the generator must know of a site, from its mkdocs.yml, where no MkDocs is there to read it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml


class _Lenient(yaml.SafeLoader):
    """Reads a configuration whose tags (`!ENV`, `!!python/name`) mean something to MkDocs alone."""


_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> dict[str, Any]:
    """What every sheet of the site says alike."""
    config = yaml.load(path.read_text(encoding="utf-8"), Loader=_Lenient) or {}
    theme = config.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    return site_of(config.get("site_name") or "", config.get("site_url") or "", language or "en")


def site_of(name: str, url: str, language: str) -> dict[str, Any]:
    """The same from values. The address is short enough to be typed: no scheme; "" where the site names none."""
    place = urlsplit(url)
    address = f"{place.netloc}{place.path.rstrip('/')}/" if place.netloc else ""
    return {"site": name, "lang": language, "address": address, "words": {"page": "Page", "of": "of"}}
