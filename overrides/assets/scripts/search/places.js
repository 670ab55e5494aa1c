// What can be found, and word by word where it stands and how much it counts there.
const WEIGHT = { heading: 3, also: 2.2, title: 3.3, line: 0.75 };
/**
 * @param {Words} words
 * @param {Learn} learn
 */
const makePlaces = ({ stems }, learn) => {
  /** @type {Place[]} */
  const places = [];
  /** Of each word: [place, value, place, value …]. @type {Map<string, number[]>} */
  const postings = new Map();
  /** Of a word's first three letters: such words. @type {Map<string, string[]>} */
  const byStart = new Map();

  /** @type {(fields: [weight: number, list: string[]][]) => Map<string, number>} */
  const values = (fields) => {
    const all = new Map();
    for (const [weight, list] of fields)
      for (const word of new Set(list)) {
        const value = weight / (1 + 0.04 * list.length);
        const other = all.get(word) ?? 0;
        all.set(word, Math.max(other, value) + 0.12 * Math.min(other, value));
      }
    return all;
  };
  const add = (title, address, heading, fragment, line, also, kind) => {
    const own = stems(heading || title);
    const above = heading ? stems(title) : [];
    for (const [word, value] of values([
      [WEIGHT.heading, own],
      [WEIGHT.title, above],
      [WEIGHT.line, stems(line)],
      [WEIGHT.also, stems(also)],
    ])) {
      if (!postings.has(word)) {
        postings.set(word, []);
        const start = word.slice(0, 3);
        if (!byStart.has(start)) byStart.set(start, []);
        byStart.get(start).push(word);
      }
      postings.get(word).push(places.length, value);
    }
    learn(`${heading} ${title} ${line} ${also}`);
    places.push({
      number: places.length,
      title,
      address,
      heading,
      fragment,
      line,
      kind,
      own: phrase(own),
      seen: new Set([...own, ...above]),
    });
  };
  // Some places of a piece of the index: [from, to).
  /** @type {(piece: Piece, from: number, to: number) => void} */
  const addSome = ({ pages, page, heading, fragment, line, also, kind }, from, to) => {
    for (let i = from; i < to && i < page.length; i++)
      add(...pages[page[i]], heading[i], fragment[i], line[i], also[i], kind[i]);
  };
  /** @type {(word: string, use: (place: number, value: number) => void) => void} */
  const each = (word, use) => {
    const list = postings.get(word) ?? [];
    for (let i = 0; i < list.length; i += 2) use(list[i], list[i + 1]);
  };
  /** @type {(word: string) => number} */
  const rarity = (word) =>
    Math.log(1 + places.length / (1 + (postings.get(word)?.length ?? 0) / 2));
  // Words of the guide that begin so, with three letters at least, and how much of each that is.
  /** @type {(start: string) => [word: string, part: number][]} */
  const longer = (start) =>
    (byStart.get(start.slice(0, 3)) ?? [])
      .filter((word) => word !== start && word.startsWith(start))
      .map((word) => [word, start.length / word.length]);
  /** @type {(word: string) => boolean} */
  const has = (word) => postings.has(word);
  return { places, addSome, each, rarity, longer, has };
};
