"""What stands deeper in itself than the writer of a tree goes is written all the same, with all its words."""

from guide.editions.epub.tree import parse_html, to_xml


def test_a_deep_text_and_a_deep_drawing():
    """A build that is not strict makes a book also of what the check has told."""
    for html in ("<div>" * 3_000 + "words" + "</div>" * 3_000, f"<svg>{'<g>' * 3_000}<title>words</title></svg>"):
        assert "words" in to_xml(parse_html(html))
