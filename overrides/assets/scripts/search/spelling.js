// Puts a misspelt word right: the nearest word that the guide, or its vocabulary, knows.
/** @type {(words: Words) => Spelling} */
const makeSpelling = ({ stem }) => {
  const known = new Map();
  const byLength = new Map();
  const seen = new Set();

  // Some words are looked for the more: as if they had been met so often.
  const learn = (text, times = 1) => {
    for (const word of plain(text)) {
      if (!known.has(word)) {
        if (!byLength.has(word.length)) byLength.set(word.length, []);
        byLength.get(word.length).push(word);
        seen.add(stem(word));
      }
      known.set(word, (known.get(word) ?? 0) + times);
    }
  };

  // Two words are no nearer than the letters that only one of them has: a bit a letter, quicker
  // than each way from the one to the other.
  const letters = (word) => {
    let set = 0;
    for (let i = 0; i < word.length; i++) set |= 1 << word.charCodeAt(i);
    return set;
  };
  const count = (set) => {
    let bits = 0;
    for (let left = set; left; left &= left - 1) bits++;
    return bits;
  };
  const apart = (one, other) => Math.max(count(one & ~other), count(other & ~one));

  // How far two words are apart: letters wrong, missing, added, or two of them swapped; more than
  // `most` is far.
  const distance = (a, b, most) => {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 0.9);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  };
  // "nesesary" sounds as "necessary" does.
  const sound = (word) =>
    word
      .replace(/dg/g, "g")
      .replace(/ph/g, "f")
      .replace(/c(?=[eiy])|z/g, "s")
      .replace(/[ck]+/g, "k")
      .replace(/(.)\1/g, "$1")
      .replace(/(?!^)[aeiouyhw]/g, "");

  // How much it takes to make the one of the other: as they are typed, or without their endings,
  // which hide a slip.
  const slips = (word, of, other, alike) => {
    // In four letters only a swap, which costs less.
    const most = word.length > 7 ? 2 : word.length > 4 ? 1 : 0.9;
    const limit = alike ? most + 1 : most;
    const far =
      Math.abs(word.length - other.length) > limit || apart(of, lettersOf(other)) > limit
        ? Infinity
        : distance(word, other, limit);
    return far > limit ? Infinity : alike ? far / 2 : far;
  };
  const lettersOf = once(letters);
  const soundOf = once(sound);
  const nearest = (word) => {
    const root = stem(word);
    const heard = sound(word);
    const ofWord = letters(word);
    const ofRoot = letters(root);
    let best = word;
    let least = Infinity;
    for (let length = Math.max(4, word.length - 3); length <= word.length + 3; length++)
      for (const other of byLength.get(length) ?? []) {
        if (other[0] !== word[0] && word.length < 8) continue; // "flying" is no slip for "lying"
        const alike = word.length > 4 && heard.length > 2 && soundOf(other) === heard;
        const far = Math.min(
          slips(word, ofWord, other, alike),
          slips(root, ofRoot, stem(other), false) + 0.1,
        );
        const cost =
          far + (other[0] === word[0] ? 0 : 0.6) - Math.min(0.4, Math.log(known.get(other)) / 12);
        if (cost < least) [best, least] = [other, cost];
      }
    return best;
  };

  const corrections = new Map();
  const puzzling = (word) => word.length > 3 && !known.has(word) && !seen.has(stem(word));
  const correct = (word) => {
    if (!corrections.has(word)) corrections.set(word, nearest(word));
    return corrections.get(word);
  };
  const begins = (start) => {
    const root = stem(start);
    for (const other of seen) if (other.startsWith(root)) return true;
    return false;
  };
  // The last word may not be typed to its end. Of a pasted page not each word is puzzled over:
  // nothing may hold "Leave" up.
  const spelt = (typed, most = 8) => {
    let puzzled = 0;
    return typed.map((word, i) => {
      if (!puzzling(word) || (i === typed.length - 1 && begins(word))) return word;
      return puzzled++ < most ? correct(word) : word;
    });
  };

  return { learn, spelt, forget: () => corrections.clear() };
};
