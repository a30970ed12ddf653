// The theme asks for the whole search index on every page. This holds that one request back until
// somebody turns to the search, or comes from it. It runs before the theme's own script.
(() => {
  "use strict";

  const { open, send } = XMLHttpRequest.prototype;
  const index = /\/search\/search_index\.json$/;
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

  function want({ target }) {
    if (isWanted || !target.closest?.(".md-search, [for=__search]")) return;
    isWanted = true;
    held.splice(0).forEach((go) => go());
  }
  for (const touch of ["focusin", "pointerover", "click"]) document.addEventListener(touch, want);
})();
