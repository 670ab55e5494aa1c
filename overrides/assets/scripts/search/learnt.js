// What a query is about, by what was learnt from examples: whether it speaks of danger, and which
// page is meant for that; whether it is about something else altogether. guide/search/marks.py
// looks at a query in the same way.
const WHOLES = 131072;
// guide/search/learn.py tells why; LOUD is what it calls SCALE * STEP / UNIT.
const FINE = 131072;
const LOUD = 2.4;
const MOST = 9;
const SOUGHT = 8;
/** @type {(mark: string, places: number) => number} */
const placeOf = (mark, places) => {
  let value = 0x811c9dc5;
  for (const letter of mark) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return ((value ^ (value >>> 15)) >>> 0) % places;
};
/** @type {(list: string[]) => string[]} */
const pairsOf = (list) => list.map((word, i) => `${list[i - 1] ?? "^"} ${word}`);

/**
 * @param {Pick<SearchIndex, "learnt" | "people">} index
 * @param {(word: string) => string} sameOf
 * @param {Words} words
 * @param {Learn} learn
 */
const makeLearnt = (
  { people, learnt: { alike, roles, words, danger, kinds } },
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
  const persons = new Set(people.flatMap(stems).map(sameOf));
  const role = new Set(roles.flatMap(stems).map(sameOf));
  const little = new Set([...few].map((word) => sameOf(stem(word))));

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
      ...pairsOf(said),
      ...pairsOf(kind).filter((pair) => pair.includes("#")),
      ...toldBy(kind),
    ];
  };
  // Also words near each other, and pieces of words.
  /** @type {(said: string[]) => string[]} */
  const finelyOf = (said) => [
    ...marksOf(said),
    ...[2, 3].flatMap((far) => said.slice(far).map((word, i) => `-${said[i]} ${word}`)),
    ...said.flatMap((word) => {
      if (little.has(word)) return [];
      const letters = [..."<", ...word, ">"];
      return letters.slice(3).map((_, i) => `*${letters.slice(i, i + 4).join("")}`);
    }),
  ];
  /** @type {(learnt: Learnt) => Map<number, number>} */
  const weightsOf = once(([gaps, weights]) => {
    const units = numbersOf(weights);
    return new Map(summed(gaps).map((place, i) => [place, units[i] - MOST]));
  });
  // Above 0: more likely than not. Beyond the places for parts of a query are those for whole ones.
  /** @type {(asked: string[], learnt: Learnt) => number} */
  const score = (asked, learnt) => {
    const said = asked.map(sameOf);
    const weights = weightsOf(learnt);
    const found = new Set(finelyOf(said).map((mark) => placeOf(mark, FINE)));
    const told = [...found].reduce((sum, place) => sum + (weights.get(place) ?? 0), 0);
    const whole = weights.get(FINE + placeOf(said.join(" "), WHOLES)) ?? 0;
    return learnt[2] + (told * LOUD) / Math.sqrt(found.size + 1) + whole;
  };

  // Without who does it: what a query is about.
  /** @type {(said: string[]) => string[]} */
  const aboutOf = (said) => {
    const content = said.filter((word) => !little.has(word));
    const next = content.slice(1).map((word, i) => `_${content[i]} ${word}`);
    return [...content.filter((word) => !persons.has(word)), ...pairsOf(said), ...next];
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
  const [havens, ...columns] = kinds;
  const kindsOf = makeSubjects(columns, marksOf);
  // The places for somebody in danger, the one that is meant first; none where there is no danger,
  // or less than `least`.
  /** @type {(asked: string[], least?: number) => Haven[]} */
  const alarmsOf = (asked, least) => {
    if (!danger || !isDanger(asked, least)) return [];
    const points = kindsOf(asked.map(sameOf));
    return havens
      .map(([address, fragment, heading], i) => ({
        haven: { address, fragment, heading },
        points: points.get(i) ?? 0,
      }))
      .sort((a, b) => b.points - a.points)
      .map(({ haven }) => haven);
  };
  return { alarmsOf, score, aboutOf };
};
