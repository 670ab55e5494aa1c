// Phrases that were written short, as they were: "i(hit,keep hitting)" is "i hit" and "i keep
// hitting".
/** @type {(text: string) => string[]} */
const unfold = (text) => {
  const WORDS = /[^(),]*/y;
  /** @type {(before: string) => string[]} */
  const list = (before) => {
    const all = [];
    do {
      const [words] = WORDS.exec(text);
      const said = [before, words].filter(Boolean).join(" ");
      const more = text[WORDS.lastIndex] === "(";
      if (more) WORDS.lastIndex++;
      all.push(...(more ? list(said) : [said]));
      if (more) WORDS.lastIndex++; // its closing bracket
    } while (text[WORDS.lastIndex] === "," && ++WORDS.lastIndex);
    return all;
  };
  return text ? list("") : [];
};
