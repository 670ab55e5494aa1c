// People's words, one or several, and the places of the guide that they lead to; and what shows whether a query is about its subject.
const makeVocabulary = ({ words, topics, elsewhere, people, names }, { learn, accept }) => {
  const sayings = new Map(); // by their first word
  for (const [says, leads] of words) for (const said of says) {
    learn(said);
    const list = stems(said);
    sayings.set(list[0], [...sayings.get(list[0]) ?? [], { list, leads }]);
  }
  for (const one of elsewhere) accept(one);
  const persons = new Set(people.flatMap((name) => names[name] ?? []).flatMap(stems)), subject = new Set([...topics.flatMap(stems), ...persons]);
  const others = elsewhere.map((one) => phrase(stems(one)));

  // Each saying in the query, from word to word; one that lies within a longer one means nothing by itself.
  const meant = (asked) => {
    const found = asked.flatMap((word, from) => (sayings.get(word) ?? [])
      .filter(({ list }) => list.every((one, i) => asked[from + i] === one))
      .map(({ list, leads }) => ({ from, end: from + list.length, leads })));
    return found.filter((one) => !found.some((other) => other.end - other.from > one.end - one.from && other.from <= one.from && other.end >= one.end));
  };
  return { meant, person: (word) => persons.has(word), about: (asked) => asked.some((word) => subject.has(word)), elsewhere: (whole) => others.some(within(whole)) };
};
