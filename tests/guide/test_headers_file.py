"""What a host is told to send."""

import pytest
from guide.renderers.policy import mark_of, with_policy
from guide.site.hosting.netlify import LONGEST_LINE, MOST_RULES, render_headers

REFUSED = """accelerometer browsing-topics camera display-capture geolocation gyroscope hid idle-detection
local-fonts magnetometer microphone midi payment screen-wake-lock serial usb""".split()  # noqa: SIM905 - easier to read
STILL = [f"/*.{ending}" for ending in ("svg", "svgz", "xht", "xhtml", "xml", "xsl")]
PAGE = "<!doctype html><p>x</p>"
OWN = mark_of("own")


def page_with(*scripts: str) -> str:
    """A finished page with scripts of its own."""
    written = "".join(f"<script{OWN}>{script}</script>" for script in scripts)
    return with_policy(f'<!doctype html><html><head><meta charset="utf-8">{written}', OWN)


def rule(text: str, pattern: str) -> list[str]:
    """The lines of one rule."""
    rules = {found.splitlines()[0]: found.splitlines()[1:] for found in text.split("\n\n")}
    return [line.strip() for line in rules[pattern]]


def test_what_is_sent_with_everything():
    """No frame, no referrer, no guess at a type, and none of a device's own abilities."""
    names = [line.partition(":")[0] for line in rule(render_headers({}, ""), "/*")]
    said = render_headers({}, "")

    assert names == [
        "Content-Security-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        "Permissions-Policy",
        "Referrer-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
    ]
    assert "frame-ancestors 'none'" in said
    assert "Referrer-Policy: no-referrer" in said
    assert "nosniff" in said


def test_no_page_may_ask_a_device_for_anything():
    """Each ability is refused by its name; one that is left out would be allowed."""
    [line] = [line for line in rule(render_headers({}, ""), "/*") if line.startswith("Permissions-Policy: ")]

    assert line.removeprefix("Permissions-Policy: ").split(", ") == [f"{name}=()" for name in REFUSED]


def test_a_folder_allows_what_its_pages_need():
    """One rule for a folder holds the scripts of all its pages once, and no other folder's."""
    pages = {
        "index.html": PAGE,
        "404.html": PAGE,
        "steps/a/index.html": page_with("a"),
        "steps/b/index.html": page_with("a", "b"),
        "faq/index.html": '<script type="application/ld+json">{}</script>',
    }
    said = render_headers(pages, "")

    assert [line for line in said.splitlines() if line.startswith("/")] == [
        "/*",
        "/search/*",
        "/worker.js",
        "/assets/speculation-rules.json",
        "/404.html",
        "/faq/*",
        "/",
        "/steps/*",
        *STILL,
    ]
    assert said.count("sha256-") == 2
    assert rule(said, "/steps/*")[0].count("sha256-") == 2


def test_what_changes_its_address_is_kept_for_good():
    """Scripts and styles; the search's index for a sitting, and the rules for fetching ahead are asked for anew."""
    said = render_headers({"a/index.html": '<script defer src="../_/1a2b3c4d/mend.js"></script>'}, "")

    assert rule(said, "/_/1a2b3c4d/*") == ["Cache-Control: public, max-age=31536000, immutable"]
    assert rule(said, "/search/*") == ["Cache-Control: public, max-age=3600"]
    assert rule(said, "/assets/speculation-rules.json") == ["Content-Type: application/speculationrules+json"]
    assert said.count("Cache-Control: public") == 2


def test_what_another_day_asks_for_is_not_missing_for_good():
    """A host sends a rule's headers with "not found", too: none is of a folder that no page here names."""
    pages = {"index.html": '<link href="_/1a2b3c4d/print.css">', "a/index.html": "<p>_/01234567/</p>"}
    said = render_headers(pages, "https://guides.example/ours/")

    assert [line for line in said.splitlines() if line.startswith("/_")] == ["/_/1a2b3c4d/*"]


def test_the_worker_has_a_policy_of_its_own():
    """It may fetch from its own host and nothing else, and is asked for anew each time."""
    assert rule(render_headers({}, ""), "/worker.js") == [
        "Content-Security-Policy: default-src 'none'; connect-src 'self'",
        "Cache-Control: no-cache",
    ]


def test_pdfs_are_left_to_the_browsers_own_viewer():
    """The policy of pages stands for pages alone: a viewer has styles and scripts of its own."""
    assert [line for line in rule(render_headers({"index.html": PAGE}, ""), "/*") if "default-src" in line] == []


def test_a_host_can_read_all_of_it():
    """Whatever a guide holds, there are no more rules and no longer lines than a host reads."""
    scripts = page_with(*map(str, range(50)))
    said = render_headers({f"{number}/index.html": PAGE for number in range(200)} | {"0/index.html": scripts}, "")

    assert len([line for line in said.splitlines() if line.startswith("/")]) == MOST_RULES
    assert max(map(len, said.splitlines())) < LONGEST_LINE
    assert "/0/*" not in said
    assert set(STILL) <= set(said.splitlines())


@pytest.mark.parametrize("pattern", STILL)
def test_a_drawing_that_is_opened_by_itself_runs_nothing(pattern):
    """Whatever stands in it, in whatever folder: a browser would open it as a document of the site's own."""
    assert rule(render_headers({"steps/index.html": PAGE}, ""), pattern) == [
        "Content-Security-Policy: sandbox;frame-ancestors 'none'"
    ]


@pytest.mark.parametrize("folder", ["a\n  X-Evil: b", "a\n/*", "a b", "*", ":all", "a\r", "a\x0b"])
def test_no_name_writes_a_rule(folder):
    """An address that a host would read as something else has no rule; its pages still carry their own policy."""
    said = render_headers({f"{folder}/index.html": PAGE, "b/index.html": PAGE}, "https://a.example/c\n d/")

    assert "X-Evil" not in said
    nothing = [line for line in render_headers({}, "").splitlines() if line.startswith("/")]
    assert {line for line in said.splitlines() if line.startswith("/")} == {*nothing, "/b/*"}


def test_a_worksheet_is_asked_to_fetch_no_more():
    """Every other folder is told where the rules for fetching ahead are; those of worksheets have files enough."""
    said = render_headers({"a/index.html": PAGE, "b/index.html": '<body data-kind="worksheet">'}, "")

    assert 'Speculation-Rules: "/assets/speculation-rules.json"' in rule(said, "/a/*")
    assert [line.partition(":")[0] for line in rule(said, "/b/*")] == ["Content-Security-Policy"]


def test_below_a_path_the_rules_are_there():
    """A site that is not at its host's root has its rules below its own address."""
    said = render_headers({"a/index.html": PAGE}, "https://guides.example/ours/")

    assert 'Speculation-Rules: "/ours/assets/speculation-rules.json"' in rule(said, "/a/*")


def test_a_safety_page_is_not_put_away():
    """It is asked for with no-store; its folder and a neighbour are not, and no name of a page writes a rule."""
    safety = '<body data-kind="safety">'
    said = render_headers({"a/b/index.html": safety, "a/c/index.html": PAGE, "x y/*/index.html": safety}, "")

    assert rule(said, "/a/b/") == ["Cache-Control: no-store"]
    assert said.count("no-store") == 1
