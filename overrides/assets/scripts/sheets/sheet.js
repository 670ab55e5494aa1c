// A sheet on the screen: printed blank or as filled in, and never lost by the way. Nothing is sent
// anywhere.
(() => {
  /** @type {Kept} */
  const sheet = document.querySelector("form.sheet[data-keep]");
  /** @type {(name: string) => HTMLElement} */
  const tool = (name) => sheet.querySelector(`[data-guide=${name}]`);
  const { read, save, say, earlier, isUnkept } = sheet.answers;
  const look = document.documentElement.classList;
  /** @type {(tag: string, parts: object) => HTMLElement} */
  const make = (tag, parts) => Object.assign(document.createElement(tag), parts);
  // Enter in a line sends nothing.
  sheet.addEventListener("submit", (event) => event.preventDefault());

  // One button prints; where something is written it asks first which sheet is wanted. The whole
  // page listens: where a form does, screen readers call each of its sentences “clickable”.
  const which = tool("print-which");
  document.addEventListener(
    "click",
    (event) => {
      const button = /** @type {Element} */ (event.target).closest("[data-guide=print]");
      if (!button || !Object.keys(read()).length) return;
      event.stopPropagation();
      which.hidden = !which.hidden && which.previousElementSibling === button;
      button.after(which);
      if (!which.hidden) which.querySelector("button").focus();
    },
    true,
  );
  const printed = (blank) => () => {
    which.hidden = true;
    look.toggle("blank", blank);
    print();
  };
  tool("print-filled").addEventListener("click", printed(false));
  tool("print-blank").addEventListener("click", printed(true));

  // Files are for few: what saves and opens them is fetched when it is first wanted.
  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const files = new URL("files.js", here.src);
  let fetched;
  const fetchFiles = () =>
    (fetched ??= new Promise((resolve, reject) => {
      const script = make("script", {
        src: files,
        onload: resolve,
        onerror: () => {
          fetched = undefined;
          reject();
        },
      });
      document.head.append(script);
    }));
  /** @type {(work: "saveText" | "save" | "open") => (event: Event) => Promise<void>} */
  const withFiles = (work) => (event) =>
    fetchFiles().then(
      () => sheet.files[work](event),
      () =>
        say(
          "The connection is gone, so this does not work now. Your answers are still on the page.",
        ),
    );
  tool("export-text").addEventListener("click", withFiles("saveText"));
  tool("export").addEventListener("click", withFiles("save"));
  tool("import").addEventListener("change", withFiles("open"));

  // Keeping is offered once, where the first word is written.
  const hasWords = () => {
    /** @type {NodeListOf<Field>} */
    const fields = sheet.querySelectorAll("textarea, [type=text]");
    return [...fields].some(({ value }) => value);
  };
  const isAtRisk = () => isUnkept() && (hasWords() || Object.keys(earlier()).length > 0);
  /** @type {(event: Event) => void} */
  const offer = (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!target.matches("textarea, [type=text]")) return;
    sheet.removeEventListener("input", offer);
    if (!isUnkept()) return;
    const text = make("p", {
      className: "small screen offer",
      textContent: "What you write is gone when you close this page. ",
    });
    const button = make("button", {
      type: "button",
      textContent: "Keep my answers on this device",
    });
    button.addEventListener("click", () => {
      save();
      const said = sheet.querySelector(".keep [role=status]").textContent;
      text.textContent = `${said} “Forget” is at the foot of the page.`;
    });
    text.setAttribute("role", "status");
    text.append(button);
    target.closest(".write, .blanks, table").after(text);
  };
  sheet.addEventListener("input", offer);
  // A reload, or a way back, would lose words. Whoever leaves is never asked.
  addEventListener("beforeunload", (event) => {
    if (isAtRisk() && !look.contains("left")) event.preventDefault();
  });

  // Answers to lines that an author has taken away are shown, kept and saved with the others.
  const older = make("dl", { className: "earlier" });
  sheet.querySelector(".keep").before(older);
  const showOlder = () =>
    older.replaceChildren(
      ...Object.entries(earlier()).flatMap(([name, value]) => [
        make("dt", {
          textContent: `From an earlier version of this sheet: ${name.replaceAll("-", " ")}`,
        }),
        make("dd", { textContent: value === "on" ? "ticked" : value }),
      ]),
    );
  sheet.addEventListener("filled", showOlder);
  showOlder();

  // A field that does not grow by itself (field-sizing) grows with what is written.
  /** @type {(area: HTMLTextAreaElement) => void} */
  const grow = (area) => {
    area.style.blockSize = "";
    const { scrollHeight, clientHeight, offsetHeight } = area;
    if (scrollHeight > clientHeight)
      area.style.blockSize = `${scrollHeight + offsetHeight - clientHeight}px`;
  };
  const growAll = () => sheet.querySelectorAll("textarea").forEach(grow);
  sheet.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) grow(target);
  });
  sheet.addEventListener("filled", growAll);
  addEventListener("resize", growAll);
  growAll();
})();
