// <bukti-embed>: shows an embed of the story in a page of somebody else's.
//
//   <bukti-embed view="map" moment="first-count" lang="id" theme="dark">
//     <a href="…"><img src="…" alt="…"></a>
//   </bukti-embed>
//
// What stands inside is shown until the embed has spoken, and stays where scripts or
// frames are not allowed. The frame is loaded shortly before it comes into view; room
// is kept for it from the start, so that the host's text does not move: in the first
// window some more than is likely, which stays until it is out of view. `site` is put
// before this by the build: the languages, the moments, and how high each embed is.
//
// Several stories may share a page. The script that comes first defines the element for
// all, of whatever version, so each tells what it knows under the folder that it lies in.
const sites = (window[Symbol.for("bukti")] ??= new Map()), came = "bukti:site";
const folder = (url) => new URL(".", url).href;
// Modules and scripts in a shadow root are no current script; a trace names them too.
sites.set(folder(document.currentScript?.src ?? /https?:\S+?embed\.js/.exec(new Error().stack)), site);

const langOf = (e) => e && (e.closest("[lang]")?.getAttribute("lang") ?? langOf(e.getRootNode().host));
const short = (text) => typeof text === "string" && text.length < 300;
const one = (list, value) => (list.includes(value) ? value : list[0]);
const passed = ["theme", "asof", "basis", "transparent", "switcher"];

// How high an embed is at a width, as far as the build can know. On the narrowest the
// days have a row of their own, which the table leaves out.
const heightOf = ({site, view, lang, moment}, width) => {
  const {views, languages, moments, widths, heights} = site;
  const row = (views.indexOf(view) * languages.length + languages.indexOf(lang)) * moments.length + moments.indexOf(moment || site.opening);
  const digit = (i) => heights[row * widths.length + i];
  const at = (i) => 4 * parseInt(digit(i) + digit(i + heights.length / 2), 36) + (width > 288 ? 0 : 48);
  const next = widths.findIndex((w) => w >= width);
  if (next < 1) return at(next ? widths.length - 1 : 0);
  const [a, b] = [widths[next - 1], widths[next]];
  return at(next - 1) + (at(next) - at(next - 1)) * (width - a) / (b - a);
};

const sheet = new CSSStyleSheet();
sheet.replaceSync("@media print{div{height:auto!important}div:has(iframe){height:var(--paper)!important}}:host{display:block}:host([hidden]){display:none}div{position:relative;overflow:hidden}iframe{position:absolute;inset:0;width:100%;height:100%;border:0}slot~iframe{opacity:0;pointer-events:none}");

class BuktiEmbed extends HTMLElement {
  static observedAttributes = ["story", "moment", "view", "lang", ...passed, "title"];
  #box = document.createElement("div");
  #frame;
  #address;
  #told = 0;
  #moment;
  #early; // in view when the host's page came
  #inside; // in view now
  #held = 0; // the room kept until then
  #view = new IntersectionObserver((entries) => {
    this.#inside = entries.at(-1).isIntersecting;
    if (!this.#inside) this.#release();
  });
  #wanted; // has been near the window
  #seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    this.#wanted = true;
    this.#seen.disconnect();
    this.#show();
  }, {rootMargin: "600px"});
  #sized = new ResizeObserver(() => this.#width !== this.clientWidth && this.#release());
  #width;

  #observers = [this.#seen, this.#view, this.#sized];

  constructor() {
    super();
    const root = this.attachShadow({mode: "open"});
    root.adoptedStyleSheets = [sheet];
    root.append(this.#box);
  }

  connectedCallback() {
    addEventListener("message", this);
    addEventListener(came, this);
    this.#box.replaceChildren(document.createElement("slot"));
    const {top, bottom} = this.getBoundingClientRect();
    this.#early = this.#inside = this.clientWidth > 0 && top < innerHeight && bottom >= 0;
    for (const observer of this.#observers) observer.observe(this);
    this.#keep();
  }

  // A frame that is moved in a document is loaded anew.
  disconnectedCallback() {
    removeEventListener("message", this);
    removeEventListener(came, this);
    for (const observer of this.#observers) observer.disconnect();
    this.#frame = this.#moment = this.#wanted = null;
    this.#told = this.#held = 0;
  }

  attributeChangedCallback(name, _, value) {
    if (name === "moment" && value !== this.#moment) this.#address = null; // the reader may have stepped
    if (this.isConnected) this.#show();
  }

  // What the attributes ask for. What is unknown falls back to the default, but for the
  // story: it is the one that `story` says, else the links inside, and there is no home
  // while its script is on its way. A link is better than figures that are not meant.
  #asked() {
    const [[first, known]] = sites;
    const a = document.createElement("a"); // reads any address without throwing
    a.href = this.getAttribute("story") || "x:";
    const story = a.protocol.startsWith("http") && a.href;
    const links = story ? [story] : [...this.querySelectorAll("a[href]")].map(String);
    const homes = [...sites.keys(), ...[...document.scripts].map(({src}) => src.split("embed.js")[0])];
    let home = homes.filter((home) => links.some((link) => `${link}/`.startsWith(home))).sort().pop();
    if (home || document.readyState === "loading") home = sites.has(home) && home;
    else home = story ? folder(story) : (!links[0] || sites.size < 2) && first;
    const site = sites.get(home) ?? known, {languages} = site;
    let lang, tag = (langOf(this) ?? "").toLowerCase();
    for (; tag && !lang; tag = tag.replace(/-?[^-]*$/, "")) lang = languages.find((known) => known.toLowerCase() === tag);
    return {
      home,
      site,
      view: one(site.views, this.getAttribute("view")),
      lang: lang ?? languages[0],
      moment: one(["", ...site.moments], this.getAttribute("moment")),
    };
  }

  // Loads what the attributes ask for when the frame is wanted.
  #show() {
    this.#keep();
    const {home, site, view, lang, moment} = this.#asked();
    if (!this.#wanted || !home) return;
    const to = new URL(`${lang}/embed/${view === site.views[0] ? "" : view + "/"}${moment && moment + "/"}`, home);
    for (const name of passed) if (this.hasAttribute(name)) to.searchParams.set(name, this.getAttribute(name));
    const frame = this.#frame ?? document.createElement("iframe");
    const theme = this.getAttribute("theme");
    // A frame whose scheme is another than its document's is painted opaque.
    frame.style.colorScheme = theme === "light" || theme === "dark" ? theme : "light dark";
    frame.title = this.title || frame.title || this.textContent.trim();
    if (!this.#frame) {
      frame.src = to;
      this.#box.append((this.#frame = frame));
    } else if (to.href !== this.#address) {
      this.#held = 0;
      frame.contentWindow.location.replace(to); // no step in the host's history
    }
    this.#address = to.href;
  }

  // Keeps the room that the embed has told or, before that, the build knows. On paper a
  // frame cannot tell its height any more, so that of the usual widths of paper is kept.
  // 8 % is what the longest texts took more than the build knew.
  #keep() {
    const width = (this.#width = this.clientWidth), asked = this.#asked(), {style} = this.#box;
    if (!width) return;
    const known = heightOf(asked, width), told = this.#told || known;
    const room = Math.max(this.#told || known * (this.#early ? 1.08 : 1), this.#held);
    const paper = Math.max(heightOf(asked, 640), heightOf(asked, 740)) + 64 + Math.max(0, told - known);
    style.height = `${Math.ceil(room)}px`;
    style.setProperty("--paper", `${Math.ceil(paper)}px`);
  }

  #release() {
    this.#held = 0;
    this.#keep();
  }

  handleEvent({type, source, data}) {
    if (type === came) return this.#show();
    if (!this.#frame || source !== this.#frame.contentWindow) return;
    const {height, moment, title} = data?.bukti ?? {};
    if (typeof height !== "number" || !(height > 0 && height < 20000)) return;
    const first = !this.#told, stepped = short(moment) && moment !== this.#moment;
    if (first && this.#inside) this.#held = this.#box.clientHeight;
    else if (stepped) this.#held = 0;
    this.#told = height;
    this.#keep();
    if (short(title) && !this.title) this.#frame.title = title;
    if (first) {
      this.shadowRoot.querySelector("slot")?.remove();
      this.#say("ready", {height});
    }
    if (stepped) {
      if (this.#moment != null) this.#say("moment", {moment});
      this.#moment = moment;
    }
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(`bukti:${name}`, {detail, bubbles: true, composed: true}));
  }
}
if (!customElements.get("bukti-embed")) {
  customElements.define("bukti-embed", BuktiEmbed);
  document.addEventListener("readystatechange", () => dispatchEvent(new Event(came)));
}
dispatchEvent(new Event(came));
