"""Pages as they open from a folder, and the folder as a file."""

import io
import zipfile
from datetime import datetime

import pytest
from guide.editions.archive import file_name
from guide.editions.folder import as_script, for_folder, pack
from guide.renderers.policy import mark_of, with_policy


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("../steps/", "../steps/index.html"),
        ("steps/trust/#why", "steps/trust/index.html#why"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../../", "../../index.html"),
        ("#here", "#here"),
        ("pdf/a.pdf", "pdf/a.pdf"),
        ("https://far.example/a/", "https://far.example/a/"),
        ("tel:112", "tel:112"),
    ],
)
def test_links_lead_to_files(written, leads_to):
    """A way to a folder is a way to its page; every other link stays."""
    assert for_folder(f'<a class="x" href="{written}">href="a/"</a>') == f'<a class="x" href="{leads_to}">href="a/"</a>'


NAMES = [
    ("Mend & Co.", "mend-co"),
    ("!", "guide"),
    ("é" * 4_000, "é" * 48),
    ("Cafe\u0301", "café"),
    ("İlişki", "i\u0307lişki"),
    ("रिश्ते सुधारें", "रिश्ते-सुधारें"),
]


def test_words_are_no_links():
    """What is written about links stays as it is written, and such a page is packed."""
    html = '<p><code>a href="steps/"</code> <code>http-equiv="refresh"</code>'

    assert for_folder(html) == html


def test_the_policy_of_files():
    """Own files are files, scripts in the page keep their hashes, and nothing may be fetched."""
    html = "<!doctype html><html><head><meta charset=\"utf-8\"><script{}>a()</script><p>'self'".format(mark_of("a"))
    page = for_folder(with_policy(html, mark_of("a")))

    assert "style-src 'self' file:;" in page
    assert "script-src 'self' file: 'sha256-" in page
    assert "connect-src" not in page
    assert page.endswith("<p>'self'")
    assert "default-src 'none';base-uri 'none';form-action 'none'" in page


def test_the_index_as_a_script():
    """It says the same."""
    assert as_script("a.json", '{"a":1}') == '(globalThis.searchPieces ??= {})["a.json"] = {"a":1};\n'


def test_what_is_packed(tmp_path):
    """Pages and what they need, sorted, in one folder, with one time; nothing for hosts and other programs."""
    for name in (
        "b/index.html",
        "a.css",
        "404.html",
        "guide.json",
        "sitemap.xml",
        "old/index.html",
        "x.css.gz",
        "p.pdf",
        "photo.JPG",
        "style.css/index.html",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('<meta http-equiv="refresh">' if name.startswith("old") else name * 99)
    (tmp_path / "style.css/index.html").write_text('<code>http-equiv="refresh"</code>')
    with zipfile.ZipFile(io.BytesIO(pack(tmp_path, "tea", datetime(2026, 5, 1)))) as archive:
        entries = archive.infolist()

    packed = ["a.css", "b/index.html", "p.pdf", "photo.JPG", "style.css/index.html"]
    assert [entry.filename for entry in entries] == [f"tea/{name}" for name in packed]
    assert {entry.date_time for entry in entries} == {(2026, 5, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o644}
    assert [entry.compress_type for entry in entries] == [8, 8, 0, 0, 8]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_what_a_guide_is_called(name, expected):
    """As a file: no longer than a disk has room for."""
    assert file_name(name) == expected
