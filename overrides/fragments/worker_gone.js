// This guide is no longer kept on devices. Where an earlier edition of it was, this takes all of
// that away, and itself.
const OURS = `guide:${new URL("./", location.href).pathname}:`;

const drop = async (name) => {
  const cache = await caches.open(name);
  await Promise.all((await cache.keys()).map((file) => cache.delete(file)));
  await caches.delete(name);
};
const remove = async () => {
  await Promise.all((await caches.keys()).filter((name) => name.startsWith(OURS)).map(drop));
  await registration.unregister();
};

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(remove()));
