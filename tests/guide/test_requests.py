"""Parts made by the build, put where a page asks for them."""

import pytest
from guide.renderers import OWN_PARTS
from guide.renderers.part_requests import fill
from guide.renderers.place import Place
from guide.site.loader import load_guide
from projects import ROOT


@pytest.mark.parametrize(
    "html", ["<!-- guide: cup -->", "<!--guide: cup-->", "<!-- guide:cup -->", "<!--  guide:  cup\n-->"]
)
def test_ways_to_ask(html):
    """A request is answered however it is spaced."""
    assert fill(f"a{html}b", "cup", lambda _: "CUP") == "aCUPb"


def test_only_what_is_asked_for():
    """Another request, a longer name and a comment of another kind stay."""
    html = "<!-- guide: cups --><!-- guide: saucer --><!-- cup --><!-- guide cup --><!-- guide: a b cup -->"

    assert fill(html, "cup", lambda _: "CUP") == html


def test_arguments():
    """What stands after the name is handed on; each request of a page is answered for itself."""
    html = "<!-- guide: cup big-1 --> <!-- guide: cup --> <!-- guide: cup ένα --> <!-- guide: cup v1.2-->"
    html += "<!-- guide: cup सूची -->"

    assert fill(html, "cup", lambda argument: f"[{argument}]") == "[big-1] [] [ένα] [v1.2][सूची]"


def test_an_answer_is_put_in_as_it_is():
    """An answer with a backslash or a request in it is not read again."""
    assert fill("<!-- guide: cup -->", "cup", lambda _: r"\1 <!-- guide: cup -->") == r"\1 <!-- guide: cup -->"


@pytest.mark.parametrize("name", sorted(OWN_PARTS))
def test_a_part_that_only_the_build_asks_for(name):
    """An author who asks for one is told so, and no build stops on the way."""
    sheet = {"plan.md": "---\nkind: worksheet\n---\n# P\n\nWhy?\n\n___\n", "_data/examples/plan.yml": "who: Kim"}
    guide, problems = load_guide({"index.md": f"# A\n\n<!-- guide: {name} b -->\n", **sheet})
    OWN_PARTS[name](Place(guide, "", ROOT / "overrides/fragments"), "b")

    assert [problem.line for problem in problems if problem.path == "docs/index.md"] == [3]
