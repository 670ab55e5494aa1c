// Words as the search compares them: without accents and apostrophes, British and American, plural
// and tense as one. What is particular to a language comes with the index; guide/search/words.py
// compares words in the same way.

// "Does not" as "doesnt".
/** @type {(text: string) => string[]} */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f’']/g, "")
    .replace(/\bwill not\b/g, "wont")
    .replace(/\bcan ?not\b/g, "cant")
    .replace(/\b(do|does|did|is|are|was|were|have|has|had|would|could|should) not\b/g, "$1nt")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

// What is made of a word, or anything else, made once.
/** @template K, T
 * @param {(one: K) => T} make
 * @returns {(one: K) => T} */
const once = (make) => {
  const made = new Map();
  return (one) => {
    if (!made.has(one)) made.set(one, make(one));
    return made.get(one);
  };
};

/** @type {(language: Language) => Words} */
const makeWords = ({ few, joints, irregular, endings }) => {
  const rules = endings.map(([pattern, instead]) => [new RegExp(pattern), instead]);
  const bases = new Map(Object.entries(irregular));
  const cut = (word) => {
    if (word.length < 4) return word;
    const stemmed = rules.reduce(
      (left, [pattern, instead]) => left.replace(pattern, instead),
      word,
    );
    return stemmed.length < 3 ? word : stemmed;
  };
  const stem = once((word) => cut(bases.get(word) ?? word));
  const stems = (text) => plain(text).map(stem);
  // What is said in one query after the other: "i hit her and i feel terrible" is two.
  const breaks = new Set(joints.split(" ").map(stem));
  const clauses = (asked) => {
    /** @type {string[][]} */
    const all = [[]];
    for (const word of asked) {
      if (breaks.has(word)) all.push([]);
      else all[all.length - 1].push(word);
    }
    return all;
  };
  // Words that count as one: each of a group as the group's first.
  const heads = (groups) => {
    const first = new Map(
      groups.flatMap((group) => stems(group).map((word, _, [head]) => [word, head])),
    );
    return (word) => first.get(word) ?? word;
  };
  return { few: new Set(few.split(" ")), stem, stems, clauses, heads };
};
// A phrase, with a space on either side, so that one can be looked for in another and no word is
// cut in two.
/** @type {(list: string[]) => string} */
const phrase = (list) => ` ${list.join(" ")} `;
/** @type {(whole: string) => (said: string) => boolean} */
const within = (whole) => (said) => whole.includes(said);
