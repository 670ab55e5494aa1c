// Fetches the index. Its first piece is enough to search with; the others join while somebody
// reads.
const searchSource = /** @type {HTMLScriptElement} */ (document.currentScript).src;
/** @type {SearchCode["load"]} */
const loadSearch = (() => {
  /** @type {(address: URL) => Promise<SearchIndex>} */
  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };
  // In a folder that somebody took along no script may read a file: there the pieces are scripts.
  /** @type {(address: string, root: URL) => Promise<SearchIndex>} */
  const run = (address, root) =>
    new Promise((onload, onerror) =>
      document.head.append(
        make("script", { src: new URL(address.replace(".json", ".js"), root), onload, onerror }),
      ),
    ).then(() => searchPieces[address]);
  /** @type {(address: string, root: URL) => Promise<SearchIndex>} */
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
    const rest = (async () => {
      for (const address of index.more) await take(search, await read(address, root));
    })();
    return {
      ...index,
      find: (query, options) => search.find(within(query), options),
      // What has come is searched.
      rest: rest.catch(() => {}),
    };
  };
  /** @type {Promise<Search> | undefined} */
  let loading;
  return (root) =>
    (loading ??= load(root).catch((error) => {
      loading = undefined;
      throw error;
    }));
})();
