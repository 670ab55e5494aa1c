"""The Content-Security-Policy of a page."""

import base64
import hashlib

from guide.policy import policy_of, with_policy


def hash_of(script: str) -> str:
    """The source expression for a script, as browsers work it out."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode() + "'"


def directives(html: str) -> dict[str, str]:
    """A page's policy by directive."""
    return dict(directive.split(" ", 1) for directive in policy_of(html).split(";"))


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


def test_inline_scripts_are_named_by_their_hashes():
    """Each script in the page runs because its own text is allowed, spaces, line ends and signs included."""
    html = "<script>a()\n </script><SCRIPT></SCRIPT><script defer src='b.js'></script><script type=module>ö</script>"

    assert directives(html)["script-src"].split() == ["'self'", hash_of("a()\n "), hash_of(""), hash_of("ö")]


def test_inline_styles_are_named_by_their_hashes():
    """The styles in the page are allowed by their own text, and give no script a leave."""
    allowed = directives("<style>a{b:c}</style><script>a{b:c}</script><style media='print'></style>")

    assert allowed["style-src"].split() == ["'self'", hash_of("a{b:c}"), hash_of("")]
    assert allowed["script-src"].split() == ["'self'", hash_of("a{b:c}")]


def test_data_is_no_script():
    """A block of data for search engines never runs, so it needs no leave."""
    html = '<script type="application/ld+json">{}</script><script type=application/json>[]</script><script>a</script>'

    assert directives(html)["script-src"].split() == ["'self'", hash_of("a")]


def test_a_changed_script_changes_its_policy():
    """No page keeps the leave of another page's script."""
    assert policy_of("<script>a</script>") != policy_of("<script>b</script>")


def test_place_of_the_policy():
    """It stands right after the first character set, once, before anything that it rules over."""
    html = '<head><meta charset="utf-8"><script>a</script></head><body>&lt;meta charset="utf-8"> <meta charset="utf-8">'
    done = with_policy(html)

    assert done.replace(f'\n<meta http-equiv="Content-Security-Policy" content="{policy_of(html)}">', "") == html
    assert done.index("Content-Security-Policy") < done.index("<script>")
    assert done.count("Content-Security-Policy") == 1
    assert policy_of(done) == policy_of(html)
