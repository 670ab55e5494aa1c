// What a reader does, done on the site's own pages in a frame, so that any browser can be tried
// without a driver for it.
let frame = document.querySelector("iframe");
const list = document.querySelector("ul");
const LEAVES = "steps/trust/";
const SHEET = "worksheets/check-in/";
const OFFER = "start/how-to-use/";

const until = async (seen, what) => {
  for (let tries = 0; tries < 400; tries++) {
    const found = await seen();
    if (found) return found;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error(`it never came to this: ${what}`);
};
// Each page has a frame of its own: the last one may be on its way elsewhere, and never arrive.
const open = (path, width = 390) =>
  new Promise((loaded, late) => {
    const fresh = frame.cloneNode();
    fresh.width = width;
    fresh.onload = loaded;
    fresh.src = new URL(path, new URL("..", location));
    frame.replaceWith(fresh);
    frame = fresh;
    setTimeout(late, 30_000, new Error(`${path} does not load`));
  });
const all = (selector) => [...frame.contentDocument.querySelectorAll(selector)];
const one = (selector) =>
  all(selector)[0] ??
  (() => {
    throw new Error(`there is no ${selector}`);
  })();
const style = (selector, part) => frame.contentWindow.getComputedStyle(one(selector), part);
const shown = (element) => element.getClientRects().length > 0 && style("body").display !== "none";
const press = (key) =>
  frame.contentDocument.activeElement.dispatchEvent(
    new frame.contentWindow.KeyboardEvent("keydown", { key, bubbles: true }),
  );
const write = (selector, words) => {
  one(selector).value = words;
  one(selector).dispatchEvent(new frame.contentWindow.Event("input", { bubbles: true }));
};
const check = (true_, what) => {
  if (!true_) throw new Error(what);
};

const search = async (words) => {
  one("[data-guide=search-open]").click();
  await until(() => all("dialog[open] [data-guide=search-input]").length, "the search opens");
  write("[data-guide=search-input]", words);
  await until(() => all("[data-guide=search-result]").length, "something is found");
  return all("[data-guide=search-result]").map(({ textContent }) => textContent);
};

const cases = {
  "Pages of every kind fit windows of every width": async () => {
    for (const path of [
      "",
      LEAVES,
      "blocks/trust/",
      SHEET,
      "faq/",
      "faq/trust/",
      "start/read-first/",
      "support/",
      "print/rebuild-trust/",
      "404.html",
    ])
      for (const width of [320, 390, 768, 1280]) {
        await open(path, width);
        const { scrollWidth, clientWidth } = frame.contentDocument.documentElement;
        check(scrollWidth <= clientWidth, `${path} is ${scrollWidth} wide in ${clientWidth}`);
        check(shown(one("h1")) && shown(one(".bar .leave")), `${path} has a title and a way out`);
      }
  },
  "A page has its own styles, and a seam under its title": async () => {
    await open(LEAVES);
    check(style(".bar").position === "fixed", "the bar stays in sight");
    check(style("h1", "::after").clipPath.startsWith("polygon"), "the seam is drawn");
    check(parseFloat(style("h1").fontSize) > 36, "the title is large");
  },
  "The contents open and close": async () => {
    await open(LEAVES);
    const contents = one("#contents");
    check(!shown(contents), "they are closed at first");
    one(".open-contents").click();
    await until(() => shown(contents), "they open");
    one(".open-contents").click();
    await until(() => !shown(contents), "they close");
  },
  "The search finds an answer in other words": async () => {
    await open(LEAVES);
    const found = await search("he cheeted on me");
    check(
      found.slice(0, 3).some((text) => /cheat|betray|trust/i.test(text)),
      found.slice(0, 3).join(", "),
    );
  },
  "In the search, danger comes first": async () => {
    await open(LEAVES);
    const [first] = await search("im scared of my husband");
    check(first.startsWith("Is it safe?"), first);
  },
  "The questions are filtered": async () => {
    await open("faq/");
    const before = all("[data-guide=question]").filter(shown).length;
    write("[data-guide=question-filter]", "jealous");
    await until(
      () => all("[data-guide=question]").filter(shown).length < before / 2,
      "fewer are shown",
    );
  },
  "Dark is chosen for this page and kept by nothing": async () => {
    await open("start/tonight/");
    const light = style("body").color;
    one("[name=colour][value=light]").click();
    const bright = style("html").backgroundColor;
    one("[name=colour][value=dark]").click();
    check(style("html").backgroundColor !== bright, `${bright} stays, letters are ${light}`);
    check(localStorage.length === 0, "nothing is stored");
  },
  "A sheet is kept when asked, and forgotten at a press": async () => {
    await open(SHEET);
    write("textarea", "We said so.");
    check(localStorage.length === 0, "nothing is stored before");
    one("[data-guide=remember]").click();
    await until(() => localStorage.length, "it is stored");
    await open(SHEET);
    await until(() => one("textarea").value === "We said so.", "it is there again");
    one("[data-guide=forget]").click();
    check(localStorage.length === 0, "nothing is stored after");
  },
  "The whole guide is kept when asked, and gone at a press": async () => {
    await open(OFFER);
    const status = () => one("[data-worker] [role=status]").textContent;
    one("[data-guide=keep-guide]").click();
    await until(() => status().startsWith("It is kept"), "it is kept");
    one("[data-guide=remove-guide]").click();
    await until(() => status().startsWith("What was kept is gone"), "it is gone");
    check((await caches.keys()).length === 0, "no cache is left");
  },
  "Shift, three times, blanks the page at once": async () => {
    await open(LEAVES);
    for (const _ of [1, 2, 3]) press("Shift");
    check(
      style("body").display === "none" && frame.contentDocument.title === "\u200b",
      "nothing is seen",
    );
  },
  "So it does in the search": async () => {
    await open(LEAVES);
    await search("trust");
    for (const _ of [1, 2, 3]) press("Shift");
    check(style("body").display === "none", "nothing is seen");
  },
};

const told = {};
for (const [name, work] of Object.entries(cases)) {
  told[name] = await work().then(
    () => "",
    (error) => String(error.message ?? error),
  );
  list.append(
    Object.assign(document.createElement("li"), {
      textContent: `${told[name] ? "No" : "Yes"}: ${name} ${told[name]}`,
    }),
  );
}
frame.remove();
await fetch("told", { method: "POST", body: JSON.stringify(told) });
