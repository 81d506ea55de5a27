// Published in the place of sw.js, this worker undoes what that one did: it removes
// what was kept of the site and then itself. The reader's next page comes from the
// network.
const mine = `bukti ${new URL("./", location).pathname} `;
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(mine)) await caches.delete(name);
  await registration.unregister();
})()));
