// Of what stands at a place that was found, the part around what was looked for.
const LETTERS = 90;
// How much is shown of what comes before, where no sentence begins there.
const BEFORE = 30;
/** @type {(text: string, isSought: (word: string) => boolean) => (Node | string)[]} */
const partAround = (text, isSought) => {
  const words = [...text.matchAll(/[\p{L}\p{N}’']+/gu)].map(({ 0: word, index }) => ({
    at: index,
    end: index + word.length,
    sought: isSought(word),
  }));
  const hits = words.filter(({ sought }) => sought);
  // Where most of them stand side by side.
  const after = ({ at }) => hits.filter((hit) => hit.at >= at && hit.end <= at + LETTERS - BEFORE);
  const first = hits.reduce(
    (best, hit) => (after(hit).length > after(best).length ? hit : best),
    hits[0] ?? { at: 0, end: 0 },
  );
  const starts = words.filter(({ at }) => at > first.at - BEFORE && at <= first.at);
  const sentence = starts.find(({ at }) => /[.!?:…]["”’)]* \P{L}*$/u.test(text.slice(0, at)));
  const last = after(first).pop()?.end ?? 0;
  const latest = words.find(({ at }) => at >= text.length - LETTERS)?.at ?? 0;
  const start = last <= LETTERS ? 0 : Math.min((sentence ?? starts[0]).at, latest);
  const end =
    text.length > start + LETTERS
      ? (words.filter((word) => word.at >= start && word.end <= start + LETTERS).pop()?.end ??
        start + LETTERS)
      : text.length;
  const shown = hits.filter((hit) => hit.at >= start && hit.end <= end);
  return [
    start ? "…" : "",
    ...shown.flatMap(({ at, end: over }, i) => [
      text.slice(shown[i - 1]?.end ?? start, at),
      make("mark", { textContent: text.slice(at, over) }),
    ]),
    text.slice(shown[shown.length - 1]?.end ?? start, end),
    end < text.length ? "…" : "",
  ];
};
