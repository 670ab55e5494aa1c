// A sheet on the screen: printed blank or as filled in, saved to a file, and opened again. Nothing is sent anywhere.
(() => {
  const sheet = document.querySelector("form.sheet[data-keep]");
  const tool = (name) => sheet.querySelector(`[data-guide=${name}]`);
  const { read, write, say, changed } = sheet.answers;
  // A file from before tells choices by their places, and those may be another's by now.
  const name = `${sheet.dataset.keep}:v2`;
  sheet.addEventListener("submit", (event) => event.preventDefault()); // Enter in a line sends nothing

  tool("print-blank").addEventListener("click", () => {
    const answers = read();
    addEventListener("afterprint", () => write(answers), { once: true });
    write({});
    print();
  });
  tool("export").addEventListener("click", () => {
    const file = new Blob([JSON.stringify({ sheet: name, answers: read() }, null, 1)], { type: "application/json" });
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: "sheet.json" });
    link.click();
    URL.revokeObjectURL(link.href);
    say("Saved as “sheet.json”, where your downloads go.");
  });
  tool("import").addEventListener("change", async ({ target }) => {
    try {
      const saved = JSON.parse(await target.files[0].text());
      if (saved.sheet !== name || typeof saved.answers !== "object") throw new Error();
      write(saved.answers);
      changed();
      say("Your answers are on the page.");
    } catch {
      say("That file does not belong to this sheet as it is now. Nothing was changed.");
    }
    target.value = "";
  });

  // Where the browser does not grow a field by itself (field-sizing), it grows with what is written.
  if (!CSS.supports("field-sizing", "content")) {
    const grow = (area) => { area.style.blockSize = "auto"; area.style.blockSize = `${area.scrollHeight + 2}px`; };
    sheet.addEventListener("input", ({ target }) => target.matches?.("textarea") && grow(target));
    for (const area of sheet.querySelectorAll("textarea")) grow(area);
  }
})();
