// "Link to this answer" copies its address, and leaves the page's own as it is; without a clipboard
// it is a plain link.
(() => {
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  document.addEventListener("click", async (event) => {
    /** @type {HTMLAnchorElement} */
    const link = /** @type {Element} */ (event.target).closest("[data-guide=copy-link]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    said.textContent = "";
    link.after(said);
    await navigator.clipboard.writeText(link.href).then(
      () => {
        said.textContent = "Copied.";
      },
      () => {
        location.hash = link.hash;
      },
    );
  });
})();
// An answer that moved to another page left a link under its old id: whoever comes by the old
// address is led on.
{
  const moved = /** @type {HTMLAnchorElement} */ (document.getElementById(location.hash.slice(1)));
  if (moved?.matches("main a[href]") && moved.origin === location.origin)
    location.replace(moved.href);
}
