// Words as the search compares them: without accents and apostrophes, British and American, plural and tense as one.
const FEW = new Set(("a an the is it its i we my our us me of to do does did how what why can could should would will he she they them him her his their you your and or in on for with be are am was were if this that there have has had get got so just at from about as by when who where which " +
  "im ive id ill weve youre youve hes shes theyre theyve thats whats lets dont doesnt didnt cant isnt arent wasnt havent hasnt wont wouldnt couldnt shouldnt ever even really any some too up go going please help need want make makes keep keeps being been than then into over out not no " +
  "skill skills tip tips advice idea ideas rule rules way ways example examples best near like said saying think thinks thinking good one never let every find see much very gets getting says today tomorrow problem problems issue issues trouble thing things stuff anymore always all time other each someone somebody everyone everybody anyone anybody people person use using used").split(" "));
const IRREGULAR = {
  lied: "lie", lying: "lie", lieing: "lie", liar: "lie", lies: "lie", fought: "fight", left: "leave", told: "tell", felt: "feel", fell: "fall", slept: "sleep", children: "child", kids: "kid", wives: "wife", men: "man", women: "woman",
  dying: "die", died: "die", die: "die", hurting: "hurt", said: "say", broke: "break", broken: "break", chose: "choose", forgave: "forgive", forgiven: "forgive",
  spent: "spend", spoke: "speak", spoken: "speak", gave: "give", given: "give", took: "take", taken: "take", caught: "catch", hidden: "hide", forgot: "forget", threw: "throw", grew: "grow", grown: "grow", held: "hold", paid: "pay", sent: "send", kept: "keep",
  goes: "go", gone: "go", going: "go", went: "go", came: "come", bought: "buy", saw: "see", seen: "see", got: "get", thought: "think", lost: "lose", thrown: "throw",
};

// "Does not" as "doesnt".
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "").replace(/\bwill not\b/g, "wont").replace(/\bcan ?not\b/g, "cant").replace(/\b(do|does|did|is|are|was|were|have|has|had|would|could|should) not\b/g, "$1nt").split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const cut = (word) => {
  if (word.length < 4) return word;
  let w = word.replace(/our(s|ed|ing|al|ly|able|ite)?$/, "or$1").replace(/isation/, "ization").replace(/is(e|ed|es|ing|er)$/, "iz$1").replace(/ll(ed|ing|or|ors|er)$/, "l$1").replace(/logue/, "log");
  w = w.replace(/(ss|x|ch|sh)es$/, "$1").replace(/ies$/, "y").replace(/([^siu])s$/, "$1");
  if (/[aeiouy].*(ing|ed)$/.test(w) && w.length > 5) w = w.replace(/(ing|ed)$/, "").replace(/([^aeiouls])\1$/, "$1");
  w = w.replace(/(ful|ness|ment|ly)$/, "").replace(/ion$/, "").replace(/iv$|ive$/, "iv").replace(/e$/, "").replace(/y$/, "i");
  return w.length < 3 ? word : w;
};
const cuts = new Map(Object.entries(IRREGULAR).map(([word, base]) => [word, cut(base)]));
const stem = (word) => {
  if (!cuts.has(word)) cuts.set(word, cut(word));
  return cuts.get(word);
};
const stems = (text) => plain(text).map(stem);
// A phrase, with a space on either side, so that one can be looked for in another and no word is cut in two.
const phrase = (list) => ` ${list.join(" ")} `;
const within = (whole) => (said) => whole.includes(said);
