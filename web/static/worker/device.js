// The page's side of what is kept on the reader's device: it registers the worker,
// tells of changed figures and of a missing network in a line at the window's foot,
// and shows at the page's end what is kept and how to be rid of it. The loader fetches
// it when the page is there and at rest. What it adds stands beside the component
// tree, after the body's first element. Nothing about the reader leaves the device.
(() => {
  "use strict";
  const script = document.currentScript, {root, kept} = script.dataset;
  const html = document.documentElement, lang = html.lang;
  const memoryKey = `bukti ${new URL(root).pathname}`;
  const store = (area) => {
    try {
      return window[area];
    } catch {
      return null; // forbidden here
    }
  };
  const remembered = () => {
    try {
      return JSON.parse(store("localStorage").getItem(memoryKey)) ?? {};
    } catch {
      return {};
    }
  };
  const remember = (more) => {
    if (forgotten) return;
    try {
      store("localStorage").setItem(memoryKey, JSON.stringify({...remembered(), ...more}));
    } catch {
      // full or forbidden: everything works without it
    }
  };

  let texts, registration, prompt = script.prompt, forgotten = false;

  const fill = (text, values = {}) => text.replace(/{(\w+)}/g, (_, name) => values[name] ?? "");
  const say = (key, values) => fill(texts.words[key], values);
  const size = (bytes) => new Intl.NumberFormat(`${lang}-u-nu-latn`, {style: "unit", unit: "megabyte", maximumFractionDigits: 1}).format(bytes / 1e6);
  const day = (time) => {
    const date = new Date(time);
    return say("date", {d: date.getDate(), month: texts.months[date.getMonth()], y: date.getFullYear()});
  };
  // A text that counts has a form for each of the language's plurals: "one=…|other=…".
  const count = (key, n) => {
    const forms = Object.fromEntries(texts.words[key].split("|").map((form) => form.split("=")));
    return fill(forms[new Intl.PluralRules(lang).select(n)] ?? forms.other, {n});
  };
  const make = (tag, fields = {}, ...body) => {
    const e = Object.assign(document.createElement(tag), fields);
    e.append(...body);
    return e;
  };
  const button = (text, onclick, className = "") => make("button", {type: "button", onclick, className}, text);

  // Asks a worker; what it says before its last word goes to tell.
  const ask = (worker, message, tell) => new Promise((done, failed) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = ({data}) => {
      if ("done" in data) done(data.done);
      else if ("failed" in data) failed(new Error(data.failed));
      else tell?.(data);
    };
    worker.postMessage(message, [port2]);
  });

  const offline = make("p", {className: "offline", hidden: true}), line = make("div", {className: "line", hidden: true});
  const notice = make("aside", {className: "notice"}, offline, line);
  line.setAttribute("role", "status");
  offline.setAttribute("role", "status");
  let told = 0; // how much the line matters: what is told gives way only to what matters more
  const tell = (weight, ...body) => {
    if (weight < told) return;
    told = weight;
    line.replaceChildren(...body);
    line.hidden = false;
  };
  const hush = () => {
    told = 0;
    line.hidden = true;
  };
  const close = (then) => {
    const e = button("", () => { hush(); then?.(); }, "close");
    e.innerHTML = '<svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13"/></svg>'; // no font has to be asked for
    e.setAttribute("aria-label", say("close"));
    return e;
  };

  // Goes to the version that waits, at the same address or another one.
  const apply = (to = location.href) => {
    const go = () => {
      const there = new URL(to, location);
      const stays = there.pathname === location.pathname && there.search === location.search;
      if (!stays) return location.assign(to);
      if (there.hash !== location.hash) location.hash = there.hash;
      location.reload();
    };
    if (!registration.waiting) return go();
    navigator.serviceWorker.addEventListener("controllerchange", go, {once: true});
    ask(registration.waiting, {do: "apply"});
  };

  // What differs between the claims that the reader has seen and those of a version.
  const compare = (seen, claims) => {
    const changes = {added: [], corrected: [], revised: [], withdrawn: []};
    for (const [id, [figure, facts]] of Object.entries(claims)) {
      if (!seen[id]) changes.added.push(id);
      else if (seen[id][0] !== figure) changes.corrected.push(id);
      else if (seen[id][1] !== facts) changes.revised.push(id);
    }
    changes.withdrawn = Object.keys(seen).filter((id) => !claims[id]);
    return changes;
  };
  const facts = (claims) => Object.fromEntries(Object.entries(claims).map(([id, claim]) => [id, claim.slice(0, 2)]));

  // Tells what a version has that the reader has not seen, or that it is there.
  const report = (version, waits) => {
    const {seen, at} = remembered();
    if (!seen) return remember({seen: facts(version.claims), at: Date.now()});
    const changes = compare(seen, version.claims);
    const counts = Object.entries(changes).filter(([, ids]) => ids.length).map(([kind, ids]) => count(kind, ids.length));
    if (!counts.length) {
      if (waits) tell(3, make("p", {}, say("version")), button(say("apply"), () => apply()), close());
      else remember({seen: facts(version.claims), at: Date.now()});
      return;
    }
    const link = (id) => {
      const href = `${root}${lang}/claims/#claim-${id}`;
      const a = make("a", {href}, version.claims[id][2]);
      a.onclick = (event) => {
        if (!registration.waiting) return;
        event.preventDefault();
        apply(href);
      };
      return make("li", {}, a);
    };
    const ids = [...changes.corrected, ...changes.added, ...changes.revised];
    const body = [
      make("details", {},
        make("summary", {}, say("news", {list: counts.join(say("list")), day: day(at)})),
        make("ul", {}, ...ids.map(link))),
    ];
    if (waits) body.push(button(say("apply"), () => apply()));
    tell(3, ...body, close(() => remember({seen: facts(version.claims), at: Date.now()})));
  };

  const waiting = async () => report(await ask(registration.waiting, {do: "device", lang}), true);
  const watch = () => {
    const worker = registration.installing;
    if (!worker || !registration.active) return;
    let installed = false;
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed") {
        installed = true;
        waiting();
      } else if (worker.state === "redundant" && !installed) {
        tell(2, make("p", {}, say("behind", {day: texts.day})), close());
      }
    });
  };

  // Whether the site can be reached is told by asking for a newer version of it.
  let asked = -Infinity;
  const look = async () => {
    if (await gone()) return;
    asked = performance.now();
    const there = await registration.update().then(() => true, () => false);
    offline.hidden = there || await gone();
    if (!offline.hidden) offline.textContent = say("offline", {day: texts.day});
  };

  // What is saved as a file comes past the worker. While there is no network, its link
  // says so in the place of the browser.
  const fetching = async (event) => {
    const link = event.target.closest?.("a[download]");
    if (!link || offline.hidden) return;
    event.preventDefault();
    await look();
    if (offline.hidden) link.click();
    else tell(2, make("p", {}, say("lost")), button(say("again"), () => { hush(); link.click(); }), close());
  };

  // Keeps what this page is made of; the program once it has been asked for, by the
  // loader's rule or by the reader.
  const keep = async () => {
    if (!await gone()) ask(registration.active, {do: "save", lang, program: ["loading", "ready"].includes(html.dataset.app)}).catch(() => {});
  };

  // An invitation comes only after real use: on a second visit or later, when the
  // reader has explored the pictures; and never again once it was declined.
  const standalone = () => !matchMedia("(display-mode: browser)").matches;
  const wayToInstall = () => {
    if (standalone()) return "";
    if (prompt) return "install";
    if (navigator.standalone === false) return "ios";
    return CSS.supports("-moz-appearance", "none") && matchMedia("(pointer: coarse)").matches ? "firefox" : "";
  };
  const install = async () => {
    hush();
    prompt.prompt();
    const {outcome} = await prompt.userChoice;
    if (outcome !== "accepted") remember({declined: true});
    offer(null);
  };
  const invite = () => {
    const {visits, explored, declined} = remembered(), way = wayToInstall();
    if (!(visits > 1) || !explored || declined || !way) return;
    const no = button(say("install-no"), () => { hush(); remember({declined: true}); });
    tell(1, make("p", {}, say(way)), ...(way === "install" ? [button(say("install-do"), install)] : []), no);
  };

  // What the browser offers: once, and not where the site is installed.
  const offer = (event) => {
    prompt = event;
    if (section.open) show();
  };

  // Once the reader has had all forgotten, here or in another tab, the page keeps nothing
  // more, and this very tab does not begin anew.
  const part = () => {
    forgotten = true;
    try {
      sessionStorage.setItem(memoryKey, "forgotten");
    } catch {
      // nothing was kept either
    }
    hush();
    offline.hidden = true;
    inside.replaceChildren(make("p", {tabIndex: -1}, say("forgot")));
  };
  const gone = async () => {
    if (!forgotten && (await navigator.serviceWorker.getRegistration(root))?.scope !== registration.scope) part();
    return forgotten;
  };
  const forget = async () => {
    part();
    ask(registration.active, {do: "forget"}); // what it is about to keep
    for (const name of await caches.keys()) if (name.startsWith(memoryKey + " ")) await caches.delete(name);
    await registration.unregister();
    store("localStorage")?.removeItem(memoryKey); // which other tabs hear of
    inside.firstChild.focus();
  };

  // The section at the page's end. Its state is asked for when it is opened.
  const inside = make("div");
  const section = make("details", {className: "kept"}, make("summary"), inside);
  const show = async () => {
    if (await gone()) return;
    const {languages, program} = await ask(registration.active, {do: "state"});
    if (forgotten) return;
    const item = ([tag, name]) => {
      const {size: bytes, saved} = languages[tag], li = make("li", {}, make("span", {lang: tag}, name));
      if (saved && program.saved) {
        li.append(" ", make("span", {className: "saved"}, say("saved")));
        return li;
      }
      const of = (saved ? 0 : bytes) + (program.saved ? 0 : program.size);
      const save = button(say("save", {size: size(of)}), async () => {
        const bar = make("progress", {max: 1, value: 0}), far = make("span");
        save.replaceWith(bar, " ", far);
        try {
          await ask(registration.active, {do: "save", lang: tag, program: true}, ({n, of}) => {
            Object.assign(bar, {max: of, value: n});
            far.textContent = say("saving", {n: size(n), of: size(of)});
          });
          show();
        } catch {
          bar.remove();
          far.textContent = say("failed");
          far.setAttribute("role", "alert");
        }
      });
      li.append(" ", save);
      return li;
    };
    const way = wayToInstall();
    inside.replaceChildren(
      make("p", {}, say("lead", {day: texts.day})),
      make("ul", {}, ...texts.languages.map(item)),
      ...(way ? [make("p", {}, way === "install" ? button(say("install-do"), install) : say(way))] : []),
      make("p", {}, button(say("forget"), forget)),
    );
  };

  const begin = async () => {
    try {
      if (sessionStorage.getItem(memoryKey) === "forgotten") return;
    } catch {
      return; // a frame or a mode in which nothing can be kept
    }
    try {
      registration = await navigator.serviceWorker.register(root + "sw.js");
      texts = await (await fetch(kept)).json();
      await navigator.serviceWorker.ready;
    } catch {
      return; // the page is whole without it
    }
    await new Promise((done) => document.head.append(make("link", {rel: "stylesheet", href: root + texts.style, onload: done, onerror: done})));
    section.firstChild.append(say("title"));
    section.addEventListener("toggle", () => section.open && show());
    document.body.append(section, notice);

    const {visits = 0} = remembered();
    if (!sessionStorage.getItem(memoryKey)) {
      sessionStorage.setItem(memoryKey, "visit");
      remember({visits: visits + 1});
    }
    keep();
    const explored = () => html.dataset.app === "ready" && remember({explored: true});
    explored();
    new MutationObserver(async () => { await keep(); explored(); }).observe(html, {attributeFilter: ["data-app"]});

    report(texts, false);
    registration.addEventListener("updatefound", watch);
    watch();
    if (registration.waiting) waiting();
    look();
    setInterval(look, 3600e3);
    addEventListener("storage", ({key, newValue}) => key === memoryKey && newValue === null && part());
    addEventListener("online", look);
    addEventListener("offline", look);
    document.addEventListener("click", fetching);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && performance.now() - asked > 60e3 && look());

    addEventListener("beforeinstallprompt", (event) => { offer(event); invite(); });
    addEventListener("appinstalled", () => { offer(null); hush(); remember({declined: true}); });
    invite();
  };
  if (window !== top || !navigator.serviceWorker) return;
  if (document.prerendering) document.addEventListener("prerenderingchange", begin, {once: true});
  else begin();
})();
