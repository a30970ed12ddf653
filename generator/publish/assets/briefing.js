// Draws the charts of a page with the site's own copy of plotly.js, when they come into view, in the
// colours of the page's scheme. Without JavaScript each chart's description and table stand for it.
(() => {
  "use strict";

  const base = new URL(".", document.currentScript.src);
  const bundle = new URL("plotly-basic-4.1.1.min.js", base).href;
  const settings = {
    displayModeBar: false,
    displaylogo: false,
    plotlyServerURL: "",
    responsive: true,
    showSendToCloud: false,
  };
  const drawn = new Map();
  let loading;

  function loadPlotly() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = bundle;
      script.onload = () => resolve(window.Plotly);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  async function loadFigure(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  // plotly.js drops colours like var(--chart-1), so each is looked up before it draws.
  function coloured(value, style) {
    if (typeof value === "string") {
      const token = /^var\((--[a-z0-9-]+)\)$/.exec(value);
      return token ? style.getPropertyValue(token[1]).trim() : value;
    }
    if (Array.isArray(value)) return value.map((entry) => coloured(entry, style));
    if (value !== null && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, coloured(entry, style)]));
    }
    return value;
  }

  async function draw(place) {
    try {
      if (!drawn.has(place)) drawn.set(place, loadFigure(place.dataset.chart));
      const [plotly, figure] = await Promise.all([loadPlotly(), drawn.get(place)]);
      const { data, layout } = coloured(figure, getComputedStyle(document.body));
      if (layout.height) place.style.minHeight = `${layout.height}px`;
      await plotly.react(place, data, layout, settings);
      place.dataset.drawn = "";
    } catch {
      place.classList.add("failed");
    }
  }

  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.filter((candidate) => candidate.isIntersecting)) {
        seen.unobserve(entry.target);
        draw(entry.target);
      }
    },
    { rootMargin: "200px" },
  );

  function watch() {
    document.querySelectorAll(".chart-drawing:not([data-watched])").forEach((place) => {
      place.dataset.watched = "";
      seen.observe(place);
    });
  }

  // The theme leaves its search dialog unnamed; its field has the name, in the page's language.
  const search = document.querySelector(".md-search");
  const field = search?.querySelector("input[aria-label]");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));

  new MutationObserver(() => drawn.forEach((_, place) => draw(place))).observe(document.body, {
    attributeFilter: ["data-md-color-scheme"],
  });
  // The theme announces each page, also one that it swapped in without loading.
  if (window.document$) window.document$.subscribe(watch);
  else watch();
})();
