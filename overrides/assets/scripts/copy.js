// "Link to this answer" copies its address, and leaves the page's own as it is; without a clipboard it is a plain link.
(() => {
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-guide=copy-link]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    said.textContent = "";
    link.after(said);
    await navigator.clipboard.writeText(link.href).then(() => { said.textContent = "Copied."; }, () => { location.hash = link.hash; });
  });
})();
