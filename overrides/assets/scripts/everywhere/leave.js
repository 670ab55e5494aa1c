// The rest of leaving, which can wait for a file.
(() => {
  const isLeft = () => root.classList.contains("left");
  const go = leave;
  leave = () => {
    document.title = "\u200b";
    // Whoever sees no screen is told as well, of which an open dialog would keep them.
    /** @type {NodeListOf<HTMLDialogElement>} */
    const dialogs = document.querySelectorAll("dialog[open]");
    for (const dialog of dialogs) dialog.close();
    const said = document.createElement("p");
    said.setAttribute("role", "alert");
    said.textContent = "Loading";
    root.append(said);
    go();
  };
  // Whoever opens a page anew, by its address or a link, means to come back.
  if (!isLeft() && !performance.navigation.type)
    try {
      delete sessionStorage["guide:left"];
    } catch {}
  // A browser may keep a page whole for Back: it is kept blank.
  addEventListener("pagehide", () => root.classList.add("away"));
  addEventListener("pageshow", ({ persisted }) => {
    root.classList.remove("away");
    try {
      if (persisted && sessionStorage["guide:left"]) leave();
    } catch {}
  });
  // Firefox gives such a page what the tab knew before: there none is kept whole.
  if ("mozInnerScreenX" in window) window.onunload = () => {};
  // A screen reader keeps the letters of its commands: of Shift+H, three times, a page sees Shift,
  // three times. So each tap is short, and nothing is moved or pressed between them.
  /** When the last taps came, the newest first. @type {number[]} */
  let taps = [];
  /** @type {number} */
  let since;
  let moved = 0;
  const anew = () => {
    taps = [];
  };
  window.onkeydown = (event) => {
    const { key, timeStamp, ctrlKey, altKey, metaKey, isComposing } = event;
    if (event.repeat) return;
    if (key !== "Shift" || ctrlKey || altKey || metaKey || isComposing) return anew();
    since = timeStamp;
    taps.unshift(since);
    if (since - taps[2] < 1000) leave();
  };
  addEventListener(
    "keyup",
    ({ key, timeStamp }) => key === "Shift" && timeStamp - since > 250 && anew(),
  );
  for (const type of ["pointerdown", "focusin", "selectionchange"])
    addEventListener(type, anew, true);
  // A page that was flung before the first tap may go on moving.
  addEventListener(
    "scroll",
    ({ timeStamp }) => {
      if (timeStamp - moved > 99) anew();
      moved = timeStamp;
    },
    true,
  );
})();
