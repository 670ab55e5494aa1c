// What is ticked or written on a list or sheet: counted, kept on the device only while that is asked, forgotten at a touch.
(() => {
  // Guides that share a host each keep their own.
  const root = new URL("../..", document.currentScript.src).pathname;
  for (const whole of document.querySelectorAll("[data-keep]")) {
    const tool = (name) => whole.querySelector(`[data-guide=${name}]`);
    const remember = tool("remember"), forget = tool("forget"), undo = tool("undo"), said = whole.querySelector(".keep [role=status]");
    const key = `guide:${root}:${whole.dataset.keep}:v2`;
    const fields = [...whole.querySelectorAll("input:not([type=file]), textarea")];
    const isBox = ({ type }) => type === "checkbox";
    const isPick = (field) => isBox(field) || field.type === "radio";
    const boxes = fields.filter(isBox);
    const onlyBoxes = boxes.length === fields.length;
    const nameOf = (field) => isBox(field) ? field.closest("li").id : field.name || field.id;
    const names = [...new Set(fields.map(nameOf))];

    // A choice is kept by its value: its place is another one's once an author has put a line above it.
    const given = () => fields.filter((field) => isPick(field) ? field.checked : field.value);
    const read = () => Object.fromEntries(given().map((field) => [nameOf(field), field.value]));
    // Only what still stands on the page is filled in; of a changed list the rest is dropped.
    const write = (values) => {
      for (const field of fields) {
        const value = values[nameOf(field)];
        if (isPick(field)) field.checked = value === field.value;
        else field.value = typeof value === "string" ? value : "";
      }
    };

    let kept = null, before = null, note = "";
    const show = (words = "") => {
      note = words || note;
      const done = onlyBoxes && `${boxes.filter(({ checked }) => checked).length} of ${boxes.length} done`;
      said.textContent = [done, note].filter(Boolean).join(". ");
      remember.hidden = !!kept;
      forget.hidden = !kept;
      undo.hidden = !before;
    };
    const save = () => {
      kept = { values: read(), names };
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch { kept = null; return show("This browser keeps nothing."); }
      show("Kept on this device.");
    };
    const empty = () => {
      kept = null;
      write({});
      show("Forgotten: nothing of it is on this device.");
    };
    // What is kept, as a visit before left it, or the same page in another tab. Where storage is off, nothing is.
    const take = (event) => {
      // What stands here unkept is not for another tab to replace.
      if (event && !kept && given()[0]) return;
      let found;
      try { found = JSON.parse(localStorage.getItem(key)); } catch {}
      if (!found?.values) return kept && empty();
      kept = found;
      before = null;
      write(kept.values);
      const fresh = names.filter((name) => !kept.names.includes(name)).length;
      show(`Kept on this device.${fresh ? ` Since you began, ${fresh} ${fresh === 1 ? "line has" : "lines have"} been added.` : ""}`);
    };

    whole.addEventListener("input", () => { before = null; if (kept) save(); else show(); });
    remember.addEventListener("click", () => { save(); forget.focus(); });
    forget.addEventListener("click", () => {
      try { localStorage.removeItem(key); } catch {}
      before = read();
      empty();
      undo.focus();
    });
    undo.addEventListener("click", () => {
      write(before);
      before = null;
      show("It is back on the page, and not kept.");
      remember.focus();
    });
    // For what else a sheet can do with its answers: sheet.js.
    whole.answers = { read, write, say: show, changed: () => whole.dispatchEvent(new Event("input")) };
    whole.querySelector(".keep").hidden = false;
    show();
    take();
    // A page that the browser had put away (pageshow) has missed what another one did meanwhile.
    for (const moment of ["storage", "pageshow"]) addEventListener(moment, take);
  }
})();
