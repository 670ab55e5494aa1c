// People's words, one or several, and the places of the guide that they lead to; and what shows
// whether a query is about its subject.
/**
 * @param {Pick<SearchIndex, "topics" | "people">} index
 * @param {(word: string) => string} sameOf
 * @param {Words} words
 * @param {Spelling} spelling
 */
const makeVocabulary = ({ topics, people }, sameOf, { stems }, { learn }) => {
  // Within a saying it is one who does it, and to whom: "his ex", "my wifes ex".
  const sayings = new Map(); // by their first word
  /** @type {(says: WholeIndex["says"]) => void} */
  const take = (says) => {
    for (const [phrases, leads] of says)
      for (const said of unfold(phrases)) {
        learn(said);
        const list = stems(said).map(sameOf);
        if (!sayings.has(list[0])) sayings.set(list[0], []);
        sayings.get(list[0]).push({ list, leads });
      }
  };
  const persons = new Set(people.flatMap(stems));
  const subject = new Set([...topics.flatMap(stems), ...persons]);

  // Each saying in the query, from word to word; one that lies within a longer one means nothing by
  // itself.
  /** @type {(asked: string[]) => Saying[]} */
  const meant = (asked) => {
    const heard = asked.map(sameOf);
    const found = heard.flatMap((word, from) =>
      (sayings.get(word) ?? [])
        .filter(({ list }) => list.every((one, i) => heard[from + i] === one))
        .map(({ list, leads }) => ({ from, end: from + list.length, leads })),
    );
    return found.filter(
      (one) =>
        !found.some(
          (other) =>
            other.end - other.from > one.end - one.from &&
            other.from <= one.from &&
            other.end >= one.end,
        ),
    );
  };
  return {
    meant,
    take,
    /** @type {(word: string) => boolean} */
    person: (word) => persons.has(word),
    /** @type {(asked: string[]) => boolean} */
    about: (asked) => asked.some((word) => subject.has(word)),
  };
};
