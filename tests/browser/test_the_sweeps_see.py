"""Each sweep of the pages is shown one with a fault in it, and sees it: a test that cannot fail is none."""

import pytest
from test_axe import violations
from test_heard import dumb
from test_keyboard import tabbed
from test_leaving import told_on_leaving
from test_reflow import CUT, NARROW
from test_settings import MOVING, UNSEEN
from test_targets import SMALL
from test_without_scripts import STATE
from windows import PHONE, WATCH, stored, tap_shift, window

pytestmark = pytest.mark.browser

STEP = "steps/trust/"
STYLE = "() => {{ const own = new CSSStyleSheet(); own.replaceSync(`{}`); document.adoptedStyleSheets = [own]; }}"
HTML = "() => document.querySelector('main').insertAdjacentHTML('afterbegin', `{}`)"


def styled(rules: str) -> str:
    """A change to a page: a few more rules."""
    return STYLE.format(rules)


def with_html(html: str) -> str:
    """A change to a page: a little more at its beginning."""
    return HTML.format(html)


def axe(page) -> str:
    """What axe says."""
    return str(violations(page) or "")


def tab(page) -> str:
    """What the Tab key meets."""
    return "; ".join(tabbed(page))


def fingers(page) -> str:
    """What is too small to press."""
    return "; ".join(page.evaluate(SMALL, "body"))


def cut(page) -> str:
    """What is cut off."""
    return "; ".join(page.evaluate(CUT))


def names(page) -> str:
    """What has no name or state."""
    return "; ".join(dumb(page))


def colours(page) -> str:
    """What a reader's own few colours hide."""
    return "; ".join(page.evaluate(UNSEEN))


def motion(page) -> str:
    """What moves."""
    return "; ".join(page.evaluate(MOVING))


def idle(page) -> str:
    """What is lost or does nothing without scripts."""
    state = page.evaluate(STATE)
    return "; ".join([*state["lost"], *state["idle"], *(["no way out"] if not state["leave"] else [])])


def traces(page) -> str:
    """What is stored."""
    return str(stored(page) or "")


TRAP = "() => addEventListener('keydown', (event) => event.key === 'Tab' && scrollY > 300 && event.preventDefault())"
COVER = "main::before { content: ''; position: fixed; inset: 30% 0 0; background: red; z-index: 4 }"
FAULTS = [
    (axe, with_html('<img src="../../assets/mark.svg">'), "image-alt", {}),
    (axe, styled("main p { color: #999 }"), "color-contrast", {}),
    (axe, styled(":root { --quiet: #4A4C55 !important }"), "dark", {}),
    (axe, with_html('<p lang="xx-nothing">x</p>'), "valid-lang", {}),
    (tab, styled("*:focus-visible { outline: none !important }"), "no ring", {}),
    (tab, styled(COVER), "covered by", {}),
    (tab, TRAP, "never reached", {}),
    (tab, with_html('<a href="x" tabindex="5">First</a>'), "out of order", {}),
    (fingers, styled(".bar > * { min-block-size: 0; padding: 0 }"), "Contents", {}),
    (fingers, with_html('<ul><li><a href="x">Alone</a></li></ul>'), "Alone", {}),
    (cut, styled("main { min-inline-size: 30rem }"), "page: ", {"width": NARROW}),
    (cut, styled("main p { max-block-size: 1rem; overflow: hidden }"), "cut off: ", {"width": NARROW}),
    (cut, styled(".bar > * { max-inline-size: 2rem; white-space: nowrap }"), "spills: ", {"width": NARROW}),
    (names, with_html('<a href="x"></a>'), "link without a name", {}),
    (names, with_html('<button type="button"><svg></svg></button>'), "button without a name", {}),
    (colours, styled("main button { border: 0 }"), "<button", {"forced_colors": "active"}),
    (colours, styled("svg * { stroke: none !important; fill: none }"), "<path", {"forced_colors": "active"}),
    (motion, styled("h1 { transition: all 1s }"), "<h1", {"reduced_motion": "reduce"}),
    (motion, styled("html { scroll-behavior: smooth }"), "<html", {"reduced_motion": "reduce"}),
    (motion, styled("h1 { animation: 2s turn infinite }"), "<h1", {"reduced_motion": "reduce"}),
    (idle, with_html('<button type="button">Press</button>'), "Press", {"java_script_enabled": False}),
    (idle, styled("main section { visibility: hidden }"), "<h2", {"java_script_enabled": False}),
    (idle, styled(".bar { display: none }"), "no way out", {"java_script_enabled": False}),
    (traces, "() => { localStorage.seen = 'yes' }", "seen", {}),
    (traces, "() => { document.cookie = 'seen=yes' }", "cookies", {}),
    (traces, "() => caches.open('seen')", "caches", {}),
]


@pytest.mark.parametrize(
    ("sweep", "fault", "said", "options"), FAULTS, ids=[f"{sweep.__name__}: {said}" for sweep, _, said, _ in FAULTS]
)
def test_a_fault_is_seen(browser, address, sweep, fault, said, options):
    """A good page passes; the same page with one fault does not, and the sweep says what is wrong."""
    with window(browser, address, STEP, **{"width": PHONE, **options}) as page:
        before = sweep(page)
        page.goto(STEP)
        page.evaluate(fault)
        after = sweep(page)

    assert before == ""
    assert said in after


@pytest.mark.parametrize(
    "fault",
    [
        "() => document.body.setAttribute('style', 'color: red')",
        "() => fetch('https://elsewhere.example/').catch(() => null)",
        "() => document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/x.png'}))",
        "() => document.body.append(Object.assign(document.createElement('script'), {textContent: '1'}))",
    ],
    ids=["a style", "a request", "a picture", "a script"],
)
def test_a_page_that_breaks_its_policy_is_seen(browser, address, fault):
    """What a page's policy forbids does not happen, and fails the test whose window it is."""

    def visit() -> None:
        with window(browser, address) as page:
            page.add_init_script(WATCH)
            page.goto(STEP)
            page.evaluate(fault)
            page.wait_for_timeout(300)

    with pytest.raises(AssertionError, match="Content Security Policy"):
        visit()


def test_a_page_that_cannot_be_left_is_seen(browser, address):
    """Where something keeps the keys to itself Shift does nothing, and the sweep waits in vain."""
    with window(browser, address) as page:
        page.add_init_script("addEventListener('keydown', (event) => event.stopImmediatePropagation(), true)")
        page.goto(STEP)
        page.set_default_timeout(2000)
        with pytest.raises(Exception, match="Timeout"):
            told_on_leaving(page, tap_shift)
