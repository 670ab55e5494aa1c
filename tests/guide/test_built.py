"""A finished site is read file by file: its pages are as many as they are, and none is held."""

import pytest
from guide.reading.files import read_built, read_files


@pytest.fixture
def site(tmp_path):
    """A small one."""
    for path, text in {"index.html": "home", "a/index.html": "a", "a/b.css": "style", ".dot": "x"}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_all_files_and_the_pages_among_them(site):
    """By their paths, in order; of some paths only the pages."""
    assert dict(read_files(site)) == {".dot": b"x", "a/b.css": b"style", "a/index.html": b"a", "index.html": b"home"}
    assert dict(read_built(site)) == {"a/index.html": "a", "index.html": "home"}
    assert len(read_built(site)) == 2
    assert dict(read_built(site, ["a/index.html", "a/b.css"])) == {"a/index.html": "a"}


def test_each_is_read_when_it_is_asked_for(site):
    """Nothing is held from before."""
    pages = read_built(site)
    (site / "index.html").write_text("later", encoding="utf-8")

    assert pages["index.html"] == "later"


def test_what_is_not_there_is_not_read(site):
    """A path leads to no file that is not among them."""
    (site.parent / "secret.html").write_text("x", encoding="utf-8")
    with pytest.raises(KeyError):
        read_built(site)["../secret.html"]
