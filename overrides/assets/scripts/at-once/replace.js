// Links of a safety page take its place in the history, so that none of them stands behind Back.
addEventListener("click", (event) => {
  /** @type {HTMLAnchorElement} */
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (
    link?.origin !== location.origin ||
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  event.preventDefault();
  location.replace(link.href);
});
