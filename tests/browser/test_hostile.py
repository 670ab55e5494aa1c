"""Nothing that somebody smuggles into a change runs in a browser: it is harmless, or a problem with its line."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from hostile_site import CORPUS, data_inputs, guides, problems_of, write_all
from hosting import serve
from projects import build, other_config

# What a browser would show of anything that ran or led away.
WATCH = """
globalThis.evil = () => { globalThis.ran = "evil() was called" };
addEventListener("DOMContentLoaded", () => document.querySelectorAll("main a[href]").forEach((link) => {
  if (!/^(https?|mailto|tel|sms):$/.test(link.protocol)) globalThis.ran = `a link leads to ${link.href}`;
}));
"""
# What the build says of anything that would run.
RUNS = re.compile(r"runs a script|stands in the text|which is none there")
TRY = """() => {
  for (const one of document.querySelectorAll("main *")) {
    for (const name of ["mouseover", "focus", "click"])
      if (name != "click" || !one.closest("a[href], button, label, summary, input")) one.dispatchEvent(new Event(name));
  }
  return globalThis.ran ?? null;
}"""


@pytest.fixture(scope="module")
def refused() -> set[str]:
    """The inputs of which the check says what is wrong."""
    return {name for name in guides() if problems_of(name)}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """All inputs but data in one site: where it is, and what its build says. It is not strict, so all is written."""
    folder = tmp_path_factory.mktemp("hostile")
    return hostile_site(folder, [name for name in guides() if name[0] != "d"])


def hostile_site(folder: Path, names: list[str], **settings: str):
    """A site of inputs: where it is, and what its build says."""
    write_all(names, folder / "docs")
    config = other_config(folder, folder / "docs", **settings)
    return folder / "site", build(config, folder / "site", strict=False)


def told_of(names: Iterable[str], said: str) -> set[str]:
    """Those inputs of which a build says something, with a line."""
    return {name for name in names if re.search(rf"docs/(?:{name}\.md|_data/pictures/{name}\.svg):\d+: ", said)}


def what_happens(browser, site, paths: list[str]) -> dict[str, list[str]]:
    """{page: what a browser did that it should not}, for those pages of a site where it did."""
    server, address = serve(site)
    context = browser.new_context()
    context.add_init_script(WATCH)
    happened: dict[str, list[str]] = {}
    page = context.new_page()
    seen: list[str] = []
    page.on("request", lambda request: request.url.startswith(address) or seen.append(f"asked for {request.url}"))
    page.on("dialog", lambda dialog: (seen.append("a dialog"), dialog.dismiss()))
    context.on("page", lambda _: seen.append("a window was opened"))
    for path in paths:
        seen.clear()
        page.goto(address + path)
        ran = page.evaluate(TRY)
        if ran or seen or page.url != address + path:
            happened[path] = [*seen, *([ran] if ran else []), page.url]
    context.close()
    server.shutdown()
    server.server_close()
    return happened


def test_there_are_many(refused):
    """A corpus that lost its inputs would find nothing."""
    assert len(guides()) > 300
    assert len(refused) > 250


def test_each_is_told_or_harmless(browser, refused, made):
    """What the check lets pass is built without a word, and does nothing whatever a reader does."""
    site, built = made
    harmless = sorted(name for name in guides() if name not in refused and name[0] != "d")

    assert told_of(harmless, "\n".join(line for line in built.stdout.splitlines() if RUNS.search(line))) == set()
    assert what_happens(browser, site, [f"{name}/" for name in harmless]) == {}


def test_what_is_refused_fails_the_build_too(refused, made):
    """Each is told by its line; and a build that is not strict is stopped as well by what would run."""
    names = {name for name in refused if name[0] != "d"}

    assert names - told_of(names, made[1].stdout) == set()
    assert made[1].returncode != 0


def test_the_second_lock_holds(browser, refused, made):
    """Even on a page that was refused, and is looked at all the same, no script runs: its policy is in place."""
    stays = [name for name in sorted(refused) if name[0] in "tp" and "refresh" not in str(guides()[name])][::8]

    happened = what_happens(browser, made[0], [f"{name}/" for name in stays])
    assert [path for path, told in happened.items() if "evil() was called" in told] == []


def test_data_is_harmless_or_refused(browser, refused, tmp_path):
    """What the check lets pass of it is shown as words."""
    fine = [files for number, files in enumerate(data_inputs()) if f"d{number:03}" not in refused]
    whole = "\n".join(text for files in fine for text in files.values())
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/_data/references.yml").write_text(whole, encoding="utf-8")
    (tmp_path / "docs/a.md").write_text("# Data\n\n[@a]\n\n<!-- guide: references -->\n", encoding="utf-8")
    site, _ = hostile_site(tmp_path, [])

    assert {path for files in fine for path in files} == {"references.yml"}
    assert (site / "a/index.html").read_text("utf-8").count("evil()") >= 3
    assert what_happens(browser, site, ["a/", ""]) == {}


def settings() -> dict[str, dict[str, str]]:
    """Those that are harmless, and those that are refused."""
    return yaml.safe_load((CORPUS / "settings.yml").read_text(encoding="utf-8"))


def test_settings_stay_in_their_places(browser, tmp_path):
    """Titles and names of a site are words in every page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/b.md").write_text("# B\n", encoding="utf-8")
    site, built = hostile_site(tmp_path, [], **settings()["harmless"])

    assert built.returncode == 0, built.stdout[-3000:]
    assert what_happens(browser, site, ["", "b/", "404.html"]) == {}


@pytest.mark.parametrize("name", settings()["refused"])
def test_settings_that_lead_elsewhere_are_refused(name, tmp_path):
    """An address that would break out of its place stops the build before a page is made."""
    _, built = hostile_site(tmp_path, [], **{name: settings()["refused"][name]})

    assert built.returncode != 0
    assert name in built.stdout
