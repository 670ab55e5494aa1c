"""Settings are looked through before any of them is loaded: what would run something is a problem, and does not run."""

import os
from pathlib import Path

import pytest
from guide_mkdocs.command import check
from guide_mkdocs.serving.serve import Maker
from guide_mkdocs.settings.check import read_config
from projects import ROOT, build, other_config
from tiny_sites import PLAIN, SITES


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A function that checks a site of these files, and says what is told of its settings; nothing of it may run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")

    def run(settings: str, **others: str) -> list[str]:
        for name, text in {"mkdocs": settings, **others}.items():
            (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
        problems = [f"{one.path}:{one.line}: {one.what}" for one in check(None)]
        assert not Path("ran").exists()
        return problems

    return run


SLUGS = "!!python/object/apply:pymdownx.slugs.slugify"
EVAL = "!!python/object/apply:builtins.open [ran, w]"
REFUSED = {
    "a call": f"site_name: A\nextra:\n  a: {EVAL}\n",
    "in a list": f"site_name: A\nextra: {{\n  a: [{EVAL}]}}\n",
    "as a name": f"site_name: A\nextra:\n  ? {EVAL}\n  : b\n",
    "behind an anchor": f"site_name: A\nextra:\n  a: &a {EVAL}\n  b: *a\n",
    "what is merged": f"site_name: A\nextra:\n  <<: {{a: {EVAL}}}\n",
    "by the whole name": "site_name: A\nextra:\n  a: !<tag:yaml.org,2002:python/object/apply:builtins.open> [ran, w]\n",
    "by another handle": "%TAG !x! tag:yaml.org,2002:python/\n---\nextra:\n  a: !x!object/new:builtins.open [ran, w]\n",
    "by the handle of others": "%TAG ! tag:yaml.org,2002:python/\n---\na:\n  a: !object/new:builtins.open [ran, w]\n",
    "escaped": "site_name: A\nextra:\n  a: !!python/object%2Fapply:builtins.open [ran, w]\n",
    "an object": "site_name: A\nextra:\n  a: !!python/object/new:builtins.open {args: [ran, w]}\n",
    "a name that is read": "site_name: A\nextra:\n  a: !!python/name:antigravity.x ''\n",
    "a module": "site_name: A\nextra:\n  a: !!python/module:this ''\n",
    "what a function is given": f"site_name: A\nextra:\n  a: {SLUGS} {{kwds: {{case: {EVAL}}}}}\n",
    "a tuple": "site_name: A\nextra:\n  a: !!python/tuple [a]\n",
    "nobody's": "site_name: A\nextra:\n  a: !mine b\n",
}


@pytest.mark.parametrize("settings", REFUSED.values(), ids=REFUSED)
def test_what_runs(told, settings):
    """It is one problem, at its line, and the only one."""
    [what] = told(settings)

    assert what.startswith(f"mkdocs.yml:{4 if '%TAG' in settings else 3}: The tag “")


def test_a_name_from_the_machine(told):
    """Whoever reads the settings would not know which one is set."""
    assert told("site_name: A\nextra:\n  ? !ENV [X, folder_edition]\n  : /home\n") == [
        "mkdocs.yml:3: The name of a setting has a tag, “!ENV”."
    ]


INHERITED = {
    "plainly": "INHERIT: base.yml\n",
    "in quotes": "? 'INHERIT'\n: \"base.yml\"\n",
    "by way of another": "INHERIT: between.yml\n",
    "upwards": "INHERIT: docs/../base.yml\n",
}


@pytest.mark.parametrize("settings", INHERITED.values(), ids=INHERITED)
def test_what_is_inherited(told, settings):
    """Each file that is read is looked through."""
    assert told(settings, between="INHERIT: base.yml\n", base=f"site_name: A\nextra: {{a: {EVAL}}}\n") == [
        "base.yml:2: The tag “!!python/object/apply:builtins.open” stands in the settings."
    ]


ROUNDABOUT = {
    "merged": "extra: {x: &x {INHERIT: base.yml}}\n<<: *x\n",
    "from the machine": "site_name: A\nINHERIT: !ENV [NONE_SUCH, base.yml]\n",
}


@pytest.mark.parametrize("settings", ROUNDABOUT.values(), ids=ROUNDABOUT)
def test_what_is_inherited_roundabout(told, settings):
    """It is a problem, as nobody would see it."""
    second, first = told(settings, base=f"site_name: A\nextra: {{a: {EVAL}}}\n")

    assert first.startswith("base.yml:2: The tag “")
    assert second == "mkdocs.yml:2: “INHERIT” does not name a file plainly."


def test_what_is_inherited_and_no_file(told, tmp_path):
    """Whoever reads a pipe waits without end."""
    os.mkfifo(tmp_path / "pipe")

    assert told("site_name: A\nINHERIT: pipe\n") == ["mkdocs.yml:2: “INHERIT” does not name a file plainly."]


BOMBS = {
    "laughs": "extra:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"  {b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "itself": "extra: &a\n  b: *a\n",
}


@pytest.mark.parametrize("settings", BOMBS.values(), ids=BOMBS)
def test_what_stands_for_too_much(told, settings):
    """It is told, at once."""
    [what] = told(settings)

    assert "The settings cannot be read: " in what


def test_another_encoding(told, tmp_path):
    """What YAML reads is what is looked through."""
    told("site_name: A\n")
    (tmp_path / "mkdocs.yml").write_bytes(f"extra:\n  a: {EVAL}\n".encode("utf-16"))

    assert [one.what for one in check(None)] != []
    assert not (tmp_path / "ran").exists()


ALLOWED = """site_name: A
extra: {a: !ENV [SITE_A, b], b: !!str 1, c: ! d, d: !!set {e}}
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.superfences:
      custom_fences:
        - {name: tea, class: tea, format: !!python/name:pymdownx.superfences.fence_code_format }
"""


def test_what_many_sites_name(told):
    """It is loaded as ever."""
    assert told(ALLOWED) == []
    assert callable(read_config(Path("mkdocs.yml"))[0].mdx_configs["pymdownx.emoji"]["emoji_index"])


def test_a_served_site_does_not_load_it(told, tmp_path):
    """Its author is told instead."""
    told(REFUSED["a call"])
    made = Maker(None, None, tmp_path / "served").make(1)

    assert "The tag “!!python/object/apply:builtins.open”" in made["problems"]["texts"][0]
    assert not (tmp_path / "ran").exists()


def test_a_build_stops(tmp_path):
    """Where MkDocs is asked itself, it has loaded all of it; the site is not made."""
    config = other_config(tmp_path, SITES / "bare/docs", **PLAIN)
    config.write_text(config.read_text("utf-8") + f"watch: [!!python/object/apply:os.path.join [{ROOT}, hooks]]\n")
    made = build(config, tmp_path / "site", strict=False)

    assert made.returncode != 0
    assert "The tag “!!python/object/apply:os.path.join”" in made.stdout
    assert not (tmp_path / "site/index.html").exists()


LOADED = {
    "front matter": ("docs/a.md", f"---\ntitle: {EVAL}\n---\n# A\n"),
    "data": ("docs/_data/words.yml", f"tagline: {EVAL}\n"),
    "data of its own": ("docs/_data/mine.yml", f"a: {EVAL}\n"),
    "a name": ("docs/_data/words.yml", f"? {EVAL}\n: a\n"),
    "a sheet": ("docs/_data/examples/a.yml", f"none: {EVAL}\n"),
}


@pytest.mark.parametrize(("path", "text"), LOADED.values(), ids=LOADED)
def test_what_authors_write_runs_nothing(told, path, text):
    """It is told by its file."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")

    assert any(one.startswith(f"{path}:") for one in told("site_name: A\n"))
