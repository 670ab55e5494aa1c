// "Search" is a link to the questions; a script makes a dialog of it, and fetches the search only
// then.
const searchLink = document.querySelector("[data-guide=search-open]");
const searchRoot = searchLink && new URL("..", searchLink.href);
let searchCode;
const fetchSearch = () =>
  (searchCode ??= new Promise((found, lost) => {
    const script = document.createElement("script");
    Object.assign(script, {
      src: new URL("assets/search.js", searchRoot),
      onload: () => found(guideSearch),
      onerror: () => {
        searchCode = undefined;
        lost();
      },
    });
    document.head.append(script);
  }));
if (searchLink) {
  const open = (event) => {
    event.preventDefault();
    fetchSearch()
      .then((search) => search.open(searchRoot))
      .catch(() => {
        location.href = searchLink.href;
      });
  };
  const asked = (event) =>
    (event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) ||
    (event.key === "/" &&
      !event.target.matches("input, textarea") &&
      localStorage[`guide:${searchRoot.pathname}:slash`]);
  searchLink.addEventListener(
    "click",
    (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event),
  );
  document.addEventListener("keydown", (event) => {
    try {
      asked(event) && open(event);
    } catch {} // nothing can have been asked for where nothing may be kept
  });
}
