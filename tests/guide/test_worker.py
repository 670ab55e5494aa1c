"""The worker that keeps a finished site on a device, and the page that offers it."""

import json
import re

from guide.editions.on_device import render_kept
from guide.model.guide import Guide
from guide.renderers.markdown import PlainPlace
from guide.renderers.on_device import render_on_device
from guide.renderers.place import Place
from projects import ROOT

FRAGMENTS = ROOT / "overrides/fragments"
OFFER = b'<div data-worker="../worker.js">a <!-- guide: kept-size --> b</div>'
SITE = {
    "index.html": b"home",
    "404.html": b"missing",
    "offer/index.html": OFFER,
    "steps/a/index.html": b"a",
    "assets/x.js": b"x",
    "pdf/x-a4.pdf": b"%PDF",
    "photo.JPG": b"jpg",
    "search/index.json": b"{}",
}
FOR_OTHERS = [
    "_headers",
    "llms.txt",
    "sitemap.xml",
    "index.md",
    "guide.json",
    "assets/card.png",
    "print/x.epub",
    "x.zip",
]


def worker_of(files: dict[str, bytes]) -> str:
    """The worker of a site."""
    return render_kept(FRAGMENTS, files)["worker.js"]


def files_in(worker: str) -> dict[str, str]:
    """The files that a worker keeps, each with its mark."""
    return json.loads(re.search(r"Object\.entries\((\{.*?\})\)", worker, re.DOTALL)[1])


def version_of(worker: str) -> str:
    """What it calls the whole."""
    return re.search(r'VERSION="(\w+)"', worker)[1]


def test_it_keeps_what_is_read():
    """Every page by its address, and all that pages need; nothing that is for hosts and other programs, nor itself."""
    kept = files_in(worker_of(SITE | dict.fromkeys([*FOR_OTHERS, "worker.js", "a.js.br"], b"x")))

    assert list(kept) == [
        "404.html",
        "assets/x.js",
        "",
        "offer/",
        "pdf/x-a4.pdf",
        "photo.JPG",
        "search/index.json",
        "steps/a/",
    ]


def test_the_same_site_has_the_same_worker():
    """To the byte, in whatever order the files were found."""
    assert worker_of(SITE) == worker_of(dict(reversed(SITE.items())))


def test_any_change_is_a_new_version():
    """A changed file has another mark, and the whole another version; the others keep theirs."""
    before, after = worker_of(SITE), worker_of(SITE | {"steps/a/index.html": b"b"})
    old, new = files_in(before), files_in(after)

    assert [path for path in old if old[path] != new[path]] == ["steps/a/"]
    assert version_of(before) != version_of(after)
    assert len({version_of(before), version_of(after), version_of(worker_of(SITE | {"new/index.html": b""}))}) == 3


def test_other_alphabets_are_written_as_they_are():
    """A worker compares addresses as people write them."""
    assert "ένα δύο/" in files_in(worker_of(SITE | {"ένα δύο/index.html": b""}))


def test_a_page_says_how_much_is_kept():
    """Where it asks for it, and nowhere else; the worker keeps the page as it then is."""
    made = render_kept(FRAGMENTS, SITE | {"pdf/big-a4.pdf": b"0" * 3_000_000})
    sized = render_kept(
        FRAGMENTS, SITE | {"pdf/big-a4.pdf": b"0" * 3_000_000, "offer/index.html": b"other data-worker="}
    )

    assert set(made) == {"offer/index.html", "worker.js"}
    assert made["offer/index.html"] == '<div data-worker="../worker.js">a 2.9&nbsp;MB b</div>'
    assert files_in(made["worker.js"])["offer/"] != files_in(sized["worker.js"])["offer/"]


def test_a_guide_that_offers_nothing_removes_what_was_kept():
    """Its worker keeps nothing: it is for devices on which an earlier edition was kept."""
    made = render_kept(FRAGMENTS, {"index.html": b"<p>data-worker</p>"})

    assert list(made) == ["worker.js"]
    assert "registration.unregister()" in made["worker.js"]
    assert "fetch" not in made["worker.js"]


def test_the_offer_leads_to_the_worker():
    """From wherever it stands, with both buttons hidden until a script has looked."""
    html = render_on_device(Place(Guide(), "a/b/", FRAGMENTS, worker="worker.js"))

    assert '<div class="keep awaits" hidden data-worker="../../worker.js">' in html
    assert "<!-- guide: kept-size -->" in html


def test_where_no_worker_is_nothing_is_offered():
    """Neither on the page, nor in its copy."""
    assert render_on_device(Place(Guide(), "", FRAGMENTS)) == ""
    assert render_on_device(PlainPlace(Guide(), "", FRAGMENTS)) == ""
    assert "<" not in render_on_device(PlainPlace(Guide(), "", FRAGMENTS, worker="worker.js"))
