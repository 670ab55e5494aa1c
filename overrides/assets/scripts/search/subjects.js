// Which places of the guide a query is about, by what was learnt from examples;
// guide/search/subjects.py learns it, and looks at a query in the same way.
const HASHES = 65536;
// One letter each; the last letter tells that more of the same number follows.
/** @type {(letters: string) => number[]} */
const numbersOf = (letters) => {
  const all = [];
  let sum = 0;
  for (const letter of letters) {
    const code = letter.charCodeAt(0);
    const number = code - 35 - (code > 92 ? 1 : 0);
    sum += number;
    if (number < 90) {
      all.push(sum);
      sum = 0;
    }
  }
  return all;
};
// What the gaps between numbers come to.
/** @type {(letters: string) => number[]} */
const summed = (letters) => {
  let sum = 0;
  return numbersOf(letters).map((gap) => {
    sum += gap;
    return sum;
  });
};
/**
 * @type {(
 *   columns: Columns,
 *   marksOf: (said: string[]) => string[],
 * ) => (said: string[]) => Map<number, number>}
 */
const makeSubjects = (columns, marksOf) => {
  const [counts, which, units] = columns.slice(1).map(numbersOf);
  /** What each mark tells: place, units, place, units … @type {Map<number, number[]>} */
  const told = new Map();
  let next = 0;
  summed(columns[0]).forEach((mark, i) => {
    const list = [];
    for (const end = next + counts[i]; next < end; next++) list.push(which[next], units[next] - 9);
    told.set(mark, list);
  });
  // How much each place is meant by it, by the number of the place.
  return (said) => {
    const marks = new Set(marksOf(said).map((one) => placeOf(one, HASHES)));
    const known = [...marks].map((one) => told.get(one)).filter(Boolean);
    const meant = new Map();
    for (const list of known)
      for (let i = 0; i < list.length; i += 2)
        meant.set(list[i], (meant.get(list[i]) ?? 0) + list[i + 1] / Math.sqrt(known.length + 1));
    return meant;
  };
};
