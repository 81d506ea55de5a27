// What an embed says to the page around it, and what that page may ask of it.
//
// No one way of telling a frame's height has won, so the height is told in all that
// a third party can speak; each listener takes its own and leaves the rest. Nothing
// that a message contains is used but to recognise it: what is sent is measured
// here. It is sent to any origin, because the host's is not known, and tells nothing
// that the host could not see.
//
// The script stands in the head and runs before the page is drawn, so that a theme
// that the address asks for shows from the first.
(() => {
  "use strict";
  const html = document.documentElement, host = window.parent, framed = host !== window;
  const query = new URLSearchParams(location.search);
  const on = (name) => ["", "1", "on", "true"].includes(query.get(name));

  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") {
    html.style.colorScheme = theme;
    for (const {media} of document.styleSheets[0].cssRules) {
      if (media?.mediaText.includes("prefers-color-scheme")) media.mediaText = theme === "dark" ? "screen" : "not all";
    }
  }
  for (const name of ["transparent", "switcher"]) html.toggleAttribute(`data-${name}`, on(name));

  // The address as the host has it. Parents find the frame by it after the embed has
  // moved on to another page too, so it goes along.
  const src = query.get("framed") ?? location.href;
  const short = (text) => (text && text.length < 200 ? text : null);
  const path = src.replace(/^\w+:\/\/[^/]*|[?#].*/gs, "");
  const pym = short(query.get("childId"));
  const secret = framed && short(/^#\?secret=(\w+)$/.exec(location.hash)?.[1]);
  // The program keeps what it finds of the host's in the address. Browsers bring a frame
  // back to where it had gone, so what the host calls it is put there before. A page
  // without an origin may not change its address; each step loads a page there.
  const nowhere = origin === "null";
  if (framed && !nowhere && !query.has("framed")) {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      const to = new URL(location);
      to.searchParams.set("framed", src);
      history.replaceState(history.state, "", to);
    }).observe(html, {attributeFilter: ["data-app"]});
  }

  // A step replaces the page in the frame: the way back is the host's. What the host
  // has set goes along; how the reader looks at the story is in the link already.
  const readers = ["asof", "basis", "actor", "claim", "at"];
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.namespaceURI !== html.namespaceURI) return;
    if (link.target) {
      if (secret) send({message: "link", value: link.href, secret});
      return;
    }
    if (link.getAttribute("href").startsWith("#") || link.origin !== location.origin) return;
    const to = new URL(link.href);
    for (const [name, value] of query) if (!readers.includes(name)) to.searchParams.set(name, value);
    if (framed) to.searchParams.set("framed", src);
    to.hash = location.hash;
    link.href = to.href;
    if (html.dataset.app === "ready" && !nowhere || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    location.replace(to.href);
  }, true);
  if (!framed) return;

  const send = (message) => host.postMessage(message, "*");
  let root, told = 0, again = false, waiting = 0, resizer = null, greeted = false;
  const tell = () => {
    clearTimeout(waiting);
    waiting = 0;
    const box = root.getBoundingClientRect();
    const height = Math.ceil(box.height), width = Math.ceil(box.width);
    if (!height || !again && height === told) return;
    told = height;
    again = false;
    if (pym) send(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (resizer) {
      send(`[iFrameSizer]${resizer}:${height}:${width}:${greeted ? "resize" : "init"}`);
      greeted = true;
    }
    if (secret) send({message: "height", value: height, secret});
    send({sentinel: "amp", type: "embed-size", height});
    send({"datawrapper-height": {[path]: height}});
    send(JSON.stringify({context: "iframe.resize", method: "resize", src, height}));
    send(JSON.stringify({type: "set-height", value: height, id: "iframeMessenger:bukti"}));
    send({bukti: {height, moment: root.dataset.moment, title: document.title}});
  };
  // Once a frame at most; by the clock where the page is not drawn, as in a tab that
  // is not looked at.
  const soon = () => {
    if (!root || waiting) return;
    waiting = setTimeout(tell, 200);
    requestAnimationFrame(() => waiting && tell());
  };
  const repeat = () => {
    again = true;
    soon();
  };

  const heard = (data) => {
    if (typeof data === "string") {
      if (data.startsWith("[iFrameSizer]")) {
        const [id, , sizes, ...more] = data.slice(13, 1000).split(":");
        if (more.length > 8 && ["true", "false"].includes(sizes) && short(id)) {
          resizer = id;
          greeted = false;
        }
        return resizer;
      }
      return data === "resize" || pym && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`);
    }
    return data?.sentinel === "amp" && data.type === "frames-init" || secret && data?.message === "ready" && data.secret === secret;
  };
  addEventListener("message", ({data, source}) => {
    if (source === host && heard(data)) repeat();
  });
  document.addEventListener("visibilitychange", repeat);
  addEventListener("load", repeat);
  document.addEventListener("DOMContentLoaded", () => {
    root = document.body.firstElementChild;
    new ResizeObserver(soon).observe(root);
    new IntersectionObserver(repeat).observe(root);
    new MutationObserver(repeat).observe(root, {attributeFilter: ["data-moment"]});
    document.fonts.ready.then(repeat);
    send("[iFrameResizerChild]Ready");
    send({sentinel: "amp", type: "embed-ready"});
  });
})();
