// "Print" buttons: shown only where a script can print. Without it the browser's own menu does the
// same.
for (const button of document.querySelectorAll("[data-guide=print]")) {
  /** @type {HTMLElement} */ (button.closest(".awaits")).hidden = false;
  button.addEventListener("click", () => print());
}
