"""What is sent of scripts and styles: not a byte that only people read."""

from guide.renderers.small import is_for_browsers


def test_nothing_sent_is_for_people_alone(site, built):
    """Each script and style, by itself or in a page, is one line without a comment."""
    files = {path.name: path.read_text("utf-8") for path in site.rglob("*") if is_for_browsers(path.name)}
    inside = {
        f"{address or 'home'}: {node.tag}": node.text()
        for address, page in built.items()
        for node in page.css("style, script:not([src]):not([type])")
    }

    assert {"mend.js", "search.js", "copy.js", "print.css", "worker.js"} <= set(files)
    assert len(inside) >= 2 * len(built)
    assert [name for name, text in (files | inside).items() if "\n" in text or "/*" in text or not text] == []
