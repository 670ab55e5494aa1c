"""Tiny real sites, built whole, and what stands on their pages."""

import subprocess
from pathlib import Path

from projects import ROOT, build, other_config
from selectolax.lexbor import LexborHTMLParser

SITES = ROOT / "tests/sites"
PLAIN = {"site_name": "Spokes", "site_description": "", "copyright": "", "site_url": "", "repo_url": "", "edit_uri": ""}
HOSTED = {**PLAIN, "site_url": "https://spokes.example/b/", "repo_url": "https://code.example/s", "edit_uri": "edit/"}


def build_of(name: str, folder: Path, settings: dict[str, str]) -> tuple[Path, subprocess.CompletedProcess]:
    """One of the tiny sites, built strictly: its folder, and what the build said."""
    config = other_config(folder, SITES / name / "docs", **settings)
    return folder / "site", build(config, folder / "site")


def built_site(name: str, folder: Path, settings: dict[str, str]) -> Path:
    """The folder of one that is built without a word of warning."""
    site, made = build_of(name, folder, settings)
    assert [line for line in made.stdout.splitlines() if not line.startswith("INFO")] == []
    assert made.returncode == 0
    return site


def page(site: Path, address: str) -> LexborHTMLParser:
    """One page of a site."""
    name = address if address.endswith(".html") else f"{address}index.html"
    return LexborHTMLParser((site / name).read_text(encoding="utf-8"))


def texts(node, selector: str) -> list[str]:
    """The words of everything that a selector finds."""
    return [" ".join(found.text().split()) for found in node.css(selector)]


def links(node, selector: str) -> list[str]:
    """Where everything that a selector finds leads to."""
    return [found.attributes["href"] for found in node.css(selector)]
