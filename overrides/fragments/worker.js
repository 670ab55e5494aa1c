// Keeps this guide on a device for a reader who asked for that, and for nobody else. It asks no
// other host for anything. Pages come from the network first, for a help line may have changed; all
// else comes from what is kept. Scripts of a new edition have other addresses, so that no page
// meets those of the last. Two things stand in front of this: VERSION, what the edition is called,
// and FILES, each address with a mark of its content.

const ROOT = new URL("./", location.href);
const OURS = `guide:${ROOT.pathname}:`;
const KEPT = OURS + VERSION;
const MISSING = "404.html";
const PATIENCE = 3000; // milliseconds until a page that is kept no longer waits for the network

const addressOf = (path) => `${ROOT}${encodeURI(path)}`;
const keyOf = (path) => `${addressOf(path)}?${FILES.get(path)}`;
// Named, a cache is only looked into; opened, it would be made anew where a reader has just removed
// it.
const kept = (path) => caches.match(keyOf(path), { cacheName: KEPT });

// A browser asks the network itself for what is to be saved: a kept sheet is opened instead.
const WAY = /<a\b(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const PART = /\s+([^\s=>"']+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;
const opened = (way) =>
  way.replaceAll(PART, (part, name) => (name.toLowerCase() === "download" ? "" : part));
const toRead = async (page) => new Response((await page.text()).replaceAll(WAY, opened), page);
// The browser's own cache gets no second copy, which would outlive this one.
const fetched = async (path) => {
  const answer = await fetch(addressOf(path), { cache: "no-store", referrerPolicy: "no-referrer" });
  // Some hosts send even that page as one that is missing.
  if (!answer.ok && path !== MISSING) throw new Error(`${path}: ${answer.status}`);
  return /(^|\/|\.html)$/.test(path) ? toRead(answer) : answer;
};
// What was there before, in this edition or the last, is not fetched again.
const keep = async (path, cache) =>
  cache.put(keyOf(path), (await caches.match(keyOf(path))) ?? (await fetched(path)));
const isWhole = async () =>
  (await caches.has(KEPT)) && (await (await caches.open(KEPT)).keys()).length === FILES.size;
// File by file first: a whole cache is only wiped from the disk once no page or worker holds it any
// more.
const drop = async (name) => {
  const cache = await caches.open(name);
  await Promise.all((await cache.keys()).map((file) => cache.delete(file)));
  await caches.delete(name);
};
// All or nothing: half a guide is no guide, and a trace none the less.
const keepAll = async () => {
  if (await isWhole()) return;
  const cache = await caches.open(KEPT);
  try {
    await Promise.all([...FILES.keys()].map((path) => keep(path, cache)));
    if (!(await isWhole())) throw new Error("It was removed meanwhile.");
  } catch (error) {
    await drop(KEPT);
    throw error;
  }
};

const older = async () =>
  (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);
// A new edition follows one that is kept; the first is kept when the page asks for it.
const install = async () => {
  if ((await older()).length) await keepAll();
  await skipWaiting();
};
const activate = async () => {
  await Promise.all((await older()).map(drop));
  await clients.claim();
};
/** @type {(event: ExtendableMessageEvent) => Promise<void>} */
const answer = ({ ports: [page] }) =>
  keepAll().then(
    () => page.postMessage(true),
    () => page.postMessage(false),
  );

const missing = async () => {
  const page = await kept(MISSING);
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
};
const page = async (request, path) => {
  const asked = fetch(request, { cache: "no-cache" }).catch(() => {});
  const copy = await kept(path);
  const fresh = await (copy
    ? Promise.race([asked, new Promise((late) => setTimeout(late, PATIENCE))])
    : asked);
  // Whatever is wrong with the host, what is kept is better; and a host may lead elsewhere.
  return fresh?.ok || fresh?.type === "opaqueredirect" ? fresh : (copy ?? fresh ?? missing());
};
const file = async (request, path) => (await kept(path)) ?? fetch(request);

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.waitUntil(answer(event)));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT.href)) return;
  const path = decodeURIComponent(new URL(request.url).pathname).slice(
    decodeURIComponent(ROOT.pathname).length,
  );
  if (request.mode === "navigate") event.respondWith(page(request, path));
  else if (FILES.has(path)) event.respondWith(file(request, path));
});
