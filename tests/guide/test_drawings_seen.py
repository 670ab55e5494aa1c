"""A drawing is only seen: one that does more is told, and not published."""

import pytest
from files_told import SVG, told
from guide.reading.files import FoundFile
from guide.site.drawings import deed_of

HARMLESS = [
    '<title>A</title><path d="M0 0h9" style="fill:none"/><use href="#a"/><use xlink:href="#a"/>',
    '<style>path{fill:url(#g)}</style><image href="data:image/png;base64,AAAA"/>',
    '<use id="a" href="#b"/><g id="b"><use href="#a"/><use href="#b"/></g>',
    '<path fill="url(#g)"/><animate attributeName="x" values="1;2"/>',
]
HARMFUL = {
    "a script": "<script>alert(1)</script>",
    "a script in CDATA": "<script><![CDATA[alert(1)]]></script>",
    "a script in a style": "<style><script>alert(1)</script></style>",
    "a script by another name": '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    "a page's script": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "a page's picture": '<img xmlns="http://www.w3.org/1999/xhtml" src="#" onerror="alert(1)"/>',
    "a handler": '<path onload="alert(1)"/>',
    "a handler set later": '<set attributeName="onload" to="alert(1)"/>',
    "an address set later": '<set attributeName="xlink:href" to="javascript:alert(1)"/>',
    "a way elsewhere": '<a href="https://evil.example/"><text>Leave</text></a>',
    "an address that runs": '<use href="javascript:alert(1)"/>',
    "a drawing of its own": '<use href="data:image/svg+xml;base64,AAAA#a"/>',
    "a picture from elsewhere": '<image xlink:href="//evil.example/a.png"/>',
    "a look from elsewhere": '<style>@import "https://evil.example/a.css";</style>',
    "a fill from elsewhere": '<path fill="url(https://evil.example/a)"/>',
    "a look spelt oddly": '<path style="fill:u\\72l(https://evil.example/a)"/>',
    "a set of pictures from elsewhere": '<style>path{mask-image:image-set("https://evil.example/a.png" 1x)}</style>',
    "a picture by another name": '<path style="fill:image(&quot;//evil.example/a&quot;)"/>',
    "more than can be drawn": '<path id="a0"/>'
    + "".join(f'<g id="a{one}">{f"""<use href="#a{one - 1}"/>""" * 10}</g>' for one in range(1, 9)),
    "a page": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    "not closed": "<path>",
}


@pytest.mark.parametrize("drawn", HARMLESS)
def test_a_drawing_that_is_only_seen(drawn):
    """It is published."""
    assert deed_of(SVG.format(drawn)) == ""


@pytest.mark.parametrize("drawn", HARMFUL.values(), ids=HARMFUL)
def test_a_drawing_that_does_something(drawn):
    """It is told what it does."""
    assert deed_of(SVG.format(drawn)) != ""
    assert "does more than be seen" in told([FoundFile("a.SVG", text=SVG.format(drawn))])[0]


@pytest.mark.parametrize(
    "opening",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<?xml-stylesheet href="https://evil.example/a.css"?>',
        "<html>",
        "",
        '<?xml version="1.0" encoding="utf-7"?>',
    ],
)
def test_what_stands_before_a_drawing(opening):
    """Names for texts, other files' looks, and what is no drawing at all."""
    assert deed_of(opening + (SVG.format("") if opening.startswith(("<!", "<?")) else "")) != ""
