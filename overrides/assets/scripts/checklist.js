// Counts ticks, and keeps them on the device only while "remember" is on.
(() => {
  for (const list of document.querySelectorAll("[data-guide=checklist]")) {
    const tools = list.querySelector(".keep");
    if (!tools) continue;
    const boxes = [...list.querySelectorAll("[type=checkbox]")];
    const key = `guide:checklist:${list.id}:v1`;
    const remember = list.querySelector("[data-guide=remember]");
    const forget = list.querySelector("[data-guide=forget]");
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch { /* storage is off, or holds something else */ }

    const show = () => {
      const done = boxes.filter((box) => box.checked).length;
      list.querySelector("[role=status]").textContent = `${done} of ${boxes.length} done`;
      remember.hidden = !!kept;
      forget.hidden = !kept;
    };
    const save = () => {
      kept = boxes.filter((box) => box.checked).map((box) => box.name);
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch { kept = null; }
    };
    if (Array.isArray(kept)) for (const box of boxes) box.checked = kept.includes(box.name);
    list.addEventListener("change", () => { if (kept) save(); show(); });
    remember.addEventListener("click", () => { save(); show(); forget.focus(); });
    forget.addEventListener("click", () => {
      try { localStorage.removeItem(key); } catch { /* storage is off: nothing is kept */ }
      kept = null;
      for (const box of boxes) box.checked = false;
      show();
      remember.focus();
    });
    tools.hidden = false;
    show();
  }
})();
