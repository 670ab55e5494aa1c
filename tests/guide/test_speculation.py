"""What a browser may fetch ahead of a reader."""

import json

import pytest
from guide.renderers.speculation import render_speculation_rules
from guide.site.loader import load_guide

GUIDE = load_guide({"index.md": "# A\n", "s/aid.md": "---\nkind: safety\ntab: Notes\n---\n# Aid\n"})[0]


@pytest.mark.parametrize(("url", "root"), [("", "/"), ("https://a.example/", "/"), ("https://a.example/b/", "/b/")])
def test_only_this_site_and_no_safety_page(url, root):
    """Pages below the site's own root, less those for people in danger, and only while a link is pressed."""
    (rule,) = json.loads(render_speculation_rules(GUIDE, url))["prefetch"]

    assert rule["eagerness"] == "conservative"
    assert rule["where"]["and"][:2] == [{"href_matches": f"{root}*"}, {"not": {"href_matches": [f"{root}s/aid/"]}}]


def test_the_way_out_is_never_asked_for():
    """Nor is a file that would be saved, nor anything that a safety page links to."""
    (rule,) = json.loads(render_speculation_rules(GUIDE, ""))["prefetch"]
    never = rule["where"]["and"][2]["not"]["selector_matches"].split(", ")

    assert never == ["[data-guide=exit]", "[download]", "[data-kind=safety] *"]
