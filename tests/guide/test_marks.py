"""The mark of a site is a file of its own, or the build stops and says so."""

import pytest
from guide_mkdocs.settings.check import read_config
from guide_mkdocs.settings.facts import foreign_to, insist_on_own_files
from guide_mkdocs.theme.marks import mark_of
from mkdocs.exceptions import ConfigurationError
from projects import ROOT

DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def settings(folder, name: str, mark: str):
    """Those of a site with a theme and a folder of pages, each with a file, and one outside of both."""
    for path in ("overrides/mark.svg", "docs/own.svg", "outside.svg", "overrides/main.html"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(DRAWING, encoding="utf-8")
    (folder / "overrides/old.svg").write_bytes(b"<svg>\xe9</svg>")
    lines = ["site_name: A", "theme:", "  name: null", "  custom_dir: overrides", f"  {name}: {mark}"]
    (folder / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    config, problems = read_config(folder / "mkdocs.yml")
    assert problems == []
    return config


@pytest.mark.parametrize("name", ["favicon", "logo"])
@pytest.mark.parametrize("mark", ["mark.svg", "own.svg", "main.html", "''", "null"])
def test_a_file_of_the_site(name, mark, tmp_path):
    """Of the theme, or of the folder of pages."""
    assert foreign_to(settings(tmp_path, name, mark), "docs", "mkdocs.yml") == []


@pytest.mark.parametrize("name", ["favicon", "logo"])
@pytest.mark.parametrize(
    "mark",
    ["https://evil.example/mark.svg", "//evil.example/mark.svg", "none.svg", "../outside.svg", "/etc/passwd", "7", "."],
)
def test_no_file_of_the_site(name, mark, tmp_path):
    """What is fetched from elsewhere, is not there, or stands outside, is told on its line, and ends a build."""
    config = settings(tmp_path, name, mark)
    (problem,) = foreign_to(config, "docs", "mkdocs.yml")

    assert problem.what == f"“{name}” of the theme is no file of this site: “{mark}”."
    assert (problem.path, problem.line) == ("mkdocs.yml", 5)
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:5: "):
        insist_on_own_files(config)


def test_a_mark_in_another_encoding(tmp_path):
    """It cannot be drawn on a cover."""
    (problem,) = foreign_to(settings(tmp_path, "favicon", "old.svg"), "docs", "mkdocs.yml")

    assert (problem.line, problem.what) == (5, "“favicon” of the theme is not written in UTF-8: “old.svg”.")


def test_the_mark_as_a_drawing(tmp_path):
    """Wherever it stands; another kind of picture is none."""
    assert mark_of(settings(tmp_path, "favicon", "own.svg")) == DRAWING
    assert mark_of(settings(tmp_path, "favicon", "main.html")) == ""
    config, _ = read_config(ROOT / "mkdocs.yml")
    assert mark_of(config).startswith("<svg")
