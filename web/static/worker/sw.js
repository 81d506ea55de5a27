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
const notes = "?old"; // what is to be removed, and whose pages must be closed first
const packs = "CompressionStream" in self;
const room = site.program[+packs]; // that the program takes

const languageOf = (path) => path.split("/")[0] in site.languages ? path.split("/")[0] : path ? "" : site.first;
const pathOf = (url) => {
  const {origin, pathname} = new URL(url);
  return origin === location.origin && pathname.startsWith(root) ? pathname.slice(root.length) : null;
};
const own = async () => (await caches.keys()).filter((name) => name.startsWith(mine));
// To open a cache would make it anew after the reader has had it forgotten.
const paths = async (name) => await caches.has(name) ? (await (await caches.open(name)).keys()).map(({url}) => pathOf(url)) : [];
const look = (name, path) => caches.match(root + path, {cacheName: name});
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
  const kept = await look(name, path);
  return kept?.headers.has("content-encoding") ? through(kept, new DecompressionStream("gzip")) : kept;
};

// A file, whole: what an older version kept, if it is the same, or from the network.
const find = async (path, type, digest) => {
  let found;
  for (const name of await own()) found ||= await whole(await read(name, path), type, digest);
  for (const mode of [type === "html" ? "no-cache" : "default", "reload"]) {
    found ||= await whole(await fetch(root + path, {cache: mode, priority: "low"}), type, digest);
  }
  if (!found) throw new Error(`${root + path} is not what this version of the site says`);
  return found;
};

let forgotten = false, turn = Promise.resolve(); // one save after the other, as one may take back what it added

// Keeps a language, with the program or without it, and tells how many bytes there are.
// The list is kept when all that it names is, but for the program. What there is no room
// for leaves nothing behind that is not whole: the next version needs the room.
const save = (...what) => (turn = turn.catch(() => {}).then(() => saving(...what)));
const saving = async (lang, program, tell) => {
  if (forgotten) throw new Error("forgotten");
  const cache = await caches.open(current), {list, digest} = site.languages[lang], names = await find(list, "", digest);
  const {wasm, ...rest} = await names.clone().json();
  const listed = (type, files) => Object.entries(files).map(([path, [digest, size]]) => [type, path, digest, type === "wasm" ? room : size]);
  const files = [...Object.entries(rest).flatMap((entry) => listed(...entry)), ["", list, digest, 0], ...(program ? listed("wasm", wasm) : [])];
  const of = files.reduce((sum, file) => sum + file[3], 0);
  let n = 0, added = [];
  for (const [type, path, digest, size] of files) {
    const key = root + path;
    if (!await cache.match(key)) {
      const found = path === list ? names : await find(path, type, digest);
      added.push(key);
      try {
        await cache.put(key, packs && type === "wasm" ? pack(found) : found);
      } catch (error) {
        if (error.name === "QuotaExceededError") for (const key of added) await cache.delete(key);
        throw error;
      }
    }
    if (path === list) added = [];
    tell?.({n: n += size, of});
  }
};

// The languages that a cache keeps whole.
const languagesIn = async (name) => {
  const kept = new Set(await paths(name)), found = [];
  for (const path of kept) {
    const lang = /^assets\/offline\.([^.]+)/.exec(path)?.[1];
    if (!lang) continue;
    const files = Object.entries(await (await look(name, path)).json());
    if (files.every(([type, files]) => type === "wasm" || Object.keys(files).every((path) => kept.has(path)))) found.push(lang);
  }
  return found;
};

// What is kept: languages that are whole, and whether the program is.
const state = async () => {
  const saved = await languagesIn(current), languages = {};
  for (const [lang, {size}] of Object.entries(site.languages)) languages[lang] = {size, saved: saved.includes(lang)};
  return {languages, program: {size: room, saved: (await paths(current)).some((path) => path.endsWith(".wasm"))}};
};

const retire = async () => {
  forgotten = true;
  for (const name of await own()) await caches.delete(name);
  await registration.unregister();
};

// Removes what older versions kept, once no page of theirs is open.
const tidy = async () => {
  const note = await look(current, notes);
  if (!note) return;
  const {names, ids} = await note.json();
  for (const id of ids) if (await clients.get(id)) return;
  for (const name of names) await caches.delete(name);
  await (await caches.open(current)).delete(root + notes);
};

// Takes over what is kept whole, the language that is open first, and of that what there is
// room for: the version before would stay for ever otherwise. That one language must fit.
const install = async () => {
  const names = await own(), kept = (await Promise.all(names.map(languagesIn))).flat();
  const open = (await clients.matchAll({type: "window", includeUncontrolled: true})).map(({url}) => pathOf(url)).filter((path) => path !== null).map(languageOf);
  const known = [...new Set([...open, ...kept])].filter((lang) => lang in site.languages);
  const wanted = known.length ? known : [site.first];
  const program = (await Promise.all(names.map(paths))).flat().some((path) => path.endsWith(".wasm")) && !navigator.connection?.saveData;
  let full;
  for (const lang of wanted) {
    try {
      await save(lang, program && lang === wanted[0]);
    } catch (error) {
      if (error.name !== "QuotaExceededError") throw error;
      full = error;
    }
  }
  if (!full || (await languagesIn(current)).includes(wanted[0])) return;
  if (!names.includes(current)) await caches.delete(current); // the rest of the device needs the room
  throw full;
};

const activate = async () => {
  await registration.navigationPreload?.enable();
  const names = (await own()).filter((name) => name !== current);
  const ids = (await clients.matchAll({type: "window"})).map(({id}) => id);
  if (names.length) await (await caches.open(current)).put(root + notes, new Response(JSON.stringify({names, ids})));
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
const lost = async (path, search) => {
  const {languages} = await state();
  const saved = [languageOf(path), ...Object.keys(languages)].find((lang) => languages[lang]?.saved);
  if (!saved) return Response.error();
  if (!path) return Response.redirect(`${root}${saved}/${search}`);
  const text = await (await look(current, site.languages[saved].lost)).text();
  const here = (root + path + search).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt()};`);
  const filled = text.replaceAll("{{root}}", () => root).replaceAll("{{here}}", () => here);
  return new Response(filled, {status: 503, headers: {"content-type": "text/html; charset=utf-8"}});
};

const network = async ({preloadResponse, request}) => await preloadResponse || fetch(request);

const page = async (event, path, search) => {
  const plain = path.replace(/(^|\/)index\.html$/, "$1"), kept = await look(current, plain);
  if (kept) {
    event.waitUntil(refresh(event, kept.clone()).catch(() => {}));
    return kept;
  }
  if (plain && !plain.endsWith("/") && await look(current, plain + "/")) return Response.redirect(`${root + plain}/${search}`);
  try {
    const fresh = await network(event);
    if (fresh.type !== "error") return fresh; // which is how Firefox says that a preload failed
  } catch {
    // there is no network
  }
  return lost(path, search);
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
    // What is fetched ahead for a frame would be fetched again if it were not answered with.
    event.respondWith(request.destination === "document" ? page(event, path, new URL(request.url).search) : network(event));
  } else if (![path, pathOf(request.referrer || request.url) ?? ""].some((path) => foreign.test(path))) {
    event.respondWith(file(request, path));
  }
});
addEventListener("message", (event) => {
  const {data, ports: [port]} = event;
  const tell = (message) => port.postMessage(message);
  const does = {
    apply: () => skipWaiting(),
    forget: retire,
    save: () => save(data.lang, data.program, tell),
    state,
    device: async () => (await file(root + site.languages[data.lang].device, site.languages[data.lang].device)).json(),
  };
  event.waitUntil(does[data.do]().then((done) => tell({done}), (error) => tell({failed: error.name})));
});
