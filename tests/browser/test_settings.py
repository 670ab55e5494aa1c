"""What readers have set on their device is kept to: their own colours, and no motion."""

import pytest
from windows import DESK, PHONE, walk

pytestmark = pytest.mark.browser

# Controls without an edge, and lines of pictures that cannot be told from what is behind them (3:1, WCAG 1.4.11).
UNSEEN = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((n) => n / 255)
    .map((n) => n <= .04045 ? n / 12.92 : ((n + .055) / 1.055) ** 2.4)
    .reduce((sum, n, place) => sum + n * [.2126, .7152, .0722][place], .05);
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  const unlike = (colour) => { const pair = [light(colour), paper]; return Math.max(...pair) / Math.min(...pair) >= 3 };
  const shown = [...document.querySelectorAll("button, .button, input, textarea, svg :not(g, title)")]
    .filter((one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true}));
  return shown.filter((one) => {
    const {appearance, borderBottomStyle, borderBottomColor, stroke, fill} = getComputedStyle(one);
    if (one.closest("svg")) return ![stroke, fill].some((ink) => ink !== "none" && unlike(ink));
    if (one.closest(".bar")) return false; // the bar itself has an edge
    return (appearance === "none" || one.matches("button, .button")) &&
      !(borderBottomStyle !== "none" && unlike(borderBottomColor));
  }).map((one) => one.outerHTML.slice(0, 100));
}"""
MOVING = """() => {
  const own = document.getAnimations().map(({constructor}) => constructor.name);
  const still = (times) => times.split(", ").every((time) => parseFloat(time) < .001);
  for (const one of document.querySelectorAll("*")) {
    const {animationName, animationDuration, transitionDuration, scrollBehavior} = getComputedStyle(one);
    const moves = animationName !== "none" && !still(animationDuration) || !still(transitionDuration);
    if (moves || scrollBehavior === "smooth") own.push(one.outerHTML.slice(0, 100));
  }
  const turns = (rules) => [...rules].some((rule) => rule.constructor.name === "CSSViewTransitionRule" ||
    (rule instanceof CSSMediaRule && matchMedia(rule.conditionText).matches && turns(rule.cssRules)));
  return [...own, ...[...document.styleSheets].filter((sheet) => turns(sheet.cssRules))
    .map(({href}) => href ?? "the page's own styles")];
}"""


def test_forced_colours_hide_nothing(browser, address, paths):
    """In a reader's own few colours, light or dark, every control has its edge and every picture its lines."""
    unseen = {}
    for path, page in walk(browser, address, paths, width=PHONE, forced_colors="active"):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, forced_colors="active")
            unseen[path, scheme] = page.evaluate(UNSEEN)

    assert {path: found for path, found in unseen.items() if found} == {}


def test_nothing_moves_for_those_who_want_no_motion(browser, address, paths):
    """With motion switched off nothing slides, fades, scrolls by itself or turns pages, on a phone or a desk."""
    moving = {}
    for path, page in walk(browser, address, paths, reduced_motion="reduce"):
        for width in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": 800})
            moving[path, width] = page.evaluate(MOVING)

    assert {path: found for path, found in moving.items() if found} == {}
