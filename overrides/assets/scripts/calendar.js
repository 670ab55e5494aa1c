// A day that comes back each week, saved for a calendar. The file waits in the page but for its
// first day, its id, and the moment, and is sent nowhere. The id is by chance: one of the page’s
// own would tell where the file is from.
/** Any browser has this on any site; randomUUID asks for one that is sent by https. */
const byChance = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) =>
    (one + 256).toString(16).slice(1),
  ).join("");
/** @type {NodeListOf<HTMLElement>} */
const weekly = document.querySelectorAll("[data-calendar]");
weekly.forEach((whole) => {
  const first = whole.querySelector("input");
  const said = whole.querySelector("[role=status]");
  const save = () => {
    const text = whole.dataset.calendar
      .replace("{day}", first.value.replaceAll("-", ""))
      .replace("{id}", byChance())
      .replace("{now}", new Date().toISOString().replace(/-|:|\.\d+/g, ""))
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
