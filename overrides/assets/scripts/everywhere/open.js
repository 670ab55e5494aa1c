// "Search" is a link to the questions; a script makes a dialog of it, and fetches the search only
// then.
/** @type {HTMLAnchorElement | null} */
const searchLink = document.querySelector("[data-guide=search-open]");
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
const searchRoot = new URL(home, src);
/** @type {Promise<SearchCode> | undefined} */
let searchCode;
const fetchSearch = () =>
  (searchCode ??= new Promise((found, lost) => {
    const script = document.createElement("script");
    Object.assign(script, {
      src: new URL("search.js", src),
      onload: () => found(guideSearch),
      onerror: () => {
        searchCode = undefined;
        lost();
      },
    });
    document.head.append(script);
  }));
if (searchLink) {
  const name = searchLink.textContent;
  /** @type {(event: Event) => void} */
  const open = (event) => {
    event.preventDefault();
    // On a slow line a press must not look as if nothing came of it.
    const slow = setTimeout(() => {
      searchLink.textContent = "Loading…";
    }, 500);
    fetchSearch()
      .then((search) => search.open(searchRoot))
      .catch(() => {
        location.href = searchLink.href;
      })
      .finally(() => {
        clearTimeout(slow);
        searchLink.textContent = name;
      });
  };
  /** @type {(event: KeyboardEvent) => unknown} */
  const asked = (event) =>
    (event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) ||
    (event.key === "/" &&
      !(/** @type {Element} */ (event.target).matches("input, textarea")) &&
      localStorage[`guide:${searchRoot.pathname}:slash`]);
  searchLink.addEventListener(
    "click",
    (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event),
  );
  addEventListener("keydown", (event) => {
    // Nothing can have been asked for where nothing may be kept.
    try {
      asked(event) && open(event);
    } catch {}
  });
}
