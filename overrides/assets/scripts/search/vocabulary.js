// People's words, one or several, and the places of the guide that they lead to; and what shows whether a query is about its subject.
const makeVocabulary = ({ words, alike, topics, elsewhere, people, names }, { learn, accept }) => {
  // Within a saying it is one who does it, and to whom: "his ex", "my wifes ex".
  const same = new Map(alike.flatMap((list) => stems(list).map((word, _, [first]) => [word, first])));
  const sameOf = (word) => same.get(word) ?? word;
  const sayings = new Map(); // by their first word
  for (const [says, leads] of words) for (const said of unfold(says)) {
    learn(said);
    const list = stems(said).map(sameOf);
    if (!sayings.has(list[0])) sayings.set(list[0], []);
    sayings.get(list[0]).push({ list, leads });
  }
  const fields = unfold(elsewhere);
  for (const one of fields) accept(one);
  const persons = new Set(people.flatMap((name) => unfold(names[name] ?? "")).flatMap(stems)), subject = new Set([...topics.flatMap(stems), ...persons]);
  const others = fields.map((one) => phrase(stems(one)));

  // Each saying in the query, from word to word; one that lies within a longer one means nothing by itself.
  const meant = (asked) => {
    const heard = asked.map(sameOf);
    const found = heard.flatMap((word, from) => (sayings.get(word) ?? [])
      .filter(({ list }) => list.every((one, i) => heard[from + i] === one))
      .map(({ list, leads }) => ({ from, end: from + list.length, leads })));
    return found.filter((one) => !found.some((other) => other.end - other.from > one.end - one.from && other.from <= one.from && other.end >= one.end));
  };
  return { meant, person: (word) => persons.has(word), about: (asked) => asked.some((word) => subject.has(word)), elsewhere: (whole, rest) => others.some((one) => within(one.trim().includes(" ") ? whole : rest)(one)) };
};
