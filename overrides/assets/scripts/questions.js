// Filters the index of questions: any word typed may match; what matches best stands first.
(() => {
  const box = document.querySelector("[data-guide=question-filter]");
  const whole = box.closest(".filter"), status = whole.querySelector("[role=status]"), order = whole.querySelector("[data-order]");
  const list = document.querySelector(".questions");
  const themes = [...list.querySelectorAll("section")];
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const few = new Set("a an the is it i we my our of to do does did how what why can should will would he she they them him her me us you and or in on for with be are am was if not no".split(" "));
  const all = [...list.querySelectorAll("[data-guide=question]")].map((item) => ({
    item, home: item.parentNode, asked: plain(item.querySelector("a").textContent), also: plain(item.dataset.also ?? ""),
    whole: [item.querySelector("a").textContent, ...(item.dataset.also ?? "").split("; ")].map((way) => plain(way).join(" ")), answer: plain(item.querySelector("p").firstChild.textContent),
  }));
  const flat = document.createElement("ul"); // ranked, or A to Z: the same elements, out of their themes
  list.prepend(flat);

  const like = (word, other) => word === other ? 3 : other.startsWith(word) || (other.length > 3 && word.startsWith(other)) ? 2 : word.length > 4 && near(word, other) ? 1 : 0;
  // One letter wrong, missing, added, or two swapped.
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const x = a.slice(i), y = b.slice(i);
    return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  };
  const best = (word, words) => Math.max(0, ...words.map((other) => like(word, other)));
  const score = ({ asked, also, answer }, words) =>
    words.reduce((sum, word) => sum + Math.max(3 * best(word, asked), 2 * best(word, also), best(word, answer)), 0);
  // Asked in the very words of a question, or of another way to ask it: nothing else stands before it.
  const points = (one, words, typed) => score(one, words.length ? words : typed) + (one.whole.includes(typed.join(" ")) ? 1000 : 0);

  const put = (items) => {
    for (const { item } of all) item.hidden = !items.includes(item);
    flat.append(...items);
    for (const theme of themes) theme.hidden = true;
    flat.hidden = false;
  };
  const byTheme = () => {
    for (const { item, home } of all) { item.hidden = false; home.append(item); }
    for (const theme of themes) theme.hidden = false;
    flat.hidden = true;
  };
  const show = () => {
    const typed = plain(box.value), words = typed.filter((word) => !few.has(word));
    const sorted = order.getAttribute("aria-pressed") === "true";
    if (!typed.length) {
      sorted ? put(all.map(({ item }) => item).sort((a, b) => a.textContent.trim().localeCompare(b.textContent.trim()))) : byTheme();
      status.textContent = "";
      return;
    }
    const ranked = all.map((one) => [points(one, words, typed), one.item]).filter(([value]) => value);
    const top = Math.max(0, ...ranked.map(([value]) => value % 1000));
    const found = ranked.filter(([value]) => value * 3 >= top).sort(([a], [b]) => b - a).map(([, item]) => item);
    put(found);
    status.textContent = found.length === 1 ? "1 question" : found.length ? `${found.length} questions` : "No question matches. Try other words, or look through the themes.";
    if (!found.length) byTheme();
  };
  box.addEventListener("input", show);
  order.addEventListener("click", () => {
    order.setAttribute("aria-pressed", order.getAttribute("aria-pressed") !== "true");
    box.value = "";
    show();
  });
  flat.hidden = true;
  whole.hidden = false;
})();
