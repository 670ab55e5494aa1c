"""What is sent of scripts and styles: not a byte that only people read."""

from guide.renderers.small import is_for_browsers, small


def test_nothing_sent_is_for_people_alone(site, built):
    """Each script and style, by itself or in a page, is as small as it is made, and whole."""
    files = {path.name: path.read_text("utf-8") for path in site.rglob("*") if is_for_browsers(path.name)}
    inside = {
        f"{address or 'home'}: {node.tag}{ending}": node.text()
        for address, page in built.items()
        for selector, ending in (("style", ".css"), ("script:not([src]):not([type])", ".js"))
        for node in page.css(selector)
    }

    assert {"mend.js", "search.js", "replace.js", "print.css", "worker.js"} <= set(files)
    assert len(inside) >= 2 * len(built)
    assert [name for name, text in (files | inside).items() if not text or small(text, name) != text] == []
