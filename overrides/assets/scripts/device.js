// The whole guide, kept on this device by a worker (worker.js): only when that is asked, and
// removed at a touch.
(() => {
  /** @type {HTMLElement} */
  const whole = document.querySelector("[data-worker]");
  const workers = navigator.serviceWorker;
  if (!workers || !window.caches || location.protocol === "file:") return whole.remove();
  /** @type {(name: string) => HTMLButtonElement} */
  const tool = (name) => whole.querySelector(`[data-guide=${name}]`);
  const keep = tool("keep-guide");
  const remove = tool("remove-guide");
  const said = whole.querySelector("[role=status]");
  const address = new URL(whole.dataset.worker, location.href);
  const root = new URL("./", address);
  /** What the reader asked for last, until it is removed. @type {object | undefined} */
  let current;

  /** @type {(words: string, kept: boolean) => void} */
  const show = (words, kept) => {
    const here = whole.contains(document.activeElement);
    said.textContent = words;
    keep.hidden = kept;
    remove.hidden = !kept;
    whole.hidden = false;
    if (here) (kept ? remove : keep).focus();
  };
  // Another site may stand on the same host: what is its own stays.
  const ours = async () =>
    (await workers.getRegistrations()).find(({ scope }) => scope === root.href);
  // File by file first: a whole cache is only wiped from the disk once no page or worker holds it
  // any more.
  /** @type {(name: string) => Promise<void>} */
  const drop = async (name) => {
    const cache = await caches.open(name);
    await Promise.all((await cache.keys()).map((file) => cache.delete(file)));
    await caches.delete(name);
  };
  // A window that lets nobody look into caches has none.
  const allNames = () =>
    caches.keys().catch((error) => {
      if (error.name !== "SecurityError") throw error;
      return [];
    });
  const names = async () =>
    (await allNames()).filter((name) => name.startsWith(`guide:${root.pathname}:`));
  // Whether all of it is gone: what a browser refuses to remove must not be told as removed.
  const empty = async () => {
    try {
      await (await ours())?.unregister();
      await Promise.all((await names()).map(drop));
      return !(await ours()) && !(await names()).length;
    } catch {
      return false;
    }
  };
  const STUCK =
    "Some of it may still be on this device. " +
    "Try again, or clear this site’s data in your browser’s settings.";
  const GONE = "What was kept is gone from this device. Your browser’s history is not.";
  /** @type {(registration: ServiceWorkerRegistration) => ServiceWorker | Promise<ServiceWorker>} */
  const started = ({ active, waiting, installing }) =>
    active ??
    new Promise((done, lost) => {
      const worker = waiting ?? installing;
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") done(worker);
        if (worker.state === "redundant") lost();
      });
    });
  const ask = (worker) =>
    new Promise((done, lost) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => (data ? done(true) : lost());
      worker.postMessage("keep", [port2]);
    });
  /** @type {(registering: Promise<ServiceWorkerRegistration>) => Promise<void>} */
  const follow = async (registering) => {
    const asked = {};
    current = asked;
    const kept = await registering
      .then(started)
      .then(ask)
      .catch(() => false);
    if (kept && asked === current) return show("It is kept on this device.", true);
    if (current && asked !== current) return; // asked for anew meanwhile
    const gone = await empty();
    const why =
      "It could not be kept. " +
      "Perhaps there is no room, the connection broke off, or this window keeps nothing.";
    if (asked === current)
      show(`${why} ${gone ? "Nothing of it is left on this device." : STUCK}`, !gone);
    else if (gone) show(GONE, false); // removed while it was being kept
  };
  keep.addEventListener("click", () => {
    show("It is being kept. You can read on meanwhile.", true);
    follow(workers.register(address));
  });
  remove.addEventListener("click", async () => {
    current = undefined;
    const gone = await empty();
    show(gone ? GONE : STUCK, !gone);
  });
  // Before the first press nothing asks for `caches`: even to look into them makes a browser note
  // the site's name. What is kept can be removed before the worker has told whether all of it is
  // there.
  const begin = (kept) => {
    if (!kept) return show(said.textContent, false);
    show("\u00a0", true);
    return follow(Promise.resolve(kept));
  };
  ours().then(begin, () => whole.remove());
})();
