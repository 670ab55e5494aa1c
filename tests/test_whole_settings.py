"""Settings that leave a part of the generator out, or put something of the building machine into the site."""

import pytest
from guide_mkdocs.command import check
from projects import ROOT, build, other_config
from tiny_sites import PLAIN, SITES

WHOLE = "site_name: A\ntheme: {name: null, custom_dir: looks}\nhooks:\n  - hooks/one.py\n  - hooks/two.py\n"


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A function that checks a site of these settings, with a generator of its own, and returns what is said."""
    hook, files = "import x\n\n\ndef on_env(env, **_):\n    return env\n", {"docs/index.md": "# Home\n"}
    files |= {"hooks/one.py": hook, "hooks/two.py": hook, "hooks/no_hook.py": "", "looks/main.html": ""}
    for path, text in {**files, "hooks/guide_mkdocs/__init__.py": ""}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "plain").mkdir()
    monkeypatch.chdir(tmp_path)

    def run(settings: str) -> list[str]:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return [f"{one.path}:{one.line}: {one.what}" for one in check(None)]

    return run


LEFT_OUT = {
    "a hook": (WHOLE.replace("  - hooks/one.py\n", ""), ["mkdocs.yml:3: The hook one.py is left out."]),
    "all hooks": (
        WHOLE.partition("hooks:")[0],
        ["mkdocs.yml:1: The hook one.py is left out.", "mkdocs.yml:1: The hook two.py is left out."],
    ),
    "the theme": (
        WHOLE.replace("{name: null, custom_dir: looks}", "mkdocs"),
        ["mkdocs.yml:2: The theme has no main.html of its own."],
    ),
    "its templates": (WHOLE.replace("looks", "plain"), ["mkdocs.yml:2: The theme has no main.html of its own."]),
}
FROM_MACHINE = {
    "a name": (
        WHOLE.replace("site_name: A", "site_name: !ENV [PATH, A]"),
        ["mkdocs.yml:1: “site_name” is read from “PATH” of the machine that builds."],
    ),
    "a part of a setting": (
        WHOLE + "extra:\n  a: !ENV USER\n",
        ["mkdocs.yml:7: “extra” is read from “USER” of the machine that builds."],
    ),
    "an edition": (
        WHOLE + "extra:\n  folder_edition: docs\n  for_folder: !ENV [FOR_FOLDER, true]\n",
        ["mkdocs.yml:7: “folder_edition” is written by hand.", "mkdocs.yml:8: “for_folder” is written by hand."],
    ),
}


@pytest.mark.parametrize(
    ("settings", "said"), [*LEFT_OUT.values(), *FROM_MACHINE.values()], ids=[*LEFT_OUT, *FROM_MACHINE]
)
def test_what_is_told(told, settings, said):
    """By the line of its setting."""
    assert told(settings) == said


def test_whole_settings(told):
    """Nothing is said of them, of what hosts may set, or of a site that is made by other hooks."""
    assert told(WHOLE + 'extra:\n  for_folder: !ENV [FOR_FOLDER, false]\n  a: !ENV [SITE_A, EXIT_URL, ""]\n') == []


def test_inherited_settings(told, tmp_path):
    """What stands in the file that they inherit from counts as well, and so does what is written there."""
    (tmp_path / "base.yml").write_text(WHOLE + "extra: {a: !ENV HOME}\n", encoding="utf-8")

    assert told("INHERIT: base.yml\n") == ["base.yml:6: “extra” is read from “HOME” of the machine that builds."]


@pytest.mark.parametrize("hook", ["problems", "policy", "parts"])
def test_a_build_stops(tmp_path, hook):
    """Whichever is left out: the others tell."""
    config = other_config(tmp_path, SITES / "bare/docs", **PLAIN)
    config.write_text(config.read_text("utf-8").replace(f"  - {ROOT}/hooks/{hook}.py\n", ""), encoding="utf-8")
    made = build(config, tmp_path / "site", strict=False)

    assert made.returncode != 0
    assert f"The hook {hook}.py is left out." in made.stdout


@pytest.mark.parametrize("kept", [True, False])
def test_what_a_theme_keeps_for_a_book(tmp_path, kept):
    """It is told where the settings would publish it, and only there: to a build as well."""
    config = other_config(tmp_path, SITES / "bare/docs", **PLAIN)
    settings = config.read_text("utf-8")
    config.write_text(settings if kept else settings.replace("  *.xhtml\n", ""), encoding="utf-8")
    made = build(config, tmp_path / "site")

    assert ("“book/chapter.xhtml” of the theme would be published" in made.stdout) != kept
    assert (made.returncode == 0) == kept, made.stdout
