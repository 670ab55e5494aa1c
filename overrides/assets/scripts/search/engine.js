// Ranks the places of a guide by the words of a query. No word has to match; the more, the rarer
// and the nearer to a heading, the better. Exact words before beginnings before misspellings; the
// vocabulary leads from people's words to places.
/** @type {(index: SearchIndex) => SearchEngine} */
const makeSearch = (index) => {
  const words = makeWords(index.language);
  const { few, stem } = words;
  const spelling = makeSpelling(words);
  const { learn } = spelling;
  for (const word of few) learn(word);
  const sameOf = words.heads(index.alike);
  const { alarmsOf, score, aboutOf } = makeLearnt(index, sameOf, words, learn);
  // What only the second piece of the index tells.
  /** @type {WholeIndex | undefined} */
  let whole;
  /** @type {(asked: string[]) => Map<number, number>} */
  let subjectsOf = () => new Map();
  const vocabulary = makeVocabulary(index, sameOf, words, spelling);
  const { places, addSome, each, rarity, longer, has } = makePlaces(words, learn);

  /** @type {(i: number) => (saying: Saying) => boolean} */
  const around =
    (i) =>
    ({ from, end }) =>
      i >= from && i < end;
  // What is looked for: each word that is not too common, and where each saying leads, its best
  // place first.
  /** @type {(spelt: string[], asked: string[], meant: Saying[]) => Terms} */
  const termsOf = (spelt, asked, meant) => {
    const spanned = (i) => meant.some((one) => one.end - one.from > 1 && around(i)(one));
    const own = asked.flatMap((word, i) => {
      if (few.has(spelt[i])) return [];
      const ways = new Map([[word, 1]]);
      if (word.length > 2 && (i === asked.length - 1 || !has(word)))
        for (const [other, part] of longer(word)) ways.set(other, 0.7 * part);
      return [
        {
          word,
          i,
          ways,
          weight:
            (has(word) ? rarity(word) : 3) *
            (spanned(i) ? 0.4 : 1) *
            (vocabulary.person(word) ? 0.3 : 1),
        },
      ];
    });
    const others = meant.map(({ from, end, leads }) => ({
      leads: new Map(leads.map((place, i) => [place, 0.65 ** i])),
      weight: 7.5 + 3 * (end - from),
    }));
    return { own, others };
  };

  /** @type {(terms: Terms) => Map<number, number>} */
  const scoresOf = ({ own, others }) => {
    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @type {Map<number, number>} */
    const hits = new Map();
    /** @type {(map: Map<number, number>, place: number, value: number) => void} */
    const put = (map, place, value) => map.set(place, (map.get(place) ?? 0) + value);
    for (const { ways, weight } of own) {
      const best = new Map();
      for (const [word, part] of ways)
        each(word, (place, value) => best.set(place, Math.max(best.get(place) ?? 0, value * part)));
      for (const [place, value] of best) {
        put(scores, place, value * weight);
        put(hits, place, weight);
      }
    }
    const possible = own.reduce((sum, { weight }) => sum + weight, 0);
    for (const [place, score] of scores)
      scores.set(place, score * (0.2 + (0.8 * hits.get(place)) / possible));
    for (const { leads, weight } of others)
      for (const [place, part] of leads) if (places[place]) put(scores, place, weight * part);
    return scores;
  };

  // What a reader can see to be about it, in the very words, comes first; a page about the site
  // itself comes last.
  /** @type {(number: number, whole: string, content: string, terms: Terms) => number} */
  const favoured = (number, whole, content, { own, others }) => {
    const place = places[number];
    const seen =
      own.filter(({ ways }) => [...ways.keys()].some((word) => place.seen.has(word))).length +
      others.filter(({ leads }) => leads.has(number)).length;
    let times = 1 + (0.5 * seen) / (own.length + others.length || 1);
    if (content.trim() && (within(place.own)(content) || within(place.own)(whole))) times *= 1.6;
    if (!place.heading) times *= 1.05;
    return times * (place.kind === "l" ? 0.6 : 1);
  };

  // What a unit of what was learnt is worth beside the points for words.
  const LEARNT = 7;
  /** @type {(said: string, asked: string[], terms: Terms, kinds: string) => Ranked[]} */
  const rank = (said, asked, terms, kinds) => {
    const about = subjectsOf(asked);
    const content = phrase(terms.own.map(({ word }) => word));
    /** @type {Map<string, number[]>} */
    const byPage = new Map();
    const scores = scoresOf(terms);
    for (const [number, units] of about)
      if (units > 0 && !scores.has(number) && places[number]) scores.set(number, 0);
    const scored = [...scores]
      .filter(([number]) => kinds.includes(places[number].kind))
      .sort(
        ([a, one], [b, other]) =>
          other + LEARNT * (about.get(b) ?? 0) - one - LEARNT * (about.get(a) ?? 0),
      )
      .slice(0, 400); // in a large guide
    const found = scored.map(([number, score]) => ({
      number,
      place: places[number],
      points: score * favoured(number, said, content, terms),
    }));
    found.sort((a, b) => b.points - a.points);
    for (const {
      place: { address },
      points,
    } of found)
      byPage.set(address, [...(byPage.get(address) ?? []), points].slice(0, 4));
    // A page that has more about it is the better place to be sent to.
    for (const one of found)
      one.points +=
        byPage
          .get(one.place.address)
          .slice(1)
          .reduce((sum, points) => sum + points, 0) / 12;
    for (const one of found) one.points += LEARNT * (about.get(one.number) ?? 0);
    return found.sort((a, b) => b.points - a.points);
  };

  // The best; of pages not all from one of them.
  /** @type {(found: Ranked[], most: number, again: number) => Place[]} */
  const chosen = (found, most, again) => {
    /** @type {Place[]} */
    const results = [];
    /** @type {Map<string, number>} */
    const times = new Map();
    const pool = found.slice(0, 60);
    /** @type {(one: Ranked) => number} */
    const worth = ({ place, points }) => points * again ** (times.get(place.address) ?? 0);
    while (pool.length && results.length < most) {
      const best = pool.reduce((one, other) => (worth(other) > worth(one) ? other : one));
      if (results.length > 3 && worth(best) < 0.15 * found[0].points) break;
      times.set(best.place.address, (times.get(best.place.address) ?? 0) + 1);
      results.push(best.place);
      pool.splice(pool.indexOf(best), 1);
    }
    return results;
  };

  const TELLING = new Set(["i", "we", "us", "our", "me", "my"]);
  // Whether it is about what the guide is about: "sure", "unsure" or "no".
  /**
   * @param {string[]} typed
   * @param {string[]} asked
   * @param {Saying[]} meant
   * @param {Terms} terms
   */
  const certainty = (typed, asked, meant, { own }) => {
    const said = (i) => meant.some(around(i));
    const about = vocabulary.about(asked);
    // Somebody's own story.
    const telling = typed.length > 5 && typed.some((word) => TELLING.has(word));
    const unknown = own.filter(
      ({ word, ways, i }) => !has(word) && ways.size === 1 && !said(i),
    ).length;
    // A word by itself that was put right has nothing beside it that tells it from a slip.
    const heard = typed.length > 1 ? typed.map(stem) : asked;
    // Where a saying of ours stands in it, more must speak for another subject.
    if (whole.elsewhere && score(heard, whole.elsewhere) > (meant.length ? 2 : 0))
      return unknown === own.length ? "no" : "unsure";
    if (about || telling || (meant.length && !own.length)) return "sure";
    if (unknown === own.length) return "no";
    return unknown < own.length / 2 ? "sure" : "unsure";
  };

  // Where a query speaks of danger, nothing is shown but what is meant for somebody in danger.
  /** @type {(alarm: Haven | undefined, questions: boolean) => string} */
  const kindsOf = (alarm, questions) =>
    alarm === undefined ? (questions ? "qc" : "pqcswl") : questions ? "c" : "cs";

  // What is meant for somebody in danger comes first where a query speaks of it, or a saying leads
  // there; never by a word.
  /** @type {(near: Place[], terms: Terms) => Place[]} */
  const calm = (near, { others }) => {
    const led = new Set(
      others.flatMap(({ leads }) => [...leads.keys()]).map((number) => places[number]),
    );
    const first = near.find((place) => !"sc".includes(place.kind) || led.has(place));
    return first ? [first, ...near.filter((place) => place !== first)] : near;
  };

  // In danger the likeliest other pages for it come next; of questions all that are for it are
  // shown, those that match before the others.
  const OTHERS = 3;
  /** @type {(haven: Haven) => Place | undefined} */
  const pageOf = ({ address }) =>
    places.find((place) => place.address === address && !place.heading);
  /** @type {(danger: Haven[], near: Place[], questions: boolean) => Place[]} */
  const inDanger = (danger, near, questions) => {
    const others = questions
      ? places.filter(({ kind }) => kind === "c")
      : [...new Set(danger.map(pageOf))].filter(Boolean).slice(0, OTHERS);
    return [...new Set(questions ? [...near, ...others] : [...others, ...near])];
  };

  // Where a query may speak of danger, though not plainly, the likeliest place for it comes second:
  // no alarm, and near at hand.
  const PERHAPS = -7;
  /** @type {(results: Place[], asked: string[], unsure: boolean) => Place[]} */
  const withPerhaps = (results, asked, unsure) => {
    const [likely] = alarmsOf(asked, PERHAPS);
    const place =
      likely &&
      places.find(
        ({ address, fragment }) => address === likely.address && fragment === likely.fragment,
      );
    if (!place || results[0] === place) return results;
    const others = results.filter((one) => one !== place);
    const ahead = unsure ? 0 : 1;
    return [...others.slice(0, ahead), place, ...others.slice(ahead)];
  };

  const NOTHING = { results: [], nearest: [], unsure: false, spelt: "", isSought: () => false };
  /** @type {Find} */
  const find = (query, { questions = false, most = 10 } = {}) => {
    const typed = plain(query);
    // Without all words of the guide any of them would be taken for a slip.
    const spelt = whole ? spelling.spelt(typed) : typed;
    const asked = spelt.map(stem);
    // A word that was put right may have been put wrong; as it was typed it must speak the more
    // plainly.
    const told = [alarmsOf(asked), alarmsOf(typed.map(stem), 2)];
    const danger = told.find(({ length }) => length) ?? [];
    const [alarm] = danger;
    const meant = vocabulary.meant(asked);
    const terms = termsOf(spelt, asked, meant);
    const near = chosen(
      rank(phrase(asked), asked, terms, kindsOf(alarm, questions)),
      most,
      questions ? 1 : 0.5,
    );
    if (!danger.length && !whole) return { ...NOTHING, alarm, waits: true };
    const sought = new Set(terms.own.flatMap(({ ways }) => [...ways.keys()]));
    const certain = danger.length ? "sure" : certainty(typed, asked, meant, terms);
    const found = danger.length
      ? inDanger(danger, near, questions)
      : certain === "no"
        ? []
        : calm(near, terms);
    const unsure = certain === "unsure" || (certain === "sure" && !found.length);
    const plainly = danger.length || questions;
    const results = plainly ? found : withPerhaps(found, asked, unsure);
    return {
      results,
      nearest: near,
      alarm,
      // Help alone, beside what seems to be about something else, is no answer to it.
      unsure: unsure || (certain === "no" && results.length > 0),
      // Word by word: what is nearest may be a word without its ending.
      spelt: spelt
        .flatMap((word, i) => (word === typed[i] ? [] : `“${word}” for “${typed[i]}”`))
        .join(", "),
      waits: !whole,
      isSought: (word) => words.stems(word).some((one) => sought.has(one)),
    };
  };

  /** @type {SearchEngine["add"]} */
  const add = (piece, from, to) => {
    addSome(piece, from, to);
    spelling.forget();
  };
  /** @type {SearchEngine["complete"]} */
  const complete = (second) => {
    whole = second;
    vocabulary.take(second.says);
    const [meant, ...columns] = second.about;
    const subjects = makeSubjects(columns, aboutOf);
    subjectsOf = (asked) =>
      new Map([...subjects(asked.map(sameOf))].map(([number, units]) => [meant[number], units]));
  };
  return { find, add, complete };
};
