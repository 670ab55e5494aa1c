// What is typed goes onto paper as text, however long it is: a field would print no more than fits
// in it. On a blank sheet too the fields keep what is in them; only the paper is without it.
(() => {
  const look = document.documentElement.classList;
  // The foot of each side names the sheet, in browsers that fill it.
  const name = JSON.stringify(document.querySelector("h1")?.textContent);
  document.documentElement.style.setProperty("--name", name);
  const lift = () => {
    for (const text of document.querySelectorAll(".typed")) text.remove();
  };
  const lay = () => {
    lift();
    /** @type {NodeListOf<Field>} */
    const fields = document.querySelectorAll("main :is(textarea, [type=text])");
    for (const field of fields) {
      if (!field.value) continue;
      const text = document.createElement("span");
      text.className = "typed";
      text.textContent = look.contains("blank") ? "" : field.value;
      field.before(text);
    }
  };
  addEventListener("beforeprint", lay);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? lay() : lift()));
  // Where a browser does not say that it has printed, the reader's next touch does.
  for (const moment of ["afterprint", "pagehide", "pointerdown", "keydown"])
    addEventListener(moment, () => {
      look.remove("blank");
      lift();
    });
})();
