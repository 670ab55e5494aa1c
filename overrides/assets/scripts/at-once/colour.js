// The colours that a reader asked us to remember, before the first paint. Guides that share a host
// each keep their own.
const root = document.documentElement;
try {
  root.dataset.colour = localStorage[`guide:${home}:colour`] || "";
} catch {}
