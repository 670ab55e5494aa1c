// A sheet saved to a file: as text for people, or for this page to open again. It never leaves the
// device.
(() => {
  /** @type {Kept} */
  const sheet = document.querySelector("form.sheet[data-keep]");
  const { read, put, say, earlier } = sheet.answers;
  const [, id] = sheet.dataset.keep.split(":");
  // A file from before tells choices by their places, and those may be another's by now.
  const name = `${sheet.dataset.keep}:v2`;

  /** @type {(node: Element | null | undefined) => string} */
  const words = (node) => node?.textContent.replace(/\s+/g, " ").trim().replace(/:$/, "") ?? "";
  /** @type {(field: Element) => string | null} */
  const spoken = (field) => field.getAttribute("aria-label");
  /** @type {(field: Element) => string} */
  const asked = (field) => {
    const named = field.closest("[role=radiogroup]") ?? field;
    return (
      words(field.closest("fieldset")?.querySelector("legend")) ||
      spoken(named) ||
      words(document.getElementById(named.getAttribute("aria-labelledby"))) ||
      words(field.closest("label"))
    );
  };
  // "I felt heard." is no end where the answer follows, and after a question mark no colon stands.
  /** @type {(field: Element) => string} */
  const lead = (field) => asked(field).replace(/\.$/, "").replace(/[^?]$/, "$&:");
  /** @type {(field: HTMLInputElement) => string | false} */
  const lineOf = (field) => {
    if (field.type === "checkbox") return field.checked && `[x] ${asked(field)}`;
    if (field.type === "radio")
      return field.checked && `${lead(field)} ${spoken(field) ?? words(field.closest("label"))}`;
    const below = field.matches(".write textarea") || field.value.includes("\n");
    return field.value && `${lead(field)}${below ? "\n" : " "}${field.value}`;
  };
  const asText = () => {
    const text = [words(sheet.querySelector("h1"))];
    let heading = "";
    /** @type {NodeListOf<HTMLInputElement>} */
    const parts = sheet.querySelectorAll("h2, h3, input:not([type=file]), textarea, .earlier > *");
    for (const one of parts) {
      const isHeading = one.matches("h2, h3");
      const line = !isHeading && (one.matches("dt, dd") ? one.textContent : lineOf(one));
      if (line) text.push(heading, line);
      if (line || isHeading) heading = isHeading ? `\n${words(one)}` : "";
    }
    return `${text.filter(Boolean).join("\n\n")}\n`;
  };
  /** @type {(text: string, type: string, ending: string) => void} */
  const download = (text, type, ending) => {
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(new Blob([text], { type })),
      download: `${id}.${ending}`,
    });
    link.click();
    // A browser may first ask where to put it.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`“${link.download}” is on its way to your downloads.`);
  };
  // What stands in such a file is text by text; whatever else somebody put into one is no answer.
  /** @type {(file: { sheet: string, answers: unknown }) => Answers} */
  const answersIn = ({ sheet: whose, answers }) => {
    if (whose !== name || answers === null || typeof answers !== "object" || Array.isArray(answers))
      throw new Error();
    return Object.fromEntries(
      Object.entries(answers).filter(([, answer]) => answer && typeof answer === "string"),
    );
  };
  /** @type {(answers: Answers) => string} */
  const told = (answers) => {
    const count = Object.keys(answers).length;
    if (!count)
      return "That file holds no answers, so the sheet is empty. “Undo” brings yours back. ";
    const unplaced = Object.keys(earlier()).length;
    const others = `Those to lines that this sheet no longer has stand above: ${unplaced}. `;
    return `Your answers are on the page: ${count - unplaced}. ${unplaced ? others : ""}`;
  };

  sheet.files = {
    saveText: () => download(asText(), "text/plain", "txt"),
    save: () =>
      download(
        JSON.stringify({ sheet: name, answers: read() }, null, 1),
        "application/json",
        "json",
      ),
    open: async (event) => {
      const target = /** @type {HTMLInputElement} */ (event.target);
      try {
        const answers = answersIn(JSON.parse(await target.files[0].text()));
        put(answers, read(), () => told(answers));
      } catch {
        say("That file does not belong to this sheet as it is now. Nothing was changed.");
      }
      target.value = "";
    },
  };
})();
