// The whole guide, kept on this device by a worker (worker.js): only when that is asked, and removed at a touch.
(() => {
  const whole = document.querySelector("[data-worker]"), workers = navigator.serviceWorker;
  if (!workers || !window.caches || location.protocol === "file:") return whole.remove();
  const tool = (name) => whole.querySelector(`[data-guide=${name}]`);
  const keep = tool("keep-guide"), remove = tool("remove-guide"), said = whole.querySelector("[role=status]");
  const address = new URL(whole.dataset.worker, location), root = new URL("./", address);
  let current; // what the reader asked for last, until it is removed

  const show = (words, kept) => {
    const here = whole.contains(document.activeElement);
    said.textContent = words;
    keep.hidden = kept;
    remove.hidden = !kept;
    whole.hidden = false;
    if (here) (kept ? remove : keep).focus();
  };
  // Another site may stand on the same host: what is its own stays.
  const ours = async () => (await workers.getRegistrations()).find(({ scope }) => scope === root.href);
  // File by file first: a whole cache is only wiped from the disk once no page or worker holds it any more.
  const drop = async (name) => {
    const cache = await caches.open(name);
    await Promise.all((await cache.keys()).map((file) => cache.delete(file)));
    await caches.delete(name);
  };
  const empty = async () => {
    await (await ours())?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(`guide:${root.pathname}:`));
    await Promise.all(names.map(drop));
  };
  const started = ({ active, waiting, installing }) => active ?? new Promise((done, lost) => {
    const worker = waiting ?? installing;
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") done(worker);
      if (worker.state === "redundant") lost();
    });
  });
  const ask = (worker) => new Promise((done, lost) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => data ? done(true) : lost();
    worker.postMessage("keep", [port2]);
  });
  const follow = async (registering) => {
    const asked = current = {};
    const kept = await registering.then(started).then(ask).catch(() => false);
    if (kept && asked === current) return show("It is kept on this device.", true);
    if (current && asked !== current) return; // asked for anew meanwhile
    await empty().catch(() => {}); // a browser that keeps nothing has nothing to remove
    if (asked === current) show("It could not be kept. Perhaps there is no room, the connection broke off, or this window keeps nothing. Nothing of it is left on this device.", false);
  };
  keep.addEventListener("click", () => {
    show("It is being kept. You can read on meanwhile.", true);
    follow(workers.register(address));
  });
  remove.addEventListener("click", async () => {
    current = undefined;
    await empty();
    show("What was kept is gone from this device. Your browser’s history is not.", false);
  });
  // Before the first press nothing asks for `caches`: even to look into them makes a browser note the site's name.
  // What is kept can be removed before the worker has told whether all of it is there.
  const begin = (kept) => {
    if (!kept) return show(said.textContent, false);
    show("\u00a0", true);
    return follow(Promise.resolve(kept));
  };
  ours().then(begin, () => whole.remove());
})();
