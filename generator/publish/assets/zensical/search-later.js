// What search-later.js is to MkDocs’ theme this is to Zensical’s, in its place: the index of the search is held
// back until somebody turns to it, or reaches for the keys. The program waits for the index by itself.
// For each feed too the theme would ask for a sitemap. A space behind the word keeps its meaning and is passed by.
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
  const held = [];
  let isWanted = /[?&][qh]=/.test(location.search);

  XMLHttpRequest.prototype.open = function (method, url, ...more) {
    this.isIndex = /\/search\.json$/.test(url);
    return open.call(this, method, url, ...more);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.isIndex && !isWanted) held.push(() => send.apply(this, body));
    else send.apply(this, body);
  };

  function want({ type, target }) {
    if (isWanted || (type !== "keydown" && !target.closest?.(".md-search, [for=__search]"))) return;
    isWanted = true;
    held.splice(0).forEach((go) => go());
  }
  for (const touch of ["focusin", "pointerover", "click", "keydown"]) document.addEventListener(touch, want);
})();
