// What a designer would check by eye, measured on the page as the browser has drawn it.
globalThis.looks = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const style = (element, part) => getComputedStyle(element, part);
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 2;
  const name = (element) =>
    `${element.outerHTML.slice(0, 60)} ${element.textContent.trim().slice(0, 30)}`;

  // Contrast as WCAG 2 defines it.
  const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const opaque = (colour) => numbers(colour).length === 3 || numbers(colour)[3] === 1;
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (opaque(style(at).backgroundColor)) return style(at).backgroundColor;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches &&
      style(document.documentElement).colorScheme !== "light"
      ? "rgb(0, 0, 0)"
      : "rgb(255, 255, 255)";
  };
  const gold = () => style(document.querySelector("main h1"), "::after").backgroundColor;
  // In forced colours a ground is the device's, unless the style insists; the seam is nothing but
  // ground.
  const drawn = (after, element) =>
    matchMedia("(forced-colors: active)").matches && after.forcedColorAdjust !== "none"
      ? ground(element)
      : after.backgroundColor;
  const seams = () =>
    all("main h1, .path li").map((element) => [drawn(style(element, "::after"), element), element]);
  const strokes = () =>
    all("svg :is(path, ellipse)")
      .filter(shown)
      .map((element) => [style(element).stroke, element]);

  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
    return found;
  };
  // How many letters stand on each line of an element.
  const lines = (element) => {
    const range = document.createRange();
    const counts = new Map();
    for (const text of texts(element)) {
      for (let at = 0; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const line = Math.round(range.getBoundingClientRect().bottom / 12);
        counts.set(line, (counts.get(line) ?? 0) + 1);
      }
    }
    return [...counts.values()];
  };
  const overlap = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2;

  // Headings with less air above them than below.
  const loose = () =>
    all("main section > h2:first-child")
      .filter((title) => title.nextElementSibling && title.parentElement.previousElementSibling)
      .filter((title) => {
        const { top, bottom } = title.getBoundingClientRect();
        const above =
          top - title.parentElement.previousElementSibling.getBoundingClientRect().bottom;
        return above < title.nextElementSibling.getBoundingClientRect().top - bottom;
      })
      .map(name);

  // What lies over its neighbour.
  const over = () =>
    all("main, main section, main form, main .care").flatMap((whole) => {
      const flow = [...whole.children].filter(
        (one) => shown(one) && style(one).position === "static",
      );
      return flow
        .slice(1)
        .filter((one, index) =>
          overlap(one.getBoundingClientRect(), flow[index].getBoundingClientRect()),
        )
        .map(name);
    });

  // What can be pressed and is less than 44 pixels high; a field is as high as it is itself, a box
  // as its words.
  const narrow = () =>
    all(
      "button, .button, :is(main, .foot) label:has([type=radio], [type=checkbox]), " +
        "main :is([type=text], [type=search], textarea)",
    )
      .filter((element) => shown(element) && element.getBoundingClientRect().height < 43.5)
      .map(name);

  return {
    // Each piece of text: its contrast, and what it is; gold has none.
    text: () =>
      texts(document.body)
        .map((text) => text.parentElement)
        .filter((element) => !element.closest("noscript, script, style") && shown(element))
        .map((element) => [style(element)[element.closest("svg") ? "fill" : "color"], element])
        .map(([ink, element]) => [
          ink === gold() ? 0 : contrast(ink, ground(element)),
          name(element),
        ]),

    // Each line that carries meaning.
    lines: () =>
      [
        ...all("main :is(input:not([type=file]), textarea, button, .button, .care), .bar .leave")
          .filter(shown)
          .map((element) => [style(element).borderBlockEndColor, element]),
        ...strokes(),
        ...seams(),
      ].map(([colour, element]) => [
        contrast(colour, ground(element.parentElement)),
        name(element),
      ]),

    // What is drawn, but with nothing.
    unseen: () =>
      [...strokes(), ...seams()]
        .filter(([colour]) => !opaque(colour))
        .map(([, element]) => name(element)),

    // Where gold is used, and as what.
    gold: () => {
      const places = {
        h1: "title",
        ".path li": "path",
        ".contents .steps": "contents",
        "svg *": "drawing",
      };
      const uses = [
        "color",
        "fill",
        "backgroundColor",
        "stroke",
        "borderInlineStartColor",
        "borderBlockStartColor",
        "outlineColor",
      ];
      const placeOf = (element) => {
        const place = Object.keys(places).find((one) => element.matches(one));
        return places[place] ?? name(element);
      };
      const found = all("body *").flatMap((element) =>
        [null, "::before", "::after"]
          .filter((part) => !part || style(element, part).content !== "none")
          .flatMap((part) =>
            uses
              .filter((use) => style(element, part)[use] === gold())
              .map((use) => `${use} of ${placeOf(element)}`),
          ),
      );
      return [...new Set(found)].sort();
    },

    // The left edges of whatever stands in the text.
    edges: () => [
      ...new Set(
        all("main > :is(h1, p, ul, ol, table, form, .care), main > section > *")
          .filter(shown)
          .map((element) => Math.round(element.getBoundingClientRect().left)),
      ),
    ],

    // How many letters a full line holds, for each paragraph of two or more.
    lengths: () =>
      all("main p:not(main h1 + p)")
        .map((element) => lines(element).slice(0, -1))
        .filter((full) => full.length > 1)
        .map((full) => full.reduce((sum, one) => sum + one) / full.length),

    // What has too little room, and in which way.
    room: () => [
      ...loose().map((one) => `loose: ${one}`),
      ...over().map((one) => `over: ${one}`),
      ...narrow().map((one) => `narrow: ${one}`),
    ],

    // Each drawing: what is wrong with it.
    drawings: () =>
      all("main svg")
        .filter(shown)
        .map((svg) => {
          const sheet = svg.getBoundingClientRect();
          const letters = [...svg.querySelectorAll("text")];
          const inside = ({ x, y }) =>
            x > sheet.left && x < sheet.right && y > sheet.top && y < sheet.bottom;
          const points = (shape) =>
            Array.from({ length: 41 }, (_, step) =>
              shape
                .getPointAtLength((shape.getTotalLength() * step) / 40)
                .matrixTransform(shape.getScreenCTM()),
            );
          const boxes = letters.map((text) => text.getBoundingClientRect());
          const scale = sheet.width / svg.viewBox.baseVal.width;
          return [
            !svg.getAttribute("aria-label") && "has no name",
            [...svg.querySelectorAll("path, ellipse")].some(
              (shape) => !points(shape).every(inside),
            ) && "a line is cut off",
            boxes.some(({ left, right }) => left < sheet.left || right > sheet.right) &&
              "letters are cut off",
            boxes.some((one, index) =>
              boxes
                .slice(index + 1)
                .some((other) =>
                  overlap(one, { ...other.toJSON(), top: other.top + 4, bottom: other.bottom - 4 }),
                ),
            ) && "letters cross",
            letters.some((text) => parseFloat(style(text).fontSize) * scale < 13) &&
              "letters are too small",
          ].filter(Boolean);
        }),

    // How bright the page's ground is, from 0 to 1.
    ground: () => light(ground(document.body)),
  };
})();
