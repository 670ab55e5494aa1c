// "Search" is a link to the questions; a script makes a dialog of it, and fetches the search only then.
(() => {
  const link = document.querySelector("[data-guide=search-open]");
  if (!link) return;
  let asked;
  const open = (event) => {
    event.preventDefault();
    const root = new URL("..", link.href);
    asked ??= new Promise((found, lost) => {
      const script = document.createElement("script");
      Object.assign(script, { src: new URL("assets/search.js", root), onload: found, onerror: lost });
      document.head.append(script);
    });
    asked.then(() => openSearch(root), () => { location.href = link.href; });
  };
  link.addEventListener("click", (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event));
  document.addEventListener("keydown", (event) => event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && open(event));
})();
