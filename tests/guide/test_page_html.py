"""A link leads to its page in whatever way its author has written it."""

import pytest
from guide.model.page import Page
from guide.site.page_html import render_page

URLS = {"a.md": "", "b.md": "b/", "b.png": "b.png"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<a href="b.md#c">x</a>', '<a href="b/#c">x</a>'),
        ('<A HREF="b.md">x</A>', '<A HREF="b/">x</A>'),
        ("<a href='b.md'>x</a>", '<a href="b/">x</a>'),
        ("<a href=b.md>x</a>", '<a href="b/">x</a>'),
        ('<a title="x>y" href="b.md">x</a>', '<a title="x>y" href="b/">x</a>'),
        ("<a title='q\"' href='b.md?a=1&b=2'>x</a>", '<a title=\'q"\' href="b/?a=1&amp;b=2">x</a>'),
        ("<img alt='' src='b.png'>", "<img alt='' src='b.png'>"),
        ('<a data-href="b.md">x</a>', '<a data-href="b.md">x</a>'),
        ("<p>href='b.md'</p>", "<p>href='b.md'</p>"),
        ('<a href="https://x.example/b.md">x</a>', '<a href="https://x.example/b.md">x</a>'),
    ],
)
def test_a_link_leads_to_its_page(written, shown):
    """What leads elsewhere, and what is no link, stays as it is."""
    assert (
        render_page(Page(url="", title="A", kind="page", source="docs/a.md", file="a.md", html=written), URLS) == shown
    )
