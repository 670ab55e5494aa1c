// What is ticked or written on a list or sheet: counted, kept on the device only while that is asked, forgotten at a touch.
(() => {
  for (const whole of document.querySelectorAll("[data-keep]")) {
    const tool = (name) => whole.querySelector(`[data-guide=${name}]`);
    const remember = tool("remember"), forget = tool("forget"), undo = tool("undo"), said = whole.querySelector(".keep [role=status]");
    const key = `guide:${whole.dataset.keep}:v1`;
    const fields = [...whole.querySelectorAll("input:not([type=file]), textarea")];
    const boxes = fields.filter(({ type }) => type === "checkbox");
    const onlyBoxes = boxes.length === fields.length;
    const nameOf = (field) => field.type === "radio" ? field.name : field.type === "checkbox" ? field.closest("li").id : field.id;
    const placeOf = (field) => fields.filter(({ name }) => name === field.name).indexOf(field);
    const names = () => [...new Set(fields.map(nameOf))];

    const read = () => {
      const values = {};
      for (const field of fields) {
        if (field.type === "radio") { if (field.checked) values[field.name] = placeOf(field); }
        else if (field.type === "checkbox") { if (field.checked) values[nameOf(field)] = true; }
        else if (field.value) values[field.id] = field.value;
      }
      return values;
    };
    // Only what still stands on the page is filled in; of a changed list the rest is dropped.
    const write = (values) => {
      for (const field of fields) {
        const value = values[nameOf(field)];
        if (field.type === "radio") field.checked = value === placeOf(field);
        else if (field.type === "checkbox") field.checked = value === true;
        else field.value = typeof value === "string" ? value : "";
      }
    };

    let kept = null, before = null, note = "";
    try { kept = JSON.parse(localStorage.getItem(key)); } catch { /* storage is off, or holds something else */ }
    const show = (words = "") => {
      note = words || note;
      const done = onlyBoxes && `${boxes.filter(({ checked }) => checked).length} of ${boxes.length} done`;
      said.textContent = [done, note].filter(Boolean).join(". ");
      remember.hidden = !!kept;
      forget.hidden = !kept;
      undo.hidden = !before;
    };
    const save = () => {
      kept = { values: read(), names: names() };
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch { kept = null; return show("This browser keeps nothing."); }
      show("Kept on this device.");
    };
    if (kept?.values) {
      write(kept.values);
      const fresh = names().filter((name) => !kept.names.includes(name)).length;
      note = fresh ? `Kept on this device. Since you began, ${fresh} ${fresh === 1 ? "line has" : "lines have"} been added.` : "Kept on this device.";
    } else kept = null;

    whole.addEventListener("input", () => { before = null; if (kept) save(); else show(); });
    remember.addEventListener("click", () => { save(); forget.focus(); });
    forget.addEventListener("click", () => {
      try { localStorage.removeItem(key); } catch { /* storage is off: nothing is kept */ }
      before = read();
      kept = null;
      write({});
      show("Forgotten: nothing of it is on this device.");
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
  }
})();
