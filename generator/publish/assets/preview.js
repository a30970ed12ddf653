// The preview's own script, on no published page: follows what the generator says, swaps the page in
// its place, and shows findings above the last good page.
(() => {
  "use strict";

  let known = Number(document.currentScript.dataset.build);
  const page = () => location.pathname.replace(/index\.html$/, "");
  const panel = document.createElement("section");
  panel.id = "preview-findings";
  panel.hidden = true;
  panel.setAttribute("role", "alert");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    #preview-findings { position: fixed; inset: auto 0 0; z-index: 99; max-height: 50vh; overflow: auto; padding: 1em 1.25em;
      background: #fff4f2; color: #1c1917; border-top: 4px solid #b42318; font: 15px/1.45 system-ui, sans-serif; }
    #preview-findings h2 { font-size: 1em; margin: 0 0 .5em; }
    #preview-findings ol { margin: 0; padding-left: 1.5em; }
    #preview-findings li { margin: .5em 0; overflow-wrap: anywhere; }
    #preview-findings code { font-weight: 600; background: none; color: inherit; padding: 0; }
    #preview-findings small { display: block; color: #57534e; font-size: 1em; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(panel);

  function show(messages) {
    panel.replaceChildren();
    panel.hidden = !messages.length;
    if (!messages.length) return;
    const head = document.createElement("h2");
    head.textContent = messages.length === 1 ? "1 finding; below is the last good page" : `${messages.length} findings; below is the last good page`;
    const list = document.createElement("ol");
    for (const { place, message, hint } of messages) {
      const item = document.createElement("li");
      const where = document.createElement("code");
      where.textContent = place;
      const cure = document.createElement("small");
      cure.textContent = hint;
      item.append(where, place ? " " : "", message, cure);
      list.append(item);
    }
    panel.append(head, list);
  }

  // A script that came with the page runs again, since what it had set up is gone.
  function revive(part) {
    for (const script of part.querySelectorAll("script[src]")) {
      const again = document.createElement("script");
      for (const { name, value } of script.attributes) again.setAttribute(name, value);
      script.replaceWith(again);
    }
  }

  async function swap() {
    const answer = await fetch(location.href, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [old, next] = [document, fresh].map((one) => one.querySelector("main"));
    if (!answer.ok || !old || !next) return location.reload();
    const open = new Set([...old.querySelectorAll("details[open][id], details[open] > summary")].map((one) => one.id || one.textContent));
    const { scrollX, scrollY } = window;
    const part = document.importNode(next, true);
    for (const one of part.querySelectorAll("details")) {
      if (open.has(one.id) || open.has(one.querySelector("summary")?.textContent)) one.open = true;
    }
    old.replaceWith(part);
    document.title = fresh.title;
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    revive(part);
    window.document$?.next(document);
    document.documentElement.dataset.swapped = Number(document.documentElement.dataset.swapped ?? 0) + 1;
  }

  const stream = new EventSource(`/-/preview/events?${new URLSearchParams({ page: page() })}`);
  stream.addEventListener("message", ({ data }) => {
    const { pages, messages, build } = JSON.parse(data);
    show(messages);
    // After a silence anything may have changed.
    if (pages.includes(page()) || (!pages.length && build !== known)) swap();
    known = build;
  });
  addEventListener("pagehide", () => stream.close());
})();
