"""Finished pages: nothing runs there but what the templates have written."""

import pytest
from guide.renderers.policy import mark_of, with_policy
from guide.site.finished import check_finished, check_ids_once

MARK = mark_of("w0rd")
TEXTS = {
    "docs/b.md": "# B\n\nevil()\n",
    "docs/_data/c.yml": "- d: e\n- d: evil()\n",
    "docs/steps/a.md": "\n\n\nevil()\n\n# A {#left}\n",
}


def told(body: str, head: str = "", path: str = "steps/a/index.html", check=check_finished) -> list[str]:
    """What is said of a finished page with these in it."""
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>a</title>{head}'
        f'<link rel="stylesheet" href="a.css"><script{MARK}>ours()</script><script{MARK} src="b.js" defer></script>'
        f'<script type="application/ld+json">{{}}</script></head><body data-kind="page"><svg><title>c</title></svg>'
        f'<button popovertarget="d">e</button><noscript><a href="f/">g</a></noscript>{body}</body></html>'
    )
    problems = check(path, with_policy(html, MARK), TEXTS)
    return [f"{problem.path}:{problem.line}: {problem.what}" for problem in problems]


def test_what_templates_write_is_fine():
    """Their own scripts and data, files of the site, links in the head."""
    assert told("<p>a</p>") == []


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>evil()</script>", "<script> stands in the text."),
        ("<!--><script>evil()</script>-->", "<script> stands in the text."),
        ("<!-- --!><script>evil()</script> -->", "<script> stands in the text."),
        ("<textarea></textarea><script>evil()</script></textarea>", "<script> stands in the text."),
        ("<![CDATA[><script>evil()</script>]]>", "<script> stands in the text."),
        ("<script src='//evil()/x.js'></script>", "<script> stands in the text."),
        ("<script src='x.js' onload='evil()'></script>", "<script> stands in the text."),
        ("<b onclick='evil()'>", "“onclick” of <b> runs a script."),
        ("<table><image onerror='evil()'>", "“onerror” of <img> runs a script."),
        ("<noscript><meta http-equiv=refresh content='0;url=evil()'></noscript>", "<meta> stands in the text."),
        ("<noscript><p title='</noscript><img src=x onerror=evil()>'>", "“onerror” of <img> runs a script."),
        ("<svg><a xlink:href='javascript:evil()'>", "“xlink:href” of <a> runs a script."),
        ("<template><script>evil()</script></template>", "<template> stands in the text."),
    ],
)
def test_anything_else_that_runs_is_told(body, what):
    """Wherever a browser finds it."""
    assert what in {line.partition(": ")[2] for line in told(body)}


def test_what_stands_in_a_head():
    """A value that breaks out of the place that a template gave it."""
    assert told("", "<base href='evil()'>") == ["docs/steps/a.md:4: <base> stands in the text."]
    assert told("", "<meta http-equiv=refresh content='evil()'>") == ["docs/steps/a.md:4: <meta> stands in the text."]
    assert told("", "<link rel=dns-prefetch href='evil()'>") == ["docs/steps/a.md:4: <link> stands in the text."]


def test_the_cause_may_stand_in_data():
    """Where the page's own source does not hold it, any other of the guide is looked through."""
    assert told("<b onclick='- d: evil()'>") == ["docs/_data/c.yml:2: “onclick” of <b> runs a script."]


def test_a_page_without_a_policy_is_told():
    """Whoever made it, and however it looks."""
    [problem] = check_finished("x.html", "<!doctype html><p>a</p>", {})

    assert (problem.path, problem.what) == ("x.html", "The page cannot be given its policy.")


def test_an_id_that_stands_twice():
    """Whoever put the second one there: the author is shown theirs, and the page where there is none."""
    body = "<h1 id=left>A</h1><p id=left>B</p><i id=c></i><b id=d></b><u id=c></u>"

    assert told(body, check=check_ids_once) == [
        "steps/a/index.html:1: The id “c” stands twice on /steps/a/.",
        "docs/steps/a.md:6: The id “left” stands twice on /steps/a/.",
    ]
