// The theme loads its search, program and index, on every page. This holds both back until somebody
// turns to the search, or comes from it, and of a large site runs search-split.js as the program. It runs before the
// theme's own script.
// For each feed too the theme would load something: it takes every alternate for another edition of the
// site and asks for its sitemap. A space behind the word keeps its meaning and is passed by.
(() => {
  "use strict";

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
  const index = /\/search\/search_index\.json$/;
  const program = /\/workers\/search\.[^/]*$/;
  const held = [];
  let isWanted = /[?&][qh]=/.test(location.search);

  XMLHttpRequest.prototype.open = function (method, url, ...more) {
    this.isIndex = index.test(url);
    return open.call(this, method, url, ...more);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.isIndex && !isWanted) held.push(() => send.apply(this, body));
    else send.apply(this, body);
  };

  // Stands in for the search's program until it is told the index: that says which program reads it.
  const split = new URL("search-split.js", document.currentScript.src);
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
    construct: (Kind, how) => (program.test(how[0]) ? new LateWorker(Kind, how) : new Kind(...how)),
  });

  function want({ target }) {
    if (isWanted || !target.closest?.(".md-search, [for=__search]")) return;
    isWanted = true;
    held.splice(0).forEach((go) => go());
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
  for (const touch of ["focusin", "pointerover", "click"]) document.addEventListener(touch, want);
})();
