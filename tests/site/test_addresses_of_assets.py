"""Scripts and styles of the real site stand where their own hash says, and everything that asks for one asks there."""

import re
from pathlib import Path

from guide.site.assets import hash_of
from projects import asset, index_of

NAMED = re.compile(r"""["'`]([\w./-]+\.(?:js|css))["'`]""")


def test_the_folder_says_what_is_in_it(site):
    """There is one folder, called by the hash of its files; no other script or style is in the site but the worker."""
    [folder] = (site / "_").iterdir()
    everywhere = {path for path in site.rglob("*") if path.suffix in (".js", ".css")}

    assert folder.name == hash_of({path.name: path.read_bytes() for path in folder.iterdir()})
    assert everywhere == {*folder.iterdir(), site / "worker.js"}


def test_no_host_leaves_it_out(site):
    """One that runs Jekyll passes over names with such a beginning, where no file tells it not to."""
    assert (site / ".nojekyll").is_file()


def test_pages_ask_for_no_other(site, built):
    """Each script and style of each page is in that folder, whether it is the page's own address or a missing one's."""
    folder = f"/_/{asset(site, 'mend.js').split('/')[1]}/"
    asked = {
        (node.attributes.get("src") or node.attributes["href"]).rpartition("../")[2]
        for html in built.values()
        for node in html.css("script[src], link[rel=stylesheet]")
    }

    assert {f"/{way.lstrip('/')}".startswith(folder) for way in asked} == {True}
    assert {Path(way).name for way in asked} > {"mend.js", "print.css", "sheet.js"}
    assert [way for way in asked if not (site / way.lstrip("/")).is_file()] == []


def test_a_host_may_keep_that_one(site):
    """Its name, as pages have it, is what a host is told: of another it would keep "not found" for as long."""
    [folder] = (site / "_").iterdir()
    rules = [line for line in (site / "_headers").read_text("utf-8").splitlines() if line.startswith("/_")]

    assert rules == [f"/_/{folder.name}/*"]


def test_scripts_name_their_neighbours_alone(site):
    """What a script fetches by itself stands beside it, by its plain name."""
    [folder] = (site / "_").iterdir()
    named = {name for script in folder.glob("*.js") for name in NAMED.findall(script.read_text("utf-8"))}

    assert named >= {"search.js", "search.css", "files.js"}
    assert [name for name in named - {".js"} if not (folder / name).is_file()] == []


def test_the_index_stands_where_its_reader_looks(site):
    """It is called after the folder of the scripts."""
    assert (site / index_of(site)).is_file()


def test_the_folder_edition_is_the_same(site, folder_edition):
    """The edition that is taken along has the same scripts, at the same places."""
    [ours], [taken] = ((root / "_").iterdir() for root in (site, folder_edition))

    assert {path.name: path.read_bytes() for path in taken.iterdir()} == {
        path.name: path.read_bytes() for path in ours.iterdir()
    }
    assert taken.name == ours.name
    assert (folder_edition / index_of(site).replace(".json", ".js")).is_file()
