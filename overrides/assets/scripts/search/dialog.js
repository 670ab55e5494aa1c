// The search's dialog: what is typed stays in it. Arrow keys go through what is found, Enter opens it, Esc gives back the place.
const openSearch = (() => {
  let dialog, search, index;
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const marked = (element, mark) => { element.dataset.guide = mark; return element; };

  const build = (root) => {
    const leave = document.querySelector("[data-guide=exit]");
    const input = marked(make("input", { type: "search", id: "search-words", autocomplete: "off", spellcheck: false, enterKeyHint: "go" }), "search-input");
    const results = marked(make("ol", { className: "found" }), "search-results");
    const said = make("p", { className: "small" }), more = make("div", { className: "more" });
    said.setAttribute("role", "status");
    dialog = make("dialog", { className: "search" },
      make("p", { className: "search-bar" },
        make("button", { type: "button", textContent: "Close", onclick: () => dialog.close() }),
        marked(make("a", { className: "button leave", href: leave.href, rel: leave.rel, textContent: "Leave" }), "exit")),
      make("label", { htmlFor: "search-words", textContent: "Search, in your own words" }), input, said, results, more);
    dialog.setAttribute("aria-label", "Search");
    document.head.append(make("link", { rel: "stylesheet", href: new URL("assets/search.css", root) }));
    document.body.append(dialog);

    const to = (address, fragment) => new URL(address + (fragment ? `#${fragment}` : ""), root).href;
    const link = (unit) => make("a", { href: to(unit.address, unit.fragment), textContent: unit.heading ? `${unit.title} › ${unit.heading}` : unit.title });
    const item = (unit) => make("li", {}, marked(link(unit), "search-result"), unit.line ? make("p", { className: "small", textContent: unit.line }) : "");
    const titleOf = (address) => index.pages.find(([, url]) => url === address)?.[0] ?? address;
    const pinned = (address) => {
      const one = make("li", { className: "care" }, marked(make("a", { href: to(address), textContent: titleOf(address) }), "search-result"));
      if (index.help && index.help !== address) one.append(make("p", {}, make("a", { href: to(index.help), textContent: titleOf(index.help) })));
      return one;
    };
    const list = (heading, links) => links.length ? [make("h2", { textContent: heading }), make("ul", {}, ...links.map((one) => make("li", {}, one)))] : [];

    const show = () => {
      results.replaceChildren();
      more.replaceChildren();
      said.textContent = "";
      if (!input.value.trim() || !search) return;
      const { results: found, alarm, spelt, nearest } = search(input.value);
      if (alarm !== undefined) results.append(pinned(alarm));
      results.append(...found.filter(({ address, heading }) => address !== alarm || heading).map(item));
      const count = results.children.length;
      said.textContent = count ? `${count === 1 ? "1 place" : `${count} places`} found${spelt ? `, for “${spelt}”` : ""}.` : "Nothing here is about that.";
      if (count) return;
      more.append(...list("Perhaps one of these is near", nearest.map(link)), ...list("Or look through a theme", index.themes.map(([title, address]) => make("a", { href: to(address), textContent: title }))));
      if (index.ask) more.append(make("p", {}, make("a", { href: to(index.ask[1]), textContent: index.ask[0] })));
    };
    input.addEventListener("input", show);

    dialog.addEventListener("keydown", (event) => {
      const links = [...results.querySelectorAll("[data-guide=search-result]")], here = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && links.length) links[Math.min(here + 1, links.length - 1)].focus();
      else if (event.key === "ArrowUp" && here >= 0) (links[here - 1] ?? input).focus();
      else if (event.key === "Enter" && document.activeElement === input && links.length) links[0].click();
      else return;
      event.preventDefault();
    });
    // A link to a place on this very page loads nothing: the dialog must go.
    dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("a[href]:not([data-guide=exit])")) dialog.close(); });

    results.setAttribute("aria-busy", "true");
    fetch(new URL("search/index.json", root)).then((answer) => { if (!answer.ok) throw new Error(); return answer.json(); }).then((read) => {
      index = read;
      search = makeSearch(index);
      results.removeAttribute("aria-busy");
      show();
    }).catch(() => {
      results.removeAttribute("aria-busy");
      said.textContent = "The search could not be fetched. ";
      said.append(make("a", { href: new URL("faq/", root), textContent: "Here are all questions." }));
    });
  };

  return (root) => {
    if (!dialog) build(root);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").focus();
  };
})();
