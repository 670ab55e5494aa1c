// The search's dialog: what is typed stays in it. Arrow keys go through what is found, Enter opens
// it, Esc gives back the place.
/** @type {SearchCode["open"]} */
const openSearch = (() => {
  // WCAG 2.1.4: a key by itself does something only for who has asked for it.
  /** @type {(key: string) => HTMLElement} */
  const slash = (key) => {
    const box = make("input", { type: "checkbox" });
    try {
      box.checked = Boolean(localStorage[key]);
    } catch {
      box.disabled = true;
    }
    box.addEventListener("change", () => {
      if (box.checked) localStorage[key] = "on";
      else localStorage.removeItem(key);
    });
    return make(
      "label",
      { className: "small slash" },
      box,
      " The / key opens the search (kept on this device)",
    );
  };
  /** @type {(count: number) => string} */
  const places = (count) => (count === 1 ? "1 place" : `${count} places`);
  /** @type {(count: number) => string} */
  const nearby = (count) =>
    `Perhaps nothing here is about that. ${places(count)} ${count === 1 ? "is" : "are"} near.`;

  /** @type {HTMLDialogElement | undefined} */
  let dialog;
  /** @type {() => void} */
  let load;
  /** @type {(root: URL) => void} */
  const build = (root) => {
    /** @type {HTMLAnchorElement} */
    const leave = document.querySelector("[data-guide=exit]");
    const input = marked(
      make("input", {
        type: "search",
        id: "search-words",
        autocomplete: "off",
        spellcheck: false,
        enterKeyHint: "go",
      }),
      "search-input",
    );
    const results = marked(make("ol", { className: "found" }), "search-results");
    const said = make("p", { className: "small" });
    const more = make("div", { className: "more" });
    /** @type {number} */
    let pause;
    said.setAttribute("role", "status");
    dialog = make(
      "dialog",
      { className: "search" },
      make(
        "p",
        { className: "search-bar" },
        make("button", { type: "button", textContent: "Close", onclick: () => dialog.close() }),
        leave
          ? marked(
              make("a", {
                className: "button leave",
                href: leave.href,
                rel: leave.rel,
                textContent: "Leave",
              }),
              "exit",
            )
          : "",
      ),
      make("label", { htmlFor: "search-words", textContent: "Search, in your own words" }),
      input,
      said,
      results,
      more,
      slash(`guide:${root.pathname}:slash`),
      make("link", { rel: "stylesheet", href: new URL("search.css", searchSource) }),
    );
    dialog.setAttribute("aria-label", "Search");
    document.body.append(dialog);

    /** @type {(search: Search, shown: Shown) => void} */
    const show = (search, { way, link, care }) => {
      results.replaceChildren();
      more.replaceChildren();
      said.textContent = "";
      clearTimeout(pause);
      if (!input.value.trim()) return;
      const { results: found, alarm, unsure, spelt, nearest } = search.find(input.value);
      const item = (place) =>
        make(
          "li",
          {},
          marked(link(place), "search-result"),
          place.line ? make("p", { className: "small", textContent: place.line }) : "",
        );
      const list = (heading, links) =>
        links.length
          ? [
              make("h2", { textContent: heading }),
              make("ul", {}, ...links.map((one) => make("li", {}, one))),
            ]
          : [];
      if (alarm !== undefined) results.append(care("li", alarm));
      if (unsure && search.every !== null)
        results.append(
          make(
            "li",
            {},
            marked(way(search.every, "Browse all questions by theme"), "search-result"),
          ),
        );
      /** @type {(place: Place) => boolean | string} */
      const isOther = ({ address, fragment, heading }) =>
        address !== alarm?.address || (heading && fragment !== alarm.fragment);
      results.append(...found.filter(isOther).map(item));
      const count = results.children.length;
      const words = !count
        ? "Nothing here is about that."
        : unsure
          ? nearby(count)
          : `${places(count)} found${spelt ? `, for “${spelt}”` : ""}.`;
      // Told once, when the typing stops.
      pause = setTimeout(() => {
        said.textContent = words;
      }, 700);
      if (count) return;
      more.append(
        ...list("Perhaps one of these is near", nearest.map(link)),
        ...list(
          "Or look through a theme",
          search.themes.map(([title, address]) => way(address, title)),
        ),
      );
      if (search.ask) more.append(make("p", {}, way(search.ask[1], search.ask[0])));
    };

    dialog.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // that Enter is still a part of a word
      const links = [...results.querySelectorAll("[data-guide=search-result]")];
      const here = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && links.length)
        links[Math.min(here + 1, links.length - 1)].focus();
      else if (event.key === "ArrowUp" && here >= 0) (links[here - 1] ?? input).focus();
      else if (event.key === "Enter" && document.activeElement === input && links.length)
        links[0].click();
      else return;
      event.preventDefault();
    });
    // A press beside it closes it; so does a link to a place on this very page, which loads
    // nothing.
    dialog.addEventListener("click", ({ target, clientX }) => {
      const { left, right } = dialog.getBoundingClientRect();
      const beside = target === dialog && (clientX < left || clientX > right);
      if (beside || /** @type {Element} */ (target).closest("a[href]:not([data-guide=exit])"))
        dialog.close();
    });

    const fetchIndex = () => {
      load = () => {};
      results.setAttribute("aria-busy", "true");
      const slow = setTimeout(() => {
        said.textContent = "Searching…";
      }, 500);
      loadSearch(root)
        .then(
          (search) => {
            const shown = showPlaces(root, search);
            const again = () => show(search, shown);
            input.addEventListener("input", again);
            if (search.more.length) search.rest.then(again);
            clearTimeout(slow);
            again();
          },
          () => {
            clearTimeout(slow);
            load = fetchIndex; // tried again when it is opened again
            said.replaceChildren(
              "The search could not be fetched. ",
              make("a", { href: searchLink.href, textContent: "Here are all questions." }),
            );
          },
        )
        .finally(() => results.removeAttribute("aria-busy"));
    };
    load = fetchIndex;
  };

  // What was looked for is gone with the page, however a browser keeps it for Back.
  addEventListener("pagehide", () => {
    dialog?.remove();
    dialog = undefined;
  });
  return (root) => {
    if (!dialog) build(root);
    if (!dialog.open) dialog.showModal();
    load();
    dialog.querySelector("input").focus();
  };
})();
