// People's words, one or several, and the places of the guide that they lead to; and what shows whether a query is about its subject.
// In a saying it is one who does it, and to whom: "his ex", "my wifes ex"; and what is near is one: "never listens", "doesnt listen".
const ALIKE = new Map(["he she they", "hes shes theyre", "his her him their them", "himself herself themself themselves", "dont doesnt didnt never not wont wouldnt isnt arent wasnt werent hasnt havent hadnt", "cant couldnt", "mother mum mom mam mummy", "father dad", "child kid",
  "partner husband hubby wife boyfriend girlfriend bf gf fiance fiancee spouse missus", "woman girl lady", "man guy bloke lad", "talk speak chat", "text message", "fight argue row quarrel", "mate pal"].flatMap((line) => stems(line).map((word, _, [first]) => [word, first])));
const alike = (word) => ALIKE.get(word) ?? word;
const makeVocabulary = ({ words, topics, elsewhere, people, names }, { learn, accept }) => {
  const sayings = new Map(); // by their first word
  for (const [says, leads] of words) for (const said of says) {
    learn(said);
    const list = stems(said).map(alike);
    sayings.set(list[0], [...sayings.get(list[0]) ?? [], { list, leads }]);
  }
  for (const one of elsewhere) accept(one);
  const persons = new Set(people.flatMap((name) => names[name] ?? []).flatMap(stems)), subject = new Set([...topics.flatMap(stems), ...persons]);
  const others = elsewhere.map((one) => phrase(stems(one)));

  // Each saying in the query, from word to word; one that lies within a longer one means nothing by itself.
  const meant = (asked) => {
    const heard = asked.map(alike);
    const found = heard.flatMap((word, from) => (sayings.get(word) ?? [])
      .filter(({ list }) => list.every((one, i) => heard[from + i] === one))
      .map(({ list, leads }) => ({ from, end: from + list.length, leads })));
    return found.filter((one) => !found.some((other) => other.end - other.from > one.end - one.from && other.from <= one.from && other.end >= one.end));
  };
  return { meant, person: (word) => persons.has(word), about: (asked) => asked.some((word) => subject.has(word)), elsewhere: (whole) => others.some(within(whole)) };
};
