"""The Content-Security-Policy of a page."""

import base64
import hashlib

import pytest
from guide.renderers.policy import mark_of, policy_in, policy_of, with_policy

MARK = mark_of("w0rd")
HEAD = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'


def hash_of(script: str) -> str:
    """The source expression for a script, as browsers work it out."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode() + "'"


def page(html: str) -> str:
    """A finished page; `*` is the mark of our own."""
    return with_policy(HEAD + html.replace("*", MARK), MARK)


def directives(html: str) -> dict[str, str]:
    """A page's policy by directive."""
    return dict(directive.split(" ", 1) for directive in policy_in(page(html)).split(";"))


def test_everything_is_forbidden_but_our_own_files():
    """Nothing may be loaded from elsewhere, no form may be sent, no base may be set."""
    assert directives("<p>x</p>") == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "script-src": "'self'",
    }


def test_our_inline_scripts_are_named_by_their_hashes():
    """Each script of a template runs because its own text is allowed, spaces, line ends and signs included."""
    html = (
        "<script*>a()\n </script><script*></script><script* defer src='b.js'></script><script* type=module>ö</script>"
    )

    assert directives(html)["script-src"].split() == ["'self'", hash_of("a()\n "), hash_of(""), hash_of("ö")]


def test_our_inline_styles_are_named_by_their_hashes():
    """The styles of a template are allowed by their own text, and give no script a leave."""
    allowed = directives("<style*>a{b:c}</style><script*>a{b:c}</script><style* media='print'></style>")

    assert allowed["style-src"].split() == ["'self'", hash_of("a{b:c}"), hash_of("")]
    assert allowed["script-src"].split() == ["'self'", hash_of("a{b:c}")]


@pytest.mark.parametrize(
    "html",
    [
        "<script>a</script>",
        "<style>a</style>",
        "<!--><script>a</script>-->",
        "<textarea><script>a</script></textarea>",
        '<script data-own="guessed">a</script>',
        "<script data-own>a</script>",
        "<script* defer src='b.js'></script>",
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_nothing_else_is_allowed(html):
    """What no template has marked stays forbidden, wherever it stands; a script in a file has no text to allow."""
    assert "sha256-" not in policy_in(page(html))


def test_a_changed_script_changes_its_policy():
    """No page keeps the leave of another page's script."""
    assert policy_in(page("<script*>a</script>")) != policy_in(page("<script*>b</script>"))


def test_nobody_is_told_the_mark():
    """Readers get no mark, and no page of another build could use it."""
    assert "w0rd" not in page("<script*>a</script><script* src=b.js></script><p*>")


def test_one_policy_for_several_pages():
    """It allows what any of them allows, once."""
    pages = [page("<script*>a</script>"), page("<script*>a</script><style*>b</style>"), "<script>c</script>"]

    assert policy_of(*map(policy_in, pages)) == policy_in(page("<style*>b</style><script*>a</script>"))


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        '<!DOCTYPE html><html><head><meta charset="UTF-8">',
        "<!doctype html><HTML lang=ar dir=rtl>\n<head>\n\n<meta charset=utf-8 />",
    ],
)
def test_place_of_the_policy(head):
    """It stands right after the character set, however that is spelt, once, before anything that it rules over."""
    html = head + f'<script{MARK}>a</script></head><body>&lt;meta charset="utf-8"> <meta charset="utf-8">'
    done = with_policy(html, MARK)
    policy = f'\n<meta http-equiv="Content-Security-Policy" content="{policy_in(done)}">'

    assert done == html.replace(MARK, "").replace(head, head + policy)
    assert hash_of("a") in policy_in(done)


@pytest.mark.parametrize(
    "html",
    [
        "<p>No head at all",
        '<!doctype html><html><head><script src="a.js"></script><meta charset="utf-8">',
        "<!doctype html><html><head><title>a</title>",
        '<!doctype html><html><head><!-- <meta charset="utf-8"> --><base href="//a.example">',
        '<p>a</p><!doctype html><html><head><meta charset="utf-8">',
        '<!doctype html><html><head><meta charset="latin-1">',
        '<!doctype html><html lang="en"><script>a</script><head><meta charset="utf-8">',
    ],
)
def test_no_page_goes_without(html):
    """A page in which a browser would meet something else first is refused."""
    with pytest.raises(ValueError, match="charset"):
        with_policy(html, MARK)
    assert policy_in(html) == ""
