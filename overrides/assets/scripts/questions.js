// The index of questions: found as the search finds, with its code and index, which are fetched
// when somebody first types.
(() => {
  /** @type {HTMLInputElement} */
  const box = document.querySelector("[data-guide=question-filter]");
  /** @type {HTMLElement} */
  const whole = box.closest(".filter");
  const status = whole.querySelector("[role=status]");
  const order = whole.querySelector("[data-order]");
  const list = document.querySelector(".questions");
  /** @type {NodeListOf<HTMLElement>} */
  const themes = list.querySelectorAll("nav, section");
  /** @type {NodeListOf<HTMLElement>} */
  const items = list.querySelectorAll("[data-guide=question]");
  const all = [...items].map((item) => ({
    item,
    home: item.parentNode,
    href: item.querySelector("a").href,
    text: item.textContent.trim(),
  }));
  // Ranked, or A to Z: the same elements, out of their themes.
  const flat = document.createElement("ul");
  const care = document.createElement("div");
  list.prepend(care, flat);

  // Told once, when the typing stops.
  /** @type {number} */
  let pause;
  /** @type {(words: string) => void} */
  const tell = (words) => {
    clearTimeout(pause);
    pause = setTimeout(
      () => {
        status.textContent = words;
      },
      words ? 700 : 0,
    );
  };
  /** @type {(items: HTMLElement[]) => void} */
  const put = (items) => {
    for (const { item } of all) item.hidden = !items.includes(item);
    flat.append(...items);
    for (const theme of themes) theme.hidden = true;
    flat.hidden = false;
  };
  const byTheme = () => {
    for (const { item, home } of all) {
      item.hidden = false;
      home.append(item);
    }
    for (const theme of themes) theme.hidden = false;
    flat.hidden = true;
  };
  const unfiltered = () => {
    const sorted = order.getAttribute("aria-pressed") === "true";
    sorted
      ? put([...all].sort((a, b) => a.text.localeCompare(b.text)).map(({ item }) => item))
      : byTheme();
    tell("");
  };
  /** @type {(search: Search, shown: Shown) => void} */
  const show = (search, shown) => {
    care.replaceChildren();
    if (!box.value.trim()) return unfiltered();
    const { results, alarm, unsure } = search.find(box.value, { questions: true, most: 20 });
    const found = results
      .map(({ address, fragment }) => shown.to(address, fragment))
      .map((address) => all.find(({ href }) => href === address)?.item)
      .filter(Boolean);
    if (alarm !== undefined) care.append(shown.care("div", alarm));
    found.length ? put(found) : byTheme();
    tell(
      !found.length
        ? "No question matches. Try other words, or look through the themes."
        : unsure
          ? "Perhaps one of these is near."
          : found.length === 1
            ? "1 question"
            : `${found.length} questions`,
    );
  };
  const ready = async () => {
    const code = await fetchSearch();
    const search = await code.load(searchRoot);
    await search.whole;
    return () => show(search, code.shown(searchRoot, search));
  };
  box.addEventListener("focus", () => ready().catch(() => {}), { once: true });
  box.addEventListener("input", () =>
    ready()
      .then((filter) => filter())
      .catch(() => {
        status.textContent = "The search could not be fetched. Look through the themes.";
      }),
  );
  const empty = () => {
    box.value = "";
    care.replaceChildren();
    unfiltered();
  };
  order.addEventListener("click", () => {
    order.setAttribute("aria-pressed", `${order.getAttribute("aria-pressed") !== "true"}`);
    empty();
  });
  // What was looked for is gone with the page, however a browser keeps it for Back.
  addEventListener("pagehide", empty);
  flat.hidden = true;
  whole.hidden = false;
})();
