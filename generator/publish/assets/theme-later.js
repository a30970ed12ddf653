// What of the theme can wait, waits. Its program is the largest thing that a page would load and most of what it
// would compute, and until a reader touches the page it does nothing that is seen but what stands below: where
// publish/held_theme.py has put its address here, it is loaded at the first sign of life. Its search, program and
// index, waits until somebody turns to that, or comes from it; of a large site search-split.js runs as the
// program. This is for the themes of both engines, and runs before their own script.
// For each feed too the theme would load something: it takes every alternate for another edition of the
// site and asks for its sitemap. A space behind the word keeps its meaning and is passed by.
(() => {
  "use strict";

  const own = document.currentScript;
  const toggle = document.querySelector("#__search");
  const field = document.querySelector(".md-search__input"); // Zensical's theme draws its own when it opens
  for (const link of document.querySelectorAll("link[rel=alternate][type]")) link.rel += " ";

  // With instant navigation the theme makes each link of a page to come whole: it sets its address anew, which
  // those of a drawing refuse.
  const drawn = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href");
  Object.defineProperty(SVGAElement.prototype, "href", {
    ...drawn,
    set(address) {
      this.setAttribute("href", new URL(address.baseVal, this.baseURI));
    },
  });

  // It takes over the head of a page that it swaps in. The style of another first screen is of no use any more, as
  // all sheets are there, and the policy of the page that was loaded allows its own alone: these stay.
  const parse = DOMParser.prototype.parseFromString;
  DOMParser.prototype.parseFromString = function (...given) {
    const page = parse.apply(this, given);
    const own = "style, meta[http-equiv]";
    page.head?.querySelectorAll(own).forEach((one) => one.remove());
    page.head?.append(...[...document.head.querySelectorAll(own)].map((one) => one.cloneNode(true)));
    return page;
  };

  const { open, send } = XMLHttpRequest.prototype;
  const index = /\/search(\/search_index)?\.json$/;
  const program = /\/workers\/search\.[^/]*$/;
  const unsent = [];
  let isWanted = /[?&][qh]=/.test(location.search);

  XMLHttpRequest.prototype.open = function (method, url, ...more) {
    this.isIndex = index.test(url);
    return open.call(this, method, url, ...more);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.isIndex && !isWanted) unsent.push(() => send.apply(this, body));
    else send.apply(this, body);
  };

  // Stands in for the search's program until it is told the index: that says which program reads it. Zensical's
  // waits for the index by itself.
  const split = new URL("search-split.js", own.src);
  class LateWorker extends EventTarget {
    constructor(Kind, [theirs, ...how]) {
      super();
      this.postMessage = (message) => {
        const worker = new Kind(message.data.config.split ? split : theirs, ...how);
        worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
        this.postMessage = (next) => worker.postMessage(next);
        this.postMessage(message);
      };
    }
  }
  window.Worker = new Proxy(window.Worker, {
    construct: (Kind, how) => (field && program.test(how[0]) ? new LateWorker(Kind, how) : new Kind(...how)),
  });

  // A key may open Zensical's search; the other one takes the focus.
  function want({ type, target }) {
    const isKey = !field && type === "keydown";
    if (isWanted || !(isKey || target.closest?.(".md-search, [for=__search]"))) return;
    isWanted = true;
    unsent.splice(0).forEach((go) => go());
  }
  // A label in the page, as on the one for lost addresses, does by mouse and key what that in the head does.
  function openSearch(event) {
    if (!event.target.matches?.(".md-content label[for=__search]") || (event.key ?? "Enter") !== "Enter") return;
    event.preventDefault();
    document.querySelector(".md-header label[for=__search]").click();
  }
  // The theme searches when a key goes up. Pasting and dictation press none.
  function follow({ target, isTrusted }) {
    if (isTrusted && target.matches?.(".md-search__input")) target.dispatchEvent(new Event("keyup", { bubbles: true }));
  }
  document.addEventListener("input", follow);
  // It writes how many it found where nobody hears it.
  addEventListener("DOMContentLoaded", () => document.querySelector(".md-search-result__meta")?.setAttribute("role", "status"));
  for (const touch of ["click", "keydown"]) document.addEventListener(touch, openSearch);
  for (const touch of ["focusin", "pointerover", "click", "keydown"]) document.addEventListener(touch, want);

  if (!own.dataset.held) return;

  // From here on: what the theme's program does at once, and what a reader does who is faster than it.
  document.documentElement.classList.replace("no-js", "js");

  // Colours as chosen, else those of the reader's system, and the button that changes them.
  const palette = document.querySelector("[data-md-component=palette]");
  const inputs = [...(palette?.querySelectorAll("input") ?? [])];
  const [bar, scheme] = ["theme-color", "color-scheme"].map((name) => Object.assign(document.createElement("meta"), { name }));
  function dress(input) {
    const { mdColorMedia: media, mdColorScheme, mdColorPrimary: primary, mdColorAccent: accent } = input.dataset;
    const color = { media, scheme: mdColorScheme, primary, accent };
    const { body } = document;
    if (body.dataset.mdColorScheme !== mdColorScheme) {
      body.setAttribute("data-md-color-switching", ""); // nothing fades from one to the other
      setTimeout(() => body.removeAttribute("data-md-color-switching"));
    }
    for (const [key, value] of Object.entries(color)) body.setAttribute(`data-md-color-${key}`, value);
    for (const one of inputs) one.nextElementSibling.hidden = one !== input;
    requestAnimationFrame(tell);
    return { index: inputs.indexOf(input), color };
  }
  // To the browser, what colours it should have around the page. Light ones it has by itself, and each word of them
  // makes it find the style of the whole page again.
  function tell() {
    const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header"));
    bar.content = backgroundColor;
    if (colorScheme.includes("dark") || scheme.isConnected) scheme.content = colorScheme;
    document.head.append(bar, ...(scheme.content ? [scheme] : []));
  }
  const choose = ({ target }) => __md_set("__palette", dress(target));
  if (inputs.length) {
    const chosen = __md_get("__palette")?.index ?? inputs.findIndex((one) => matchMedia(one.dataset.mdColorMedia).matches);
    dress(inputs[Math.max(0, Math.min(chosen, inputs.length - 1))]);
    palette.addEventListener("change", choose);
  }

  // Search: the first tap or key opens it, and what is typed stays. The theme finds it open and reads the field.
  let isAskedFor = false;
  const isTyped = (element) => element.matches?.("input:not([type=radio]), select, textarea") || element.isContentEditable;
  function reach({ type, target }) {
    if (type === "click" && target.closest?.(".md-search__button")) isAskedFor = true;
    if (type === "click" && target.closest?.(".md-header__button[for=__search]")) field?.focus();
    // A label changes its box after this; the theme too waits as long.
    if (type === "focusin" && target === field) setTimeout(() => (toggle.checked ||= document.activeElement === field), 1);
    if (type === "submit" && target.contains(field)) arguments[0].preventDefault();
  }
  // Keys: those that open the search at once, the theme's others when it is there.
  const pressed = [];
  const taken = ["p", ",", "n", ".", "Enter"];
  function press(event) {
    const { key, target } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || (isTyped(target) && key !== "Escape")) return;
    if (!field && toggle && (isCommand ? key === "k" : key === "/")) {
      event.preventDefault();
      isAskedFor = true;
    } else if (isCommand) return;
    else if (field && ["f", "s", "/"].includes(key)) {
      event.preventDefault();
      field.select();
      field.focus();
    } else if (toggle?.checked) {
      if (key !== "Escape") return;
      toggle.checked = isAskedFor = false;
      field?.blur();
    } else if (taken.includes(key))
      pressed.push([palette?.contains(target) ? target : window, new KeyboardEvent("keydown", event)]);
  }
  // The theme marks what has the focus by a class, where the browser would mark it by itself.
  function mark({ type, target }) {
    const isSeen = type === "focusin" && target.matches(":focus-visible");
    target.classList.toggle("focus-visible", isSeen);
    target.toggleAttribute("data-focus-visible-added", isSeen);
  }
  // Code that is wider than its place can be reached, and moved, by keys.
  const sizes = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const code of document.querySelectorAll(".md-content pre > code")) sizes.observe(code);
  // On paper what is folded stands open.
  function unfold() {
    for (const one of document.querySelectorAll(".md-content details:not([open])")) {
      one.open = true;
      addEventListener("afterprint", () => (one.open = false), { once: true });
    }
  }

  let isReady = false;
  addEventListener("DOMContentLoaded", () => (isReady = true));
  const begin = []; // what the theme would begin with when the page has been read
  const watched = [
    ...["click", "focusin", "submit"].map((type) => [type, reach]),
    ...["focusin", "focusout"].map((type) => [type, mark]),
    ["keydown", press],
    ["beforeprint", unfold],
  ];
  const touches = ["click", "focusin", "hashchange", "keydown", "pointerdown", "pointermove", "scroll", "touchstart", "wheel"];
  const quietly = { capture: true, passive: true };

  function load() {
    for (const touch of touches) removeEventListener(touch, load, quietly);
    document.addEventListener = function (type, listener, ...how) {
      if (isReady && type === "DOMContentLoaded") begin.push(listener);
      else EventTarget.prototype.addEventListener.call(this, type, listener, ...how);
    };
    const script = document.createElement("script");
    Object.assign(script, { src: own.dataset.held, onload: hand, onerror: wait });
    document.head.append(script);
  }

  // Waits for a sign of life: a finger, a mouse, a key, or a program that reads aloud and sets the focus. Nothing is
  // loaded when nobody moves: a reader who only looks needs nothing of it.
  function wait() {
    delete document.addEventListener;
    for (const touch of touches) addEventListener(touch, load, quietly);
  }

  // Hands over to the theme, with what has been done meanwhile.
  function hand() {
    delete document.addEventListener;
    for (const [type, listener] of watched) removeEventListener(type, listener);
    palette?.removeEventListener("change", choose);
    sizes.disconnect();
    bar.remove();
    scheme.remove();
    // Of a page that was opened at a place in it the theme closes menu and search once more.
    for (const box of location.hash ? document.querySelectorAll("[data-md-toggle]") : []) {
      box.click = () => box.checked || HTMLElement.prototype.click.call(box);
      setTimeout(() => delete box.click, 250);
    }
    for (const listener of begin) listener.call(document, new Event("DOMContentLoaded"));
    for (const [target, event] of pressed) target.dispatchEvent(event);
    if (isAskedFor) document.querySelector(".md-search__button").click();
    else if (!field && toggle?.checked) toggle.dispatchEvent(new Event("change"));
  }

  // Whether the page was opened at a place in what is folded, which the theme opens.
  function isFolded() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details");
    } catch {
      return false; // no text at all
    }
  }
  for (const [type, listener] of watched) addEventListener(type, listener);
  if (isWanted || isFolded()) load();
  else wait();
})();
