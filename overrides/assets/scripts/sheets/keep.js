// What is ticked or written on a list or sheet: counted, kept on the device only while that is
// asked, forgotten at a touch.
(() => {
  // Guides that share a host each keep their own.
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../..", script.src).pathname;

  /** @type {(whole: Kept) => void} */
  const start = (whole) => {
    /** @type {(name: string) => HTMLButtonElement} */
    const tool = (name) => whole.querySelector(`[data-guide=${name}]`);
    const remember = tool("remember");
    const forget = tool("forget");
    const undo = tool("undo");
    const said = whole.querySelector(".keep [role=status]");
    const key = `guide:${root}:${whole.dataset.keep}:v2`;
    /** @type {NodeListOf<HTMLInputElement>} */
    const found = whole.querySelectorAll("input:not([type=file]), textarea");
    const fields = [...found];
    const isBox = ({ type }) => type === "checkbox";
    const isPick = (field) => isBox(field) || field.type === "radio";
    const boxes = fields.filter(isBox);
    const onlyBoxes = boxes.length === fields.length;
    const nameOf = (field) => (isBox(field) ? field.closest("li").id : field.name || field.id);
    const names = [...new Set(fields.map(nameOf))];

    // Whether something is kept, and follows what is written.
    let kept = false;
    // Whether all that stands here is kept.
    let safe = false;
    let touched = false;
    /** What “Undo” brings back. @type {Answers | null} */
    let before = null;
    let note = "";
    /** Answers to lines that the list or sheet no longer has. @type {Answers} */
    let earlier = {};

    // A choice is kept by its value: its place is another one's once an author has put a line above
    // it.
    const given = () => fields.filter((field) => (isPick(field) ? field.checked : field.value));
    const read = () => ({
      ...earlier,
      ...Object.fromEntries(given().map((field) => [nameOf(field), field.value])),
    });
    /** @type {(values: Answers) => void} */
    const write = (values) => {
      earlier = { ...values };
      for (const field of fields) {
        const name = nameOf(field);
        const value = values[name];
        const fits = isPick(field) ? value === field.value : typeof value === "string";
        if (isPick(field)) field.checked = fits;
        else field.value = fits ? value : "";
        if (fits) delete earlier[name];
      }
      whole.dispatchEvent(new Event("filled"));
    };
    /** Null where storage is off. */
    const stored = () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    };

    const show = (words = note) => {
      note = words;
      const done =
        onlyBoxes && `${boxes.filter(({ checked }) => checked).length} of ${boxes.length} done`;
      said.textContent = [done, note].filter(Boolean).join(". ");
      remember.hidden = safe;
      forget.hidden = stored() === null;
      undo.hidden = !before;
    };
    const save = (words = "") => {
      try {
        localStorage.setItem(key, JSON.stringify({ values: read(), names }));
        kept = safe = true;
      } catch {
        safe = false;
        kept = stored() !== null;
      }
      const older = kept ? " What was kept before still is." : "";
      const full = `This browser has no room for it: it is not kept.${older}`;
      show(`${words}${safe ? "Kept on this device." : full}`);
    };
    const empty = () => {
      kept = safe = touched = false;
      write({});
      show("Forgotten: it is gone from this browser.");
    };
    // What is kept, as a visit before left it, or the same page in another tab.
    /** @type {(event?: Event) => void} */
    const take = (event) => {
      // What stands here unkept is not for another tab to replace.
      if (event && !safe && Object.keys(read()).length) return show();
      const text = stored();
      if (text === null) return kept && empty();
      let found;
      try {
        found = JSON.parse(text);
      } catch {}
      if (typeof found?.values !== "object" || !found.values)
        return show("What is kept here cannot be read. “Forget” takes it away.");
      kept = safe = true;
      before = null;
      write(found.values);
      const had = Array.isArray(found.names) ? found.names : names;
      const fresh = names.filter((name) => !had.includes(name)).length;
      const lines = fresh === 1 ? "1 line has" : `${fresh} lines have`;
      show(`Kept on this device.${fresh ? ` Since you began, ${lines} been added.` : ""}`);
    };
    whole.addEventListener("input", ({ target }) => {
      if (/** @type {HTMLInputElement} */ (target).type === "file") return;
      before = null;
      touched = true;
      kept ? save() : show();
    });
    remember.addEventListener("click", () => {
      save();
      (safe ? forget : remember).focus();
    });
    forget.addEventListener("click", () => {
      try {
        localStorage.removeItem(key);
      } catch {}
      if (stored() !== null)
        return show("It could not be forgotten: your browser’s settings can clear it.");
      before = read();
      empty();
      undo.focus();
    });
    // `was` is what Undo brings back later; `tell` says how it went.
    /** @type {(values: Answers, was: Answers | null, tell: () => string) => void} */
    const put = (values, was, tell) => {
      before = was;
      touched = true;
      write(values);
      kept ? save(tell()) : show(`${tell()}Not kept on this device.`);
    };
    undo.addEventListener("click", () => {
      put(before, null, () => "It is back on the page. ");
      (kept ? forget : remember).focus();
    });
    // Undo ends with the visit. Leave takes away what is not kept as well: Back must not bring it.
    addEventListener("pagehide", () => {
      before = null;
      if (document.documentElement.classList.contains("left")) write({});
      show();
    });
    // For what else a sheet can do with its answers: sheet.js.
    whole.answers = {
      read,
      write,
      put,
      save,
      say: show,
      earlier: () => earlier,
      isUnkept: () => touched && !safe,
    };
    /** @type {HTMLElement} */ (whole.querySelector(".keep")).hidden = false;
    show();
    take();
    // A page that the browser had put away (pageshow) has missed what another one did meanwhile.
    for (const moment of ["storage", "pageshow"]) addEventListener(moment, take);
  };
  /** @type {NodeListOf<Kept>} */
  const all = document.querySelectorAll("[data-keep]");
  all.forEach(start);
})();
