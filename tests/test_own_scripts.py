"""The scripts and styles of a theme on their way into the site."""

import pytest
from guide_mkdocs.theme.small import send_small
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

SCRIPT, STYLE = "// why\nsay( 1 );\n", "a { color: red }\n"


@pytest.fixture
def config(tmp_path) -> MkDocsConfig:
    """The settings of a site with a theme of its own."""
    config = MkDocsConfig()
    config.theme = Theme(custom_dir=str(tmp_path / "theme"))
    return config


def file_of(folder, path: str, text: str) -> File:
    """A file that stands in a folder."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return File(path, str(folder), "site", True)


def test_what_is_the_themes_is_small(tmp_path, config):
    """What stands among the pages is sent as its author wrote it."""
    theme, docs = tmp_path / "theme", tmp_path / "docs"
    own = [file_of(theme, "assets/a.js", SCRIPT), file_of(theme, "a.css", STYLE), file_of(theme, "a.txt", STYLE)]
    among = file_of(docs, "b.js", SCRIPT)
    send_small(Files([*own, among]), config)

    assert [one.content_string for one in own] == ["say(1)", "a{color:red}", STYLE]
    assert among.content_string == SCRIPT


def test_what_is_no_script_stops_the_build(tmp_path, config):
    """With the file, the line, and how to mend it."""
    files = Files([file_of(tmp_path / "theme", "assets/a.js", "say(1);\nsay(;\n")])

    with pytest.raises(PluginError, match=r"(?s)^theme/assets/a\.js:2: This is no script .*Why: .*Mend: "):
        send_small(files, config)
