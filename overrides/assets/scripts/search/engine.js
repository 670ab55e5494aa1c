// Ranks the places of a guide by the words of a query. No word has to match; the more, the rarer and the nearer to a
// heading, the better. Exact words before beginnings before misspellings; the vocabulary joins people's words to ours.
const makeSearch = (index) => {
  const FEW = new Set(("a an the is it its i we my our us me of to do does did how what why can could should would will he she they them him her his their you your and or in on for with be are am was were if " +
    "this that there have has had get got so just at from about as by when who where which im ive dont doesnt cant isnt wont ever even really any some too up go going please help need want make makes when keep keeps being been than then into over out not no skill skills tip tips advice idea ideas rule rules way ways example examples best near today tomorrow problem problems issue issues trouble thing things stuff anymore always all time other each someone somebody people person").split(" "));
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // British and American, plural and tense, as one.
  const IRREGULAR = new Map(Object.entries({ lied: "lie", lying: "lie", liar: "lie", lies: "lie", fought: "fight", left: "leave", leaving: "leave", told: "tell", felt: "feel", fell: "fall", slept: "sleep",
    children: "child", kids: "kid", wives: "wife", men: "man", women: "woman", dying: "die", died: "die", die: "die", hurting: "hurt", said: "say", broke: "break", broken: "break", chose: "choose", forgave: "forgive", forgiven: "forgive" }));
  const stems = new Map();
  const stem = (word) => {
    if (!stems.has(word)) stems.set(word, IRREGULAR.get(word) ?? cut(word));
    return stems.get(word);
  };
  const cut = (word) => {
    if (word.length < 4) return word;
    let w = word.replace(/our(s|ed|ing|al|ly|able|ite)?$/, "or$1").replace(/isation/, "ization").replace(/is(e|ed|es|ing|er)$/, "iz$1").replace(/ll(ed|ing|or|ors|er)$/, "l$1").replace(/logue/, "log");
    w = w.replace(/(ss|x|ch|sh)es$/, "$1").replace(/ies$/, "y").replace(/([^siu])s$/, "$1");
    if (/[aeiouy].*(ing|ed)$/.test(w) && w.length > 5) w = w.replace(/(ing|ed)$/, "").replace(/([^aeiouls])\1$/, "$1");
    w = w.replace(/(ful|ness|ment|ly)$/, "").replace(/ion$/, "").replace(/iv$|ive$/, "iv").replace(/e$/, "").replace(/y$/, "i");
    return w.length < 3 ? word : w;
  };
  const words = (text) => plain(text).map(stem);

  // What is found, word by word: for each stem, the units it stands in and how much it counts there.
  const WEIGHT = { heading: 3, also: 2.2, title: 1.4, line: .6 };
  const postings = new Map(), known = new Map();
  const units = index.units.map(([page, heading = "", fragment = "", line = "", also = "", kind = "p"], number) => {
    const [title, address] = index.pages[page];
    const own = heading || title;
    const fields = { heading: words(own), title: heading ? words(title) : [], line: words(line) };
    const put = (list, weight, length) => {
      for (const word of new Set(list)) {
        if (!postings.has(word)) postings.set(word, new Map());
        const here = postings.get(word), value = weight / (1 + .045 * length);
        here.set(number, Math.max(here.get(number) ?? 0, value) + .12 * Math.min(here.get(number) ?? 0, value));
      }
    };
    for (const [name, list] of Object.entries(fields)) put(list, WEIGHT[name], list.length);
    for (const way of also.split("; ").filter(Boolean)) put(words(way), WEIGHT.also, plain(way).length);
    for (const word of plain(`${own} ${also} ${title} ${line}`)) known.set(word, (known.get(word) ?? 0) + 1);
    return { title, address, heading, fragment, line, kind, seen: new Set([...fields.heading, ...fields.title]), own: ` ${fields.heading.join(" ")} `, ways: also.split("; ").filter(Boolean).map((way) => ` ${words(way).join(" ")} `) };
  });
  const rarity = (word) => Math.log(1 + units.length / (1 + (postings.get(word)?.size ?? 0)));

  // People's words, one or several, and the words of ours that they mean.
  const vocabulary = index.words.flatMap(([says, means]) => says.map((said) => ({ said: ` ${words(said).join(" ")} `, means: means.flatMap(words) })));
  for (const [says] of index.words) for (const word of says.flatMap(plain)) known.set(word, (known.get(word) ?? 0) + 1);
  const names = Object.fromEntries(Object.entries(index.names).map(([name, list]) => [`$${name}`, list]));
  const alarms = index.alarms.map(([page, all, not]) => {
    const spread = (list) => list.flatMap((word) => names[word] ?? [word]).map((said) => ` ${words(said).join(" ")} `);
    for (const word of [...all, not].flat().flatMap((one) => names[one] ?? [one]).flatMap(plain)) known.set(word, (known.get(word) ?? 0) + 1);
    return { page, all: all.map(spread), not: spread(not) };
  });
  const topics = new Set([...index.words.flatMap(([, means]) => means.flatMap(words)), ...index.topics.flatMap(words)]);
  const subject = new Set(index.topics.flatMap(words));
  const people = new Set(index.people.flatMap((name) => index.names[name] ?? []).flatMap(words));
  const knownStems = new Set([...known.keys()].map(stem));

  // How far two words are apart: letters wrong, missing, added, or two of them swapped; more than `most` is far.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + .9);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last; last = row;
    }
    return last[b.length];
  };
  const corrections = new Map();
  const corrected = (word) => {
    if (word.length < 4 || known.has(word) || knownStems.has(stem(word)) || FEW.has(word)) return word;
    if (!corrections.has(word)) {
      const most = word.length > 7 ? 2 : word.length > 4 ? 1 : .9; // in four letters only a swap, which costs less
      let best = word, least = Infinity;
      for (const [other, count] of known) {
        if (other.length < 4 || (other[0] !== word[0] && word.length < 8)) continue; // "flying" is no slip for "lying"
        const far = distance(word, other, most);
        if (far > most) continue;
        const cost = far + (other[0] === word[0] ? 0 : .6) - Math.min(.4, Math.log(count) / 12);
        if (cost < least) [best, least] = [other, cost];
      }
      corrections.set(word, best);
    }
    return corrections.get(word);
  };

  return (query) => {
    const typed = plain(query);
    const spelt = typed.map((word, i) => i === typed.length - 1 && [...known.keys()].some((other) => other.startsWith(word)) ? word : corrected(word));
    const asked = spelt.map(stem), whole = ` ${asked.join(" ")} `;
    const alarm = alarms.find(({ all, not }) => all.every((list) => list.some((said) => whole.includes(said))) && !not.some((said) => whole.includes(said)))?.page;

    // Each word of the query is one thing to be found; what the vocabulary adds counts less, but as much as its phrase is long.
    const full = spelt.map((word, i) => ({ word, stem: asked[i] }));
    let wanted = full.filter(({ word }) => !FEW.has(word));
    const terms = wanted.map(({ word, stem: own }, i) => {
      const ways = new Map([[own, 1]]);
      if (!postings.has(own) || i === wanted.length - 1) {
        if (word.length > 2) for (const other of postings.keys()) if (other !== own && other.startsWith(own) && own.length > 2) ways.set(other, Math.max(ways.get(other) ?? 0, .7 * own.length / other.length));
      }
      return { ways, weight: postings.has(own) ? rarity(own) : 3 };
    });
    for (const { said, means } of vocabulary) {
      if (!whole.includes(said)) continue;
      const length = said.trim().split(" ").length;
      const ways = new Map(means.map((word) => [word, .8]));
      terms.push({ ways, weight: 2.2 + .8 * length, extra: true });
    }
    const scores = new Map(), hits = new Map();
    let possible = 0;
    for (const { ways, weight, extra } of terms) {
      const best = new Map();
      for (const [word, part] of ways) for (const [unit, value] of postings.get(word) ?? []) best.set(unit, Math.max(best.get(unit) ?? 0, value * part));
      if (!extra) possible += weight;
      for (const [unit, value] of best) {
        scores.set(unit, (scores.get(unit) ?? 0) + value * weight);
        if (!extra) hits.set(unit, (hits.get(unit) ?? 0) + weight);
      }
    }
    const phrase = ` ${wanted.map(({ stem: own }) => own).join(" ")} `;
    const found = [...scores].map(([number, score]) => {
      const unit = units[number];
      const share = possible ? (hits.get(number) ?? 0) / possible : 0;
      let points = score * (.45 + .55 * share);
      if (phrase.trim() && (unit.own.includes(phrase) || unit.own.includes(whole))) points *= 1.35;
      if (unit.ways.some((way) => way === whole || way === phrase)) points *= 1.6;
      else if (whole.length > 8 && unit.ways.some((way) => way.includes(whole) || whole.includes(way))) points *= 1.3;
      // What a reader can see to be about it: the heading, or the page's title, has the words or what they mean.
      const seen = terms.filter(({ ways }) => [...ways.keys()].some((word) => unit.seen.has(word))).length / (terms.length || 1);
      points *= 1 + .5 * seen;
      if (!unit.heading) points *= 1.15;
      else if (unit.kind === "q") points *= 1.08;
      return { unit, points };
    }).sort((a, b) => b.points - a.points);

    // Is it about what the guide is about? It names people, or most of its words are topics, words of the vocabulary,
    // or stand in the title of what was found.
    const telling = typed.length > 5 && typed.some((word) => ["i", "we", "us", "our", "me", "my"].includes(word)); // somebody's own story
    const named = telling || full.some(({ stem: own }) => people.has(own) || subject.has(own));
    const explained = new Set(vocabulary.filter(({ said }) => whole.includes(said)).flatMap(({ said }) => said.trim().split(" ")));
    const covered = wanted.filter(({ stem: own }) => topics.has(own) || explained.has(own) || found[0]?.unit.seen.has(own));
    const onTopic = named || covered.length > wanted.length / 2;
    const results = [], seen = new Map();
    for (const one of onTopic ? found : []) {
      if (results.length === 10 || one.points < .25 * found[0].points) break;
      const count = seen.get(one.unit.address) ?? 0;
      if (count === 2) continue; // one page does not fill the list
      seen.set(one.unit.address, count + 1);
      results.push(one.unit);
    }
    return { results, alarm, spelt: spelt.join(" ") === typed.join(" ") ? "" : spelt.join(" "), nearest: found.slice(0, 5).map(({ unit }) => unit) };
  };
};
