// The page of one chart, alone or within a frame. It runs before the page is painted: the scheme is
// what the address asks for (?theme=light, dark or auto), else light within a frame and the reader's
// own outside. Within a frame the page says how high it is; the embed code makes the frame follow.
(() => {
  "use strict";

  const isFramed = parent !== window;
  const asked = new URLSearchParams(location.search).get("theme");
  const usual = isFramed ? "light" : "auto";
  document.documentElement.dataset.theme = ["light", "dark", "auto"].includes(asked) ? asked : usual;
  addEventListener("DOMContentLoaded", isFramed ? follow : offerToShare);

  function follow() {
    const page = document.documentElement;
    const say = () => parent.postMessage({ briefingHeight: Math.ceil(page.getBoundingClientRect().height) }, "*");
    new ResizeObserver(say).observe(document.body);
  }

  function offerToShare() {
    const line = document.querySelector(".share-line");
    line.hidden = !navigator.share;
    line.querySelector("button").addEventListener("click", () => {
      const title = document.querySelector("h1").textContent;
      navigator.share({ title, url: new URL("./", location.href).href }).catch(() => {}); // or not, after all
    });
  }
})();

// Puts the site's own address into the texts to be copied, and copies them. Without JavaScript the
// texts can be selected; their address then begins with an ellipsis.
addEventListener("DOMContentLoaded", () => {
  "use strict";

  const here = new URL("./", location.href).href;
  for (const text of document.querySelectorAll("textarea[data-address]")) {
    text.value = text.value.replaceAll(text.dataset.address, here);
  }

  async function copy(text) {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      return true;
    } catch {
      // A frame of another site, or a page without https, has no clipboard of its own.
      return document.execCommand("copy");
    }
  }

  for (const button of document.querySelectorAll("button.copy")) {
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(document.getElementById(button.dataset.copies));
      status.textContent = done ? button.dataset.copied : "";
      button.focus();
    });
  }
});
