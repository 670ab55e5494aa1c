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
  // So many themes stand below what may be about something else.
  const FEW = 4;
  /** @type {(count: number) => string} */
  const nearby = (count) =>
    `Perhaps not covered here. ${places(count)} ${count === 1 ? "is" : "are"} near.`;

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
      // Around its field: by itself a screen reader calls it “clickable”.
      make("label", {}, "Search, in your own words", input),
      said,
      results,
      more,
      slash(`guide:${root.pathname}:slash`),
      make("link", { rel: "stylesheet", href: new URL("search.css", searchSource) }),
    );
    dialog.setAttribute("aria-label", "Search");
    document.body.append(dialog);

    /** What stands at each place, once it has come. @type {Lines | undefined} */
    let lines;
    /** @type {(search: Search, shown: Shown) => void} */
    const show = (search, { way, link, care }) => {
      results.replaceChildren();
      more.replaceChildren();
      said.textContent = "";
      clearTimeout(pause);
      if (!input.value.trim()) return;
      const {
        results: found,
        alarm,
        unsure,
        spelt,
        nearest,
        waits,
        isSought,
      } = search.find(input.value);
      /** @type {[place: Place, line: HTMLElement][]} */
      const empty = [];
      // Its line is fetched, save in danger. The room for it is kept, so that nothing moves.
      const item = (place) => {
        const id = `found-${place.number}`;
        const line = make("p", { id, className: "small" });
        if (alarm) line.append(place.line);
        else line.classList.add("line");
        empty.push([place, line]);
        const one = marked(link(place), "search-result");
        one.setAttribute("aria-describedby", id);
        return make("li", {}, one, line);
      };
      const fill = () => {
        for (const [{ number }, line] of lines ? empty : []) {
          const kind = lines.kinds[lines.kind[number]];
          line.replaceChildren(
            kind ? make("i", { textContent: `${kind}. ` }) : "",
            ...partAround(lines.text[number] ?? "", isSought),
          );
        }
      };
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
          : `${places(count)} found${spelt && `, with ${spelt}`}.`;
      // Told once, when the typing stops.
      pause = setTimeout(() => {
        said.textContent = waits ? "Searching…" : words;
        if (alarm || !found.length || lines) return;
        const taken = search.readLines().then((all) => {
          lines = all;
          fill();
        });
        taken.catch(() => {}); // each place has its name
      }, 700);
      if (!alarm) fill();
      if (waits || (count && !unsure)) return;
      // What it is about, and its themes, the nearest first.
      const rank = ([, theme]) => 1 + nearest.findIndex(({ address }) => address === theme) || 99;
      const themes = [...search.themes].sort((a, b) => rank(a) - rank(b));
      more.append(
        search.covers ? make("p", { textContent: search.covers }) : "",
        ...(count ? [] : list("Perhaps one of these is near", nearest.slice(0, 5).map(link))),
        ...list(
          count ? "Some of its themes" : "Look through a theme",
          themes.slice(0, count ? FEW : undefined).map(([title, address]) => way(address, title)),
        ),
      );
      if (count) return;
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
      // A browser would first empty the field.
      else if (event.key === "Escape") dialog.close();
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

    let again = () => {};
    const fetchIndex = () => {
      load = () => {};
      results.setAttribute("aria-busy", "true");
      const slow = setTimeout(() => {
        said.textContent = "Searching…";
      }, 500);
      loadSearch(root)
        .then(async (search) => {
          const shown = showPlaces(root, search);
          again = () => show(search, shown);
          clearTimeout(slow);
          again();
          await search.whole;
          again();
          search.rest.then(again);
        })
        .catch(() => {
          clearTimeout(slow);
          clearTimeout(pause);
          load = fetchIndex; // tried again when it is opened again
          said.replaceChildren(
            "The search could not be fetched. ",
            make("a", { href: searchLink.href, textContent: "Here are all questions." }),
          );
        })
        .finally(() => results.removeAttribute("aria-busy"));
    };
    load = fetchIndex;
    input.addEventListener("input", () => again());
  };

  // What was looked for is gone with the page, however a browser keeps it for Back.
  addEventListener("pagehide", () => {
    dialog?.remove();
    dialog = undefined;
  });
  return (root) => {
    if (!dialog) build(root);
    load();
    if (dialog.open) return;
    const from = /** @type {HTMLElement} */ (document.activeElement);
    from.blur();
    // What lies beneath a dialog is gone for a screen reader. One that still stood on the link
    // would take the field for its new place without a word, and go on taking letters for commands.
    // A browser tells it of both at once, and of the loss first, unless it has drawn in between.
    const show = () => {
      if (dialog?.open !== false) return; // the page was left meanwhile, or it was pressed twice
      from.focus({ preventScroll: true }); // closed, it gives this place back
      dialog.showModal();
      dialog.querySelector("input").focus();
    };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(show, 60)));
  };
})();
