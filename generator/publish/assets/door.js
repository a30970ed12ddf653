// The door of a figure: a link below facts/ to #id opens, on hover, focus, Enter or tap, a panel with all that
// proves it, out of f/<id>.json. What fails leaves the link to lead on by itself.
(() => {
  "use strict";

  if (!location.protocol.startsWith("http")) return; // files may not be asked for
  const root = new URL("../", document.currentScript.src);
  const facts = new URL("facts/", root).href;
  const sheet = matchMedia("(max-width: 44.9em), (max-height: 30em)"); // as in door.css
  const [hoverDelay, focusDelay, grace, patience] = [150, 500, 500, 5000];
  const doors = new Map(); // by figure, what was asked for
  const records = new Map(); // by figure, what came
  const longest = 300; // letters; who copies more wants the text alone

  const on = document.addEventListener.bind(document);

  const door = document.createElement("div");
  Object.assign(door, { className: "door md-typeset", hidden: true, tabIndex: -1 });
  door.setAttribute("role", "dialog");
  door.setAttribute("aria-labelledby", "door-name");

  let wanted = null; // the link, or label of a chart, that the reader is at
  let trigger = null; // what the open door belongs to
  let dismissed = null; // closed by Escape, until left
  let isEntered = false; // opened on purpose: it stays
  let past = []; // figures to go back to
  let shown, opening, closing, proving;

  function ask(id) {
    if (!doors.has(id)) {
      const address = new URL(`f/${encodeURIComponent(id)}.json`, root);
      const asked = fetch(address, { signal: AbortSignal.timeout(patience) }).then((answer) =>
        answer.ok ? answer.json() : Promise.reject(answer.status),
      );
      asked.then((record) => records.set(id, record), () => doors.delete(id));
      doors.set(id, asked);
    }
    return doors.get(id);
  }

  // Citations are written before anybody knows this site's address.
  const here = (text) => text.replaceAll("https://…/", () => root.href);

  // The figure that a link of the text leads to. Two hyphens: a heading of that page.
  function figureOf(link) {
    if (link.dataset.fact) return link.dataset.fact;
    const [page, id = ""] = link.href.split("#");
    try {
      return page.startsWith(facts) && !id.includes("--") ? decodeURIComponent(id) : "";
    } catch {
      return ""; // no text at all
    }
  }

  function linkAt(target) {
    const link = target.closest?.("a[href], [data-fact]");
    if (!link || link.dataset.door || !link.closest(".md-content, .door")) return null;
    return figureOf(link) ? link : null;
  }

  function show(isOpen) {
    door.hidden = !isOpen;
    if (trigger.href) trigger.setAttribute("aria-expanded", isOpen);
  }

  function fill(record) {
    shown = record;
    door.innerHTML = record.html;
    for (const link of door.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), root);
    door.querySelector("[data-door=back]").hidden = !past.length;
    door.querySelector("[data-door=share]").hidden = !navigator.share;
    // A page without https has no clipboard; the ledger has the same to select.
    for (const tool of door.querySelectorAll("[data-copy], #door-cite")) tool.hidden = !navigator.clipboard;
    door.scrollTop = 0;
  }

  // In the margin, where door.css has put it, unless the link is there; else below the link where there is
  // room, else above it, and it scrolls with the page. On a first page it stands below the picture, and in
  // a low window above its own edge.
  function place() {
    door.removeAttribute("style");
    if (door.hidden || sheet.matches) return;
    const [box, gap] = [trigger.getBoundingClientRect(), 7];
    const picture = getComputedStyle(door).position === "fixed" && trigger.closest?.(".opening")?.querySelector(".chart");
    if (picture) {
      const { bottom, left, width } = picture.getBoundingClientRect();
      const room = Math.max(innerHeight - bottom - 2 * gap, 280);
      Object.assign(door.style, { left: `${left + scrollX}px`, maxHeight: `${room}px`, position: "absolute", width: `${width}px` });
      const top = Math.max(10 * gap, Math.min(bottom + gap, innerHeight - gap - door.offsetHeight));
      door.style.top = `${top + scrollY}px`;
      return;
    }
    if (box.right < door.offsetLeft) return;
    const [above, below] = [box.top - 2 * gap, innerHeight - box.bottom - 2 * gap];
    const isBelow = door.offsetHeight <= below || below >= above;
    const height = Math.min(door.offsetHeight, isBelow ? below : above);
    const right = document.documentElement.clientWidth - door.offsetWidth - gap;
    const left = scrollX + Math.max(gap, Math.min(box.left, right));
    const top = scrollY + (isBelow ? box.bottom + gap : box.top - gap - height);
    Object.assign(door.style, { left: `${left}px`, maxHeight: `${height}px`, position: "absolute", top: `${top}px` });
  }

  async function open(link) {
    wanted = link;
    const record = await ask(figureOf(link));
    if (wanted !== link || !link.isConnected) return false;
    if (trigger !== link || door.hidden) {
      close();
      trigger = link;
      past = [];
      fill(record);
      document.body.append(door);
      show(true);
      place();
    }
    return true;
  }

  async function enter(link) {
    stay();
    isEntered = true;
    try {
      if (!(await open(link))) return;
    } catch {
      isEntered = false;
      if (wanted === link && link.href) location = link.getAttribute("href");
      return;
    }
    isEntered = true;
    door.focus({ preventScroll: true });
    const covered = link.getBoundingClientRect().bottom - door.getBoundingClientRect().top;
    if (sheet.matches && covered > 0) scrollBy(0, covered + 16);
  }

  function close(isLeft) {
    stay();
    isEntered = false;
    if (isLeft) wanted = null;
    if (door.hidden) return;
    const isBack = isLeft && door.contains(document.activeElement);
    show(false);
    if (isBack) trigger.focus({ preventScroll: true });
  }

  const closeSoon = () => {
    if (!isEntered) closing ??= setTimeout(() => close(true), grace);
  };

  function stay() {
    clearTimeout(opening);
    clearTimeout(closing);
    closing = undefined;
  }

  function near(link, delay) {
    ask(figureOf(link)).then(() => link.href && link.setAttribute("aria-haspopup", "dialog"), () => {});
    clearTimeout(opening);
    if (isEntered || sheet.matches || link === dismissed) return;
    stay();
    if (link !== trigger || door.hidden) opening = setTimeout(() => open(link).catch(() => {}), delay);
  }

  async function step(id, isBack) {
    const record = await ask(id);
    if (!isBack) past.push(shown.id);
    fill(record);
    place();
    door.focus({ preventScroll: true });
  }

  function copy(kind) {
    const form = shown.citation?.[kind] ?? new URL(kind, root).href;
    const text = typeof form === "string" ? form : JSON.stringify(form, null, 1);
    const status = door.querySelector("[role=status]");
    status.textContent = "";
    const say = () => (status.textContent = status.dataset.copied);
    navigator.clipboard.writeText(here(text)).then(say, () => {});
  }

  function share() {
    const title = door.querySelector("#door-name").textContent;
    const url = new URL(`f/${encodeURIComponent(shown.id)}/`, root).href;
    navigator.share({ title, text: shown.share, url }).catch(() => {}); // or not, after all
  }

  // What proves a figure once more is fetched when somebody asks for it.
  function prove() {
    proving ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: new URL("assets/prove.js", root).href, onload: resolve, onerror: reject });
      document.head.append(script);
    });
    const place = door.querySelector(".door-proof");
    const fail = () => {
      proving = undefined;
      place.textContent = place.dataset.failed;
    };
    proving.then(() => window.proveInPanel(shown.id, root, door), fail);
  }

  // The one figure that is selected, with the text around it, if that is short; a panel is about its own.
  function selected() {
    const selection = getSelection();
    const text = selection.isCollapsed ? "" : selection.toString().trim();
    if (!text || text.length > longest) return null;
    const range = selection.getRangeAt(0);
    const common = range.commonAncestorContainer;
    const within = common.closest ? common : common.parentElement;
    if (!within.closest(".md-content, .door")) return null;
    const own = linkAt(within);
    const links = own ? [own] : [...range.cloneContents().querySelectorAll("a[href], [data-fact]")];
    const ids = new Set(links.map(figureOf).filter(Boolean));
    if (!ids.size && door.contains(within)) ids.add(shown.id);
    return ids.size === 1 ? { id: [...ids][0], text } : null;
  }

  on("selectionchange", () => {
    const found = selected();
    if (found) ask(found.id).catch(() => {});
  });

  // A figure goes with its source and its address into what somebody writes.
  on("copy", (event) => {
    const found = selected();
    const source = found && records.get(found.id)?.source;
    if (!source) return;
    const url = new URL(`f/${encodeURIComponent(found.id)}/`, root).href;
    const [text, link] = [document.createElement("span"), document.createElement("a")];
    Object.assign(link, { href: url, textContent: source });
    text.append(`${found.text} (`, link, ")");
    event.clipboardData.setData("text/plain", `${found.text} (${source}) ${url}`);
    event.clipboardData.setData("text/html", text.innerHTML);
    event.preventDefault();
  });

  on("pointerover", ({ pointerType, target }) => {
    if (pointerType === "touch") return;
    if (door.contains(target)) return stay();
    const link = linkAt(target);
    if (link) return near(link, hoverDelay);
    clearTimeout(opening);
    if (!trigger?.matches(":focus-visible")) closeSoon();
    if (!dismissed?.matches(":focus")) dismissed = null;
  });

  on("focusin", ({ target }) => {
    const link = door.contains(target) ? null : linkAt(target);
    if (link?.matches(":focus-visible")) near(link, focusDelay);
  });

  on("focusout", ({ target, relatedTarget }) => {
    if (target === dismissed) dismissed = null;
    clearTimeout(opening);
    if (target === trigger && !door.contains(relatedTarget)) closeSoon();
  });

  on("pointerdown", ({ target }) => {
    if (isEntered && !door.contains(target) && linkAt(target) !== trigger) close();
  });

  // Before the theme's own listener, which would follow the link.
  on("click", (event) => {
    const { target } = event;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const [isInside, link] = [door.contains(target), linkAt(target)];
    const tool = isInside && target.closest("button")?.dataset;
    if (tool?.copy) copy(tool.copy);
    else if (tool?.door === "share") share();
    else if (tool?.door === "prove") prove();
    else if (tool) tool.door === "back" ? step(past.pop(), true) : close(true);
    else if (link) {
      event.preventDefault();
      event.stopPropagation();
      if (isInside) step(figureOf(link)).catch(() => location.assign(link.href));
      else if (isEntered && link === trigger) close(true);
      else enter(link);
    } else if (isInside && target.closest("a")) close();
  }, true);

  // A point of an explored chart has no element of its own: its place is that of the pointer.
  on("figure", ({ target, detail: { fact, x, y } }) =>
    enter({
      dataset: { fact },
      focus: () => target.focus(),
      getBoundingClientRect: () => new DOMRect(x, y),
      get isConnected() { return target.isConnected; },
      matches: () => false,
    }),
  );

  on("keydown", (event) => {
    if (door.hidden) return;
    if (event.key === "Escape") {
      event.stopImmediatePropagation();
      dismissed = trigger;
      close(true);
    } else if (event.key === "Tab" && door.contains(document.activeElement)) {
      const stops = [...door.querySelectorAll("a, button:not([hidden])")];
      const ends = event.shiftKey ? [door, stops[0]] : [stops.at(-1)];
      if (!ends.includes(document.activeElement)) return;
      // The link has the focus again; from there the browser goes on by itself.
      if (event.shiftKey) event.preventDefault();
      dismissed = trigger;
      close(true);
    }
  }, true);

  addEventListener("resize", place);

  // A page that was swapped in has no open door.
  function arrive() {
    if (!trigger?.isConnected) close();
    for (const text of document.querySelectorAll(".cite pre")) text.textContent = here(text.textContent);
  }
  if (window.document$) window.document$.subscribe(arrive);
  else arrive();
})();
