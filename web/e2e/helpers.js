// What the tests ask of a page. It is evaluated afresh for every question, so that it
// works where scripts are off, and keeps its state on the window.
(() => {
  const frames = async (n) => {
    for (; n > 0; n--) await new Promise(requestAnimationFrame);
  };

  // The body node by node, a line each: what innerHTML shows, but for the order of
  // attributes, which has no meaning and is random in go-app; and what innerHTML
  // hides: name spaces, and where one text node ends and the next begins.
  const outline = (body) => {
    const lines = [];
    const walk = (node, indent) => {
      if (node.nodeType !== 1) {
        lines.push(`${indent}${node.nodeName} ${JSON.stringify(node.data)}`);
        return;
      }
      const space = node.namespaceURI.split("/").pop();
      const attributes = [...node.attributes].map((a) => ` ${a.namespaceURI ?? ""}${a.name}=${JSON.stringify(a.value)}`).sort();
      lines.push(`${indent}${space}:${node.localName}${attributes.join("")}`);
      for (const child of node.childNodes) walk(child, indent + "  ");
    };
    walk(body, "");
    return lines.join("\n");
  };
  // A copy of the body without its scripts, which draw nothing.
  const drawn = (body) => {
    const copy = body.cloneNode(true);
    for (const script of copy.querySelectorAll(":scope > script")) script.remove();
    for (const node of [...copy.childNodes]) if (node.nodeType === 3 && !node.data.trim()) node.remove();
    return copy;
  };
  const markup = () => drawn(document.body).innerHTML;
  // One more without what depends on where the pointer happens to be, and without what
  // tells of the device.
  const unpointed = (body) => {
    const copy = drawn(body);
    for (const beside of copy.querySelectorAll(":scope > .kept, :scope > .notice")) beside.remove();
    for (const lit of copy.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
    for (const line of copy.querySelectorAll(".readout")) line.textContent = "";
    for (const line of copy.querySelectorAll(".hair")) for (const x of ["x1", "x2"]) line.removeAttribute(x);
    return copy;
  };
  const publishedDocument = async () => {
    const response = await fetch(location.pathname);
    if (!response.ok) throw new Error(`${response.status} for ${location.pathname}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  };

  // How the running page differs from the pre-rendered page at its address: nothing,
  // or the lines on both sides from the first to the last that do.
  const parity = async () => {
    await frames(2);
    const there = await publishedDocument();
    const bodies = [document, there].map(({body}) => unpointed(body));
    const lines = [document, there].map((d, i) => [`title ${JSON.stringify(d.title)}`, ...outline(bodies[i]).split("\n")]);
    const [running, rendered] = lines;
    while (running.length && rendered.length && running[0] === rendered[0]) lines.forEach((l) => l.shift());
    while (running.length && rendered.length && running.at(-1) === rendered.at(-1)) lines.forEach((l) => l.pop());
    const some = (list, sign) => list.slice(0, 12).map((line) => sign + line.slice(0, 240));
    const differs = [...some(running, "running  "), ...some(rendered, "rendered ")];
    // What the outline does not know of would show here: attributes in another order
    // leave the characters of the markup the same.
    const sorted = (body) => [...body.innerHTML].sort().join("");
    if (!differs.length && sorted(bodies[0]) !== sorted(bodies[1])) differs.push("the markup of the bodies");
    return differs;
  };

  // Layout shifts since a time, with what moved; those soon after an input, which the
  // metric leaves out, included.
  const shifts = (since) => {
    const all = globalThis.shifts;
    all.push(...shiftObserver.takeRecords());
    const place = (r) => [r.x, r.y, r.width, r.height].map(Math.round).join(" ");
    return all.filter((s) => s.startTime >= since).map((s) =>
      `${s.value.toFixed(4)} at ${Math.round(s.startTime)} ms: ` + s.sources.map((o) => `${o.node?.nodeType === 1 ? name(o.node) : o.node?.nodeName} from ${place(o.previousRect)} to ${place(o.currentRect)}`).join(", "));
  };

  const visible = (element) => element.checkVisibility({visibilityProperty: true});
  const box = (element) => {
    const r = element.getBoundingClientRect();
    return {left: r.left, top: r.top, right: r.right, bottom: r.bottom, width: r.width, height: r.height};
  };
  const name = (element) => {
    const parts = [];
    for (; element && element !== document.body; element = element.parentElement) {
      const c = element.getAttribute("class");
      parts.unshift(element.localName + (c ? "." + c.replaceAll(" ", ".") : ""));
    }
    return parts.slice(-3).join(" > ");
  };

  return {frames, markup, parity, shifts, visible, box, name};
})()
