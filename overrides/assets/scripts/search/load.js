// Fetches the index. Its first piece is enough to tell danger, and where help is; the second to
// search with; the others join while somebody reads.
const searchSource = /** @type {HTMLScriptElement} */ (document.currentScript).src;
/** @type {SearchCode["load"]} */
const loadSearch = (() => {
  /** @type {(address: URL) => Promise<any>} */
  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };
  // In a folder that somebody took along no script may read a file: there the pieces are scripts.
  /** @type {(address: string, root: URL) => Promise<any>} */
  const run = (address, root) =>
    new Promise((onload, onerror) =>
      document.head.append(
        make("script", { src: new URL(address.replace(".json", ".js"), root), onload, onerror }),
      ),
    ).then(() => searchPieces[address]);
  /** @type {(address: string, root: URL) => Promise<any>} */
  const read = (address, root) => (inFolder ? run(address, root) : fetched(new URL(address, root)));
  // In slices, so that a slow phone goes on taking what is typed.
  /** @type {(search: SearchEngine, piece: Piece) => Promise<void>} */
  const take = async (search, piece) => {
    for (let from = 0; from < piece.page.length; from += 100) {
      search.add(piece, from, from + 100);
      await new Promise((go) => setTimeout(go));
    }
  };
  // Nobody asks in more words, or longer ones.
  /** @type {(query: string) => string} */
  const within = (query) =>
    query
      .slice(0, 9999)
      .split(/\s+/)
      .slice(0, 100)
      .map((word) => word.slice(0, 40))
      .join(" ")
      .trimEnd();
  // The index is called after the folder of this very script: what one of another day has written
  // it cannot read.
  const first = `search/${searchSource.split("/").slice(-2)[0]}.json`;
  /** @type {SearchCode["load"]} */
  const load = async (root) => {
    const index = await read(first, root);
    const search = makeSearch(index);
    await take(search, index);
    const [second, ...others] = index.more;
    const whole = (async () => {
      const piece = /** @type {WholeIndex} */ (await read(second, root));
      await take(search, piece);
      search.complete(piece);
    })();
    const rest = (async () => {
      await whole;
      for (const address of others) await take(search, await read(address, root));
    })();
    /** @type {Promise<Lines> | undefined} */
    let lines;
    return {
      ...index,
      readLines: () => (lines ??= read(index.lines, root)),
      find: (query, options) => search.find(within(query), options),
      whole,
      // What has come is searched.
      rest: rest.catch(() => {}),
    };
  };
  /** @type {Promise<Search> | undefined} */
  let loading;
  const forget = () => {
    loading = undefined;
  };
  return (root) =>
    (loading ??= load(root).then(
      (search) => {
        search.whole.catch(forget);
        return search;
      },
      (error) => {
        forget();
        throw error;
      },
    ));
})();
