// Charts of a page. A chart that has a picture is drawn with the site's own copy of plotly.js when a
// reader asks for it; one that has none, when it comes into view. Colours are those of the page's
// scheme. Without JavaScript pictures, descriptions and tables stand for themselves.
(() => {
  "use strict";

  const base = new URL(".", document.currentScript.src);
  const bundle = new URL("plotly-basic-4.1.1.min.js", base).href;
  const settings = { displayModeBar: false, displaylogo: false, plotlyServerURL: "", responsive: true, showSendToCloud: false };
  const wide = matchMedia("(min-width: 45em)");
  const coarse = matchMedia("(pointer: coarse)");
  const figures = new Map(); // by address, what was asked for
  const wanted = new Set(); // drawings that stand on the page, or will
  const focused = new WeakMap(); // by drawing, the place of the point that the keys are on
  let loading;

  // plotly.js writes what is bold or struck through as an attribute, which no page's policy lets pass; in this way
  // it is the same style.
  const write = SVGElement.prototype.setAttribute;
  SVGElement.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value;
    else write.call(this, name, value);
  };

  function loadPlotly() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = bundle;
      script.onload = () => resolve(window.Plotly);
      script.onerror = reject;
      document.head.append(script);
    }).catch((reason) => {
      loading = undefined; // so that the next press tries again
      throw reason;
    });
    return loading;
  }

  function loadFigure(place) {
    const address = new URL(wide.matches ? place.dataset.chart : place.dataset.narrow, location.href).href;
    if (!figures.has(address)) {
      const figure = fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      });
      figure.catch(() => figures.delete(address));
      figures.set(address, figure);
    }
    return figures.get(address);
  }

  const load = (place) => Promise.all([loadPlotly(), loadFigure(place)]);

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

  // An explored chart can be zoomed and keeps the picture's height. A finger goes on scrolling.
  // Its zoom stays when it is drawn again, unless the revision is another one.
  function explorable(layout, place) {
    const axes = Object.entries(layout)
      .filter(([name, axis]) => /^[xy]axis\d*$/.test(name) && axis.visible !== false)
      .map(([name, axis]) => [name, { ...axis, fixedrange: false }]);
    const dragmode = coarse.matches ? false : "zoom";
    const uirevision = `${wide.matches} ${place.dataset.revision}`;
    return { ...layout, ...Object.fromEntries(axes), dragmode, height: parseFloat(place.style.height), uirevision };
  }

  async function draw(place) {
    const [plotly, figure] = await load(place);
    if (!wanted.has(place)) return;
    const { data, layout } = coloured(figure, getComputedStyle(document.body));
    const picture = pictureOf(place);
    if (picture && place.hidden) {
      place.style.height = `${picture.getBoundingClientRect().height}px`;
      picture.hidden = true;
      place.hidden = false;
    }
    if (!picture && layout.height) place.style.minHeight = `${layout.height}px`;
    await plotly.react(place, data, picture ? explorable(layout, place) : layout, settings);
    if (!("drawn" in place.dataset)) place.on("plotly_click", ({ points, event }) => point(place, points, event));
    place.dataset.drawn = "";
  }

  // The figure of a point opens its door (door.js), if the table of the chart leads to it.
  function point(place, [{ customdata }], { clientX: x, clientY: y }) {
    const rows = place.closest("figure").querySelectorAll("tbody a");
    if (![...rows].some(({ hash }) => hash === `#${customdata}`)) return;
    place.dispatchEvent(new CustomEvent("figure", { bubbles: true, detail: { fact: customdata, x, y } }));
  }

  const pictureOf = (place) => place.parentElement.querySelector(".chart-picture");
  const drawingOf = (figure) => figure.querySelector(".chart-drawing");
  const buttonOf = (figure) => figure.querySelector(".chart-explore");

  async function explore(figure) {
    const [place, button] = [drawingOf(figure), buttonOf(figure)];
    const status = figure.querySelector(".chart-status");
    wanted.add(place);
    status.textContent = "";
    button.setAttribute("aria-pressed", "true");
    button.setAttribute("aria-busy", "true");
    try {
      await draw(place);
      if (wanted.has(place)) figure.querySelector(".chart-zoom").hidden = false;
    } catch {
      close(figure);
      status.textContent = status.dataset.failed;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  function close(figure) {
    const place = drawingOf(figure);
    wanted.delete(place);
    focused.delete(place);
    if ("drawn" in place.dataset) window.Plotly.purge(place);
    delete place.dataset.drawn;
    place.hidden = true;
    pictureOf(place).hidden = false;
    figure.querySelector(".chart-zoom").hidden = true;
    figure.querySelector(".chart-status").textContent = "";
    buttonOf(figure).setAttribute("aria-pressed", "false");
    buttonOf(figure).focus();
  }

  const isOpen = (figure) => buttonOf(figure)?.getAttribute("aria-pressed") === "true";

  function zoom(place, how) {
    if (how === "all") {
      place.dataset.revision = Number(place.dataset.revision ?? 0) + 1;
      return draw(place);
    }
    const change = {};
    for (const [name, axis] of Object.entries(place._fullLayout)) {
      if (!/^[xy]axis\d*$/.test(name) || axis.fixedrange) continue;
      const [low, high] = axis.range.map((end) => axis.r2l(end));
      const [middle, half] = [(low + high) / 2, ((high - low) / 2) * (how === "in" ? 0.5 : 2)];
      change[`${name}.range`] = [middle - half, middle + half].map((end) => axis.l2r(end));
    }
    return window.Plotly.relayout(place, change);
  }

  // Arrow keys go through the points as a mouse would, and say what stands beside each.
  function step(figure, by) {
    const place = drawingOf(figure);
    const points = (place.data ?? []).flatMap(({ hovertext }, curveNumber) =>
      [hovertext ?? []].flat().flatMap((text, pointNumber) => (text ? [{ curveNumber, pointNumber }] : [])),
    );
    if (!points.length) return;
    const next = ((focused.get(place) ?? (by > 0 ? -1 : 0)) + by + points.length) % points.length;
    focused.set(place, next);
    window.Plotly.Fx.hover(place, [points[next]]);
    // plotly.js does not announce a label that it was told to show, and may show it a moment later.
    setTimeout(() => {
      const lines = [...place.querySelectorAll(".hoverlayer tspan")].map((line) => line.textContent);
      if (wanted.has(place)) figure.querySelector(".chart-status").textContent = lines.join(", ");
    }, 100);
  }

  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function prepare(figure) {
    const [place, button] = [drawingOf(figure), buttonOf(figure)];
    if (!button) {
      seen.observe(place);
      return;
    }
    // What fails here is said when the button is pressed.
    const warm = () => load(place).catch(() => {});
    button.addEventListener("pointerenter", warm);
    button.addEventListener("focus", warm);
    button.addEventListener("click", () => (isOpen(figure) ? close(figure) : explore(figure)));
    for (const tool of figure.querySelectorAll("[data-zoom]")) {
      tool.addEventListener("click", () => zoom(place, tool.dataset.zoom));
    }
    place.addEventListener("keydown", (event) => {
      const [hovered] = place._hoverdata ?? [];
      if (event.key === "Enter" && hovered && focused.has(place)) {
        const { left, bottom } = place.querySelector(".hoverlayer").getBoundingClientRect();
        point(place, [hovered], { clientX: left, clientY: bottom });
      }
      if (!(event.key in steps)) return;
      event.preventDefault();
      step(figure, steps[event.key]);
    });
  }

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter((candidate) => candidate.isIntersecting)) {
        seen.unobserve(target);
        wanted.add(target);
        draw(target).catch(() => target.removeAttribute("data-lazy"));
      }
    },
    { rootMargin: "200px" },
  );

  function watch() {
    for (const place of [...wanted].filter((drawing) => !drawing.isConnected)) {
      wanted.delete(place);
      if ("drawn" in place.dataset) window.Plotly.purge(place);
    }
    for (const figure of document.querySelectorAll("figure.chart:not([data-watched])")) {
      figure.dataset.watched = "";
      prepare(figure);
    }
  }

  // Escape gives back the picture of the chart that is used, or of the last that was opened.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const used = document.activeElement?.closest(".chart");
    const open = [...document.querySelectorAll("figure.chart")].filter(isOpen);
    const last = document.activeElement === document.body ? open.at(-1) : undefined;
    const figure = open.includes(used) ? used : last;
    if (figure) close(figure);
  });

  // The theme leaves its search dialog unnamed; its field has the name, in the page's language.
  const search = document.querySelector(".md-search");
  const field = search?.querySelector("input[aria-label]");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));

  // Said behind a figure by whoever reads the page aloud.
  function describe() {
    if (!document.getElementById("figure--opens")) return;
    for (const link of document.querySelectorAll(".md-content a.figure")) link.setAttribute("aria-describedby", "figure--opens");
  }

  const redraw = () => wanted.forEach((place) => draw(place).catch(() => {}));
  new MutationObserver(redraw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  wide.addEventListener("change", redraw);
  // The theme announces each page, also one that it swapped in without loading.
  for (const arrive of [watch, describe]) {
    if (window.document$) window.document$.subscribe(arrive);
    else arrive();
  }
})();
