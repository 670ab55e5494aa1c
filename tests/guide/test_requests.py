"""Parts made by the build, put where a page asks for them."""

import pytest
from guide.renderers.part_requests import fill


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
    html = "<!-- guide: cup big-1 --> <!-- guide: cup --> <!-- guide: cup ένα -->"

    assert fill(html, "cup", lambda argument: f"[{argument}]") == "[big-1] [] [ένα]"


def test_an_answer_is_put_in_as_it_is():
    """An answer with a backslash or a request in it is not read again."""
    assert fill("<!-- guide: cup -->", "cup", lambda _: r"\1 <!-- guide: cup -->") == r"\1 <!-- guide: cup -->"
