// How the page executes the WebAssembly.
//
// The page is complete without it. This loader fetches and compiles the program
// when the reader shows intent, or when the page is idle, in view and the program on the
// device or the connection fast and free; it runs the program on intent only, because
// starting it takes the main thread for a moment. The program's first rendering
// adopts the page's nodes instead of replacing them. When anything fails, the page
// stays as it is. <html data-app> tells the state: off, loading, ready or failed.
(() => {
  "use strict";
  const get = async (url) => {
    const response = await fetch(url, {priority: "low"});
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    return response;
  };
  const compile = async (url) => {
    const response = await get(url);
    const streams = WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm";
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  };

  // Compiling takes its thread longer than a reader should wait for an answer, so a worker
  // does it, which runs this script too. Browsers compile a function when it is first
  // called; so the runtime starts here once, and finds those compiled in the page.
  if (!globalThis.document) {
    const rehearse = async (module) => {
      const program = new Go();
      await program.run(await WebAssembly.instantiate(module, program.importObject));
    };
    const prepare = async ({wasm, go}) => {
      const compiling = compile(wasm);
      importScripts(go);
      const module = await compiling;
      await rehearse(module).catch(() => {}); // it only saves time
      return module;
    };
    onmessage = ({data}) => prepare(data).then(postMessage).catch((error) => postMessage(error.message));
    return;
  }

  const html = document.documentElement, page = html.dataset;
  const stage = document.getElementById("stage"), loader = document.currentScript.src;

  // Resolved now: stepping through the story changes the page's address.
  const file = (name) => new URL(page[name], document.baseURI).href;
  const idle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 500));

  // What is kept on the device comes when the page is there and at rest. An offer to
  // install may come before.
  if (page.device) {
    const script = Object.assign(document.createElement("script"), {src: file("device")});
    Object.assign(script.dataset, {root: file("root"), kept: file("kept")});
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      script.prompt = event;
    });
    addEventListener("load", () => idle(() => document.head.append(script)));
  }

  if (!page.wasm || !stage || typeof WebAssembly !== "object") return;
  const wasm = file("wasm"), go = file("go"), story = file("story"), map = file("map");

  const text = async (url) => (await get(url)).text();
  // A page without an origin, as in a sandboxed frame, may have no worker.
  const compiled = () => new Promise((done, failed) => {
    const here = () => compile(wasm).then(done, failed);
    try {
      const worker = new Worker(loader);
      worker.onmessage = ({data}) => {
        worker.terminate();
        if (data instanceof WebAssembly.Module) done(data);
        else failed(new Error(data));
      };
      worker.onerror = here;
      worker.postMessage({wasm, go});
    } catch {
      here();
    }
  });
  const support = () => new Promise((loaded, failed) => {
    const script = document.createElement("script");
    Object.assign(script, {src: go, onload: loaded, onerror: () => failed(new Error(`cannot load ${go}`))});
    document.head.append(script);
  });

  // What an address asks for that only the program can show.
  const asked = ["asof", "basis", "actor", "claim", "at", "stance", "series", "day", "q", "sort"];

  // The program's memory and its runtime's start each take long enough for a task of its own.
  const turn = () => new Promise((next) => setTimeout(next));

  let preparing, ready = false, starting = false, adopting;
  const prepare = () => (preparing ??= (async () => {
    page.app = "loading";
    const parts = await Promise.all([compiled(), text(story), text(map), support()]);
    ready = true;
    return parts;
  })());

  const start = async () => {
    if (starting) return;
    starting = true;
    try {
      const [module, storyData, mapData] = await prepare();
      const program = new Go();
      // The heap is small and a collection stops the page: fewer of them, for a few
      // megabytes more.
      program.env.GOGC = "400";
      await turn();
      const instance = await WebAssembly.instantiate(module, program.importObject);
      await turn();
      globalThis.bukti = {story: storyData, map: mapData, adopting: adopting = adopt()};
      program.run(instance).then(() => fail(new Error("the program ended")), fail);
    } catch (error) {
      fail(error);
    }
  };
  // A program that ends while the reader explores leaves parts of the page at one day
  // and parts at another. The page that the address alone stands for is whole.
  const fail = (error) => {
    adopting?.off();
    const torn = page.app === "ready";
    page.app = "failed";
    console.info("bukti: the page goes on without WebAssembly:", error.message);
    if (!torn) return;
    const whole = new URL(location.href);
    for (const name of asked) whole.searchParams.delete(name);
    if (whole.href === location.href) location.reload();
    else location.replace(whole);
  };

  // Lets the program's first rendering find the page's own nodes where it means to
  // create new ones. go-app creates elements in document order, parents first, and
  // appends each when its children are done; so an element's place in the page is
  // known when it is asked for. Nodes that don't match are made anew and replace
  // what stood there. The program builds its tree in slices and turns this off
  // between them, when scripts that want nodes of their own may run. At the end, how
  // many nodes were kept and made is in the performance timeline.
  function adopt() {
    const open = [], next = new Map(), count = {kept: 0, made: 0};
    const {appendChild, replaceChild} = Node.prototype, {setAttribute} = Element.prototype;
    const find = (matches, make) => {
      const parent = open.at(-1);
      const old = parent ? next.get(parent) : document.body.firstElementChild;
      const node = old && matches(old) ? old : make();
      count[node === old ? "kept" : "made"]++;
      if (node === old && parent) next.set(parent, old.nextSibling);
      if (node.nodeType === 1) {
        open.push(node);
        next.set(node, node.firstChild);
      }
      return node;
    };
    const close = (node) => {
      if (node !== open.at(-1)) return;
      open.pop();
      for (let rest = next.get(node); rest; ) {
        const after = rest.nextSibling;
        rest.remove();
        rest = after;
      }
    };
    const element = (space, name) => find(
      (old) => old.nodeType === 1 && old.localName === name && old.namespaceURI === space,
      () => Document.prototype.createElementNS.call(document, space, name));

    const on = () => {
      document.createElement = (name) => element("http://www.w3.org/1999/xhtml", name);
      document.createElementNS = element;
      document.createTextNode = (data) => find(
        (old) => old.nodeType === 3 && old.data === data,
        () => Document.prototype.createTextNode.call(document, data));
      Node.prototype.appendChild = function (node) {
        close(node);
        return node.parentNode === this ? node : this.insertBefore(node, next.get(this) ?? null);
      };
      Node.prototype.replaceChild = function (node, old) {
        close(node);
        return node === old ? old : replaceChild.call(this, node, old);
      };
      Element.prototype.setAttribute = function (name, value) {
        if (this.getAttribute(name) !== value) setAttribute.call(this, name, value);
      };
    };
    const off = () => {
      for (const name of ["createElement", "createElementNS", "createTextNode"]) delete document[name];
      Object.assign(Node.prototype, {appendChild, replaceChild});
      Element.prototype.setAttribute = setAttribute;
    };
    const end = () => {
      off();
      document.querySelector("script[type=speculationrules]")?.remove(); // steps load no page any more
      performance.mark("bukti-adopted", {detail: count});
    };
    return {on, off, end};
  }

  // A press on a link leaves the page unless the program is at hand, so it is no
  // reason to begin a download. Pressing, moving a pointer over or focusing anything
  // else on the stage is, the marks in the pictures included; a pointer that they come
  // to lie under, by a step or by scrolling, is not.
  // In an embed, passing over it with a pointer, a finger or the Tab key is not meant
  // for it, and marks lead to the full page until the program is there. Where data is
  // counted, a finger that scrolls begins nothing either: a tap does.
  const embed = "embed" in page;
  const intent = (event) => {
    if (embed && event.key === "Tab" || (embed || !free) && event.type.startsWith("pointer") && event.pointerType !== "mouse") return;
    if (ready || !event.target.closest?.("a") || !embed && event.target.closest("svg a")) start();
  };
  const intents = embed ? ["pointerdown", "click", "keydown", "input"] : ["pointerdown", "pointermove", "click", "keydown", "input", "focusin"];
  for (const type of intents) stage.addEventListener(type, intent, {passive: true});

  // Without word on the connection, a mouse or trackpad stands for a computer on a
  // network that isn't counted.
  const connection = navigator.connection;
  const free = connection
    ? !connection.saveData && connection.effectiveType === "4g" && !(connection.downlink < 3)
    : matchMedia("(hover: hover)").matches;
  // An address that asks for more than the page shows is intent enough.
  const query = new URLSearchParams(location.search);
  // What is kept on the device costs nobody's data.
  const kept = async () => free || await globalThis.caches?.match(wasm);
  const opened = async () => {
    if (asked.some((name) => query.has(name))) start();
    if (embed || !await kept().catch(() => false)) return;
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      idle(() => prepare().catch(fail));
    }).observe(stage);
  };
  // A page that is drawn ahead may never be opened.
  if (document.prerendering) document.addEventListener("prerenderingchange", opened, {once: true});
  else opened();
})();
