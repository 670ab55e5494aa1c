"""What `python -m guide host` prints, and what it refuses to."""

from urllib.parse import quote

import pytest
from guide.renderers.policy import mark_of, policy_in, with_policy
from guide.site.hosting.netlify import render_redirects
from guide.site.hosting.rules import FRAMES
from servers import SERVERS, configuration, hosted

OWN = mark_of("own")
MOVED = '<meta http-equiv="refresh" content="0; url={}">'


def page(script: str) -> str:
    """A page with a script, and so a policy, of its own."""
    return with_policy(f'<!doctype html><html><head><meta charset="utf-8"><script{OWN}>{script}</script>', OWN)


@pytest.fixture
def small(tmp_path):
    """A function that writes a site of few pages into a folder of a given name, {folder: HTML}."""

    def make(name: str, pages: dict[str, str]):
        for folder, html in {"": page("home"), **pages}.items():
            path = tmp_path / name / folder / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")
        return tmp_path / name

    return make


# What ends a word, a line or a block of one configuration or the other, or begins a variable.
HOSTILE = ['a "b"', "c; }", "$uri", "d\\", "#e", "~^f", "ä ö", "default", "g'h", "include", "{i}"]


@pytest.mark.parametrize("server", SERVERS)
def test_no_address_breaks_out(server, small, tmp_path):
    """Each page is served whatever its folder is called, with a policy under which it works."""
    site = small("site", {name: page(name) for name in [*HOSTILE, "Twice", "twice"]})
    with hosted(server, site, tmp_path) as found:
        answers = {name: found.get(f"/{quote(name)}/") for name in [*HOSTILE, "Twice", "twice"]}

    for name, answer in answers.items():
        html = (site / name / "index.html").read_text("utf-8")
        own = policy_in(html).partition("script-src ")[2].split()
        unwritable = server == "caddy" and set(name) & set("{}")
        assert answer.status == 200, name
        assert answer.body.decode() == html, name
        assert unwritable or set(own) <= set(answer["content-security-policy"].replace(";", " ").split()), name
        assert FRAMES in answer["content-security-policy"], name


@pytest.mark.parametrize("folder", ['a "b" c', "d\\", "$HOME", "e; }", "#f", "g'h", "i\nuser root;", "{j}", "k`l"])
def test_no_folder_breaks_out(folder, small, tmp_path):
    """nginx serves a site from a folder of any name; Caddy too, or it is said that it cannot."""
    site = small(folder, {"a": page("a")})
    with hosted("nginx", site, tmp_path) as found:
        assert found.get("/a/").status == 200
    said = configuration("caddy", site)
    if set(folder) & set("\n`{}"):
        assert (said.returncode, said.stdout) == (2, "")
        assert "Caddy cannot read" in said.stderr
    else:
        with hosted("caddy", site, tmp_path) as found:
            assert found.get("/a/").status == 200


@pytest.mark.parametrize(
    "words",
    [
        ("--name", "a b"),
        ("--name", "a;b"),
        ("--name", "a.example\n}"),
        ("--name", "-a.example"),
        ("--listen", "80; root /"),
        ("--listen", "a.example:80"),
        ("--listen", "0"),
        ("--certificate", "gone.pem"),
        ("--certificate", "gone.pem", "--key", "gone.key"),
    ],
)
@pytest.mark.parametrize("server", SERVERS)
def test_what_is_refused(server, words, small):
    """What would not work is told, and nothing is printed that somebody might use."""
    said = configuration(server, small("site", {}), *words)

    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("server", SERVERS)
def test_only_a_site_is_hosted(server, small, tmp_path):
    """A folder without a home page is none; a site from which a link leads out is not shown to everybody."""
    (tmp_path / "empty").mkdir()
    site = small("site", {})
    (site / "out").symlink_to("/etc")

    for folder, word in (
        (tmp_path / "empty", "no built site"),
        (tmp_path / "gone", "no built site"),
        (site, "leads out"),
    ):
        said = configuration(server, folder)
        assert (said.returncode, said.stdout) == (2, "")
        assert word in said.stderr


def test_old_addresses_for_other_hosts():
    """`_redirects` has a line for each page that has moved, and no name writes another."""
    pages = {
        "index.html": page("home"),
        "old/index.html": MOVED.format("../new/"),
        "a b\n/x/index.html": MOVED.format("../../new/%C3%A4&amp;b/"),
        "*/index.html": MOVED.format("../new/#part"),
    }

    assert render_redirects(pages).splitlines() == [
        "/%2A/ /new/#part 301",
        "/a%20b%0A/x/ /new/%C3%A4&b/ 301",
        "/old/ /new/ 301",
    ]
    assert render_redirects({"index.html": page("home")}) == ""
