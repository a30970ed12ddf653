// The page of one chart: puts the site's own address into the texts to be copied, and copies them.
// Without JavaScript the texts can be selected; their address then begins with an ellipsis.
(() => {
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
})();
