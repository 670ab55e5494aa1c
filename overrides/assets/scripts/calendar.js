// A day that comes back each week, saved for a calendar. The file waits in the page but for its
// first day, and is sent nowhere.
/** @type {NodeListOf<HTMLElement>} */
const weekly = document.querySelectorAll("[data-calendar]");
weekly.forEach((whole) => {
  const first = whole.querySelector("input");
  const said = whole.querySelector("[role=status]");
  const save = () => {
    const text = whole.dataset.calendar
      .replaceAll("{day}", first.value.replaceAll("-", ""))
      .replaceAll("\n", "\r\n");
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(new Blob([text], { type: "text/calendar" })),
      download: `${whole.dataset.name}.ics`,
    });
    link.click();
    // A browser may first ask where to put it.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    said.textContent = `“${link.download}” is on its way to your downloads.`;
  };
  whole.querySelector("button").addEventListener("click", () => {
    if (/^\d{4}-\d\d-\d\d$/.test(first.value)) return save();
    said.textContent = "Choose the first day.";
    first.focus();
  });
  // The day is gone with the page, however a browser keeps it for Back.
  addEventListener("pagehide", () => {
    first.value = said.textContent = "";
  });
  whole.hidden = false;
});
