// The worker that keeps the site on the reader's device, so that it opens at once and
// without a network. It knows one version of the site, told by `site`, which the build
// writes before this: {version, first, program, languages: {LANG: {list, digest, size,
// device, lost}}}. A list names every file of a language by what its type contains:
// {html: {"en/": [digest, size]}, …, wasm: {…}}.
//
// A file is kept only when it is, byte for byte, what the list says: an error page, a
// captive portal's greeting or half of a download is not. Each version has a cache of
// its own, so pages and program always fit together; a version that is not whole is
// never installed, and the one before it stays. The program, most of the bytes, is kept
// compressed where the browser can do that.
const root = new URL("./", location).pathname;
const mine = `bukti ${root} `; // other sites may share the origin and its caches
const current = mine + site.version;
const notes = root + "?old"; // what is to be removed, and whose pages must be closed first
const packs = "CompressionStream" in self;
const room = site.program[+packs]; // that the program takes

const languageOf = (path) => path.split("/")[0] in site.languages ? path.split("/")[0] : path ? "" : site.first;
const pathOf = (url) => {
  const {origin, pathname} = new URL(url);
  return origin === location.origin && pathname.startsWith(root) ? pathname.slice(root.length) : null;
};
const own = async () => (await caches.keys()).filter((name) => name.startsWith(mine));
const paths = async (cache) => (await cache.keys()).map(({url}) => pathOf(url));
const hash = async (body) => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 9)));

// A copy of a response without what was true of its transport only, or null.
const whole = async (response, type, digest) => {
  if (response?.status !== 200 || !response.headers.get("content-type")?.includes(type)) return null;
  const body = await response.arrayBuffer();
  if (await hash(body) !== digest) return null;
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(body, {headers});
};

const through = (response, stream, headers) => new Response(response.body.pipeThrough(stream), {headers: {"content-type": response.headers.get("content-type"), ...headers}});
const pack = (response) => through(response, new CompressionStream("gzip"), {"content-encoding": "gzip"});

// What a cache keeps of a path, as it came.
const read = async (name, path) => {
  const kept = await (await caches.open(name)).match(root + path);
  return kept?.headers.has("content-encoding") ? through(kept, new DecompressionStream("gzip")) : kept;
};

// Keeps a file: what an older version kept, if it is the same, or from the network.
const keep = async (cache, path, type, digest) => {
  const key = root + path;
  if (await cache.match(key)) return;
  let found;
  for (const name of await own()) found ||= await whole(await read(name, path), type, digest);
  for (const mode of [type === "html" ? "no-cache" : "default", "reload"]) {
    found ||= await whole(await fetch(key, {cache: mode, priority: "low"}), type, digest);
  }
  if (!found) throw new Error(`${key} is not what this version of the site says`);
  await cache.put(key, packs && type === "wasm" ? pack(found) : found);
};

// Keeps a language, with the program or without it, and tells how many bytes there are.
const save = async (lang, program, tell) => {
  const cache = await caches.open(current), {list, digest} = site.languages[lang];
  await keep(cache, list, "", digest);
  const files = Object.entries(await (await cache.match(root + list)).json())
    .flatMap(([type, files]) => type === "wasm" && !program ? [] : Object.entries(files).map((file) => [type, ...file]));
  const takes = ([type, , [, size]]) => type === "wasm" ? room : size;
  const of = files.reduce((sum, file) => sum + takes(file), 0);
  let n = 0;
  for (const file of files) {
    const [type, path, [digest]] = file;
    await keep(cache, path, type, digest);
    tell?.({n: n += takes(file), of});
  }
};

// What is kept: languages that are whole, and whether the program is.
const state = async () => {
  const cache = await caches.open(current), kept = new Set(await paths(cache)), languages = {};
  for (const [lang, {list, size}] of Object.entries(site.languages)) {
    const files = await (await cache.match(root + list))?.json();
    const saved = files && Object.entries(files).every(([type, files]) => type === "wasm" || Object.keys(files).every((path) => kept.has(path)));
    languages[lang] = {size, saved: !!saved};
  }
  return {languages, program: {size: room, saved: [...kept].some((path) => path.endsWith(".wasm"))}};
};

const retire = async () => {
  for (const name of await own()) await caches.delete(name);
  await registration.unregister();
};

// Removes what older versions kept, once no page of theirs is open.
const tidy = async () => {
  const cache = await caches.open(current), note = await cache.match(notes);
  if (!note) return;
  const {names, ids} = await note.json();
  for (const id of ids) if (await clients.get(id)) return;
  for (const name of names) await caches.delete(name);
  await cache.delete(notes);
};

const install = async () => {
  const before = (await Promise.all((await own()).map(async (name) => paths(await caches.open(name))))).flat();
  const open = (await clients.matchAll({type: "window", includeUncontrolled: true})).map(({url}) => pathOf(url));
  const wanted = Object.keys(site.languages).filter((lang) =>
    open.some((path) => path !== null && languageOf(path) === lang) || before.some((path) => path.startsWith(`assets/offline.${lang}.`)));
  const program = before.some((path) => path.endsWith(".wasm")) && !navigator.connection?.saveData;
  try {
    for (const lang of wanted.length ? wanted : [site.first]) await save(lang, program);
  } catch (error) {
    if (error.name === "QuotaExceededError") await caches.delete(current); // the rest of the device needs the room
    throw error;
  }
};

const activate = async () => {
  await registration.navigationPreload?.enable();
  const names = (await own()).filter((name) => name !== current);
  const ids = (await clients.matchAll({type: "window"})).map(({id}) => id);
  if (names.length) await (await caches.open(current)).put(notes, new Response(JSON.stringify({names, ids})));
  await clients.claim();
  await tidy();
};

// Asks the network behind the reader's back whether the page is another by now, which
// means a new version. A site that is gone from this address takes its worker along.
const refresh = async (event, kept) => {
  await tidy();
  const fresh = await event.preloadResponse;
  if (!fresh || await hash(await fresh.arrayBuffer()) === await hash(await kept.arrayBuffer())) return;
  try {
    await registration.update();
  } catch {
    if ([404, 410].includes((await fetch(location, {cache: "no-store"})).status)) await retire();
  }
};

// Says that a page is not kept, in its language or another one that is; the front page
// in the default language gives way to the one that is.
const lost = async (cache, path, search) => {
  const {languages} = await state();
  const saved = [languageOf(path), ...Object.keys(languages)].find((lang) => languages[lang]?.saved);
  if (!saved) return Response.error();
  if (!path) return Response.redirect(`${root}${saved}/${search}`);
  const text = await (await cache.match(root + site.languages[saved].lost)).text();
  const filled = text.replaceAll("{{root}}", root).replaceAll("{{here}}", root + path + search);
  return new Response(filled, {status: 503, headers: {"content-type": "text/html; charset=utf-8"}});
};

const page = async (event, path, search) => {
  const cache = await caches.open(current), key = root + path.replace(/(^|\/)index\.html$/, "$1");
  const kept = await cache.match(key);
  if (kept) {
    event.waitUntil(refresh(event, kept.clone()).catch(() => {}));
    return kept;
  }
  if (!key.endsWith("/") && await cache.match(key + "/")) return Response.redirect(key + "/" + search);
  try {
    const fresh = await event.preloadResponse || await fetch(event.request);
    if (fresh.type !== "error") return fresh; // which is how Firefox says that a preload failed
  } catch {
    // there is no network
  }
  return lost(cache, path, search);
};

const file = async (request, path) => {
  for (const name of [current, ...await own()]) {
    const kept = await read(name, path);
    if (kept) return kept;
  }
  return fetch(request);
};

// Embeds and what is for programs are the network's, unless a reader opens them by
// themselves. The worker that compiles for an embed asks in no embed's name, so it gets a kept program.
const foreign = /^([^/]+\/embed|demo|oembed|data|healthz)\b/;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const {request} = event, path = pathOf(request.url);
  if (request.method !== "GET" || path === null) return;
  if (request.mode === "navigate") {
    if (request.destination === "document") event.respondWith(page(event, path, new URL(request.url).search));
  } else if (![path, pathOf(request.referrer || request.url) ?? ""].some((path) => foreign.test(path))) {
    event.respondWith(file(request, path));
  }
});
addEventListener("message", (event) => {
  const {data, ports: [port]} = event;
  const tell = (message) => port.postMessage(message);
  const does = {
    apply: () => skipWaiting(),
    save: () => save(data.lang, data.program, tell),
    state,
    device: async () => (await file(root + site.languages[data.lang].device, site.languages[data.lang].device)).json(),
  };
  event.waitUntil(does[data.do]().then((done) => tell({done}), (error) => tell({failed: error.name})));
});
