// What a query is about, by what was learnt from examples: whether it speaks of danger, and which
// page is meant for that; whether it is about something else altogether. guide/search/marks.py
// looks at a query in the same way.
const WHOLES = 131072;
const NONE = 80;
const SOUGHT = 8;
/**
 * @param {LearntOfDanger} learnt
 * @param {(word: string) => string} sameOf
 * @param {Words} words
 * @param {Learn} learn
 */
const makeLearnt = (
  { alike, roles, words, danger, kinds, elsewhere },
  sameOf,
  { few, stem, stems, clauses, heads },
  learn,
) => {
  // A word of danger that is misspelt is put right before any other, in whatever form it is.
  /** @type {(word: string) => string[]} */
  const forms = (word) =>
    ["", "s", "ed", "ing"].map(
      (end) =>
        (/^[ei]/.test(end)
          ? word.replace(/e$|^([^aeiou]*[aeiou])([^aeiouwxy])$/, "$1$2$2")
          : word) + end,
    );
  learn(
    [words, ...[alike].flat().flatMap((kind) => kind.split(" ").flatMap(forms))].join(" "),
    SOUGHT,
  );
  const headOf = heads(alike);
  const kindOf = new Map(alike.flatMap(stems).map((word) => [sameOf(word), `#${headOf(word)}`]));
  const role = new Set(roles.flatMap(stems).map(sameOf));
  const little = new Set([...few].map((word) => sameOf(stem(word))));

  /** @type {(mark: string, places: number) => number} */
  const placeOf = (mark, places) => {
    let value = 0x811c9dc5;
    for (const letter of mark) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
    return ((value ^ (value >>> 15)) >>> 0) % places;
  };
  /** @type {(list: string[]) => string[]} */
  const pairs = (list) => list.map((word, i) => `${list[i - 1] ?? "^"} ${word}`);
  // Who does what to whom, whatever stands between: two or three at a time.
  /** @type {(kind: string[]) => string[]} */
  const toldBy = (kind) => {
    const told = ["^", ...kind.filter((one) => one[0] === "#" || role.has(one))];
    return [2, 3].flatMap((size) =>
      told.slice(size - 1).map((_, i) => `~${told.slice(i, i + size).join(" ")}`),
    );
  };
  /** @type {(said: string[]) => string[]} */
  const marksOf = (said) => {
    const kind = said.map((word) => kindOf.get(word) ?? word);
    return [
      ...said.filter((word) => !little.has(word)),
      ...kind.filter((one) => one[0] === "#"),
      ...pairs(said),
      ...pairs(kind).filter((pair) => pair.includes("#")),
      ...toldBy(kind),
    ];
  };
  // Above 0: more likely than not. Beyond the places for parts of a query are those for whole ones.
  /** @type {(asked: string[], learnt: Learnt) => number} */
  const score = (asked, [weights, start, places]) => {
    const said = asked.map(sameOf);
    const found = new Set(marksOf(said).map((mark) => placeOf(mark, places))).add(
      places + placeOf(said.join(" "), WHOLES),
    );
    return [...found].reduce(
      (sum, place) => sum + (weights.charCodeAt(place) || NONE) - NONE,
      start,
    );
  };

  // Where the whole of a query is near it, one clause may speak of it plainly.
  /** @type {(asked: string[], least?: number) => boolean} */
  const isDanger = (asked, least = 0) => {
    const whole = score(asked, danger);
    return (
      whole > least ||
      (whole > least - 2 &&
        clauses(asked).some((part) => part.length > 1 && score(part, danger) > least + 2))
    );
  };
  // The places for somebody in danger, the one that is meant first; none where there is no danger,
  // or less than `least`.
  /** @type {(asked: string[], least?: number) => Haven[]} */
  const alarmsOf = (asked, least) => {
    if (!danger || !isDanger(asked, least)) return [];
    const sure = kinds.map(([address, fragment, heading, ...learnt]) => ({
      haven: { address, fragment, heading },
      points: learnt.length ? score(asked, learnt) : 0,
    }));
    return sure.sort((a, b) => b.points - a.points).map(({ haven }) => haven);
  };
  return {
    alarmsOf,
    /** @type {(asked: string[], least: number) => boolean} */
    isElsewhere: (asked, least) => elsewhere !== null && score(asked, elsewhere) > least,
  };
};
