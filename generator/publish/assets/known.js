// What was known on a day, and what was reported of it only later, out of the file that the form names; it is
// asked for when somebody turns to the field. Each figure has there from which day it was known, when it was replaced, and the
// first and last day of its period, so that a day is looked up by comparing texts. No words are made here.
(() => {
  "use strict";

  const form = document.querySelector(".day-form:not([data-ready])");
  if (!form) return;
  form.dataset.ready = "";
  const { on: field } = form.elements;
  const box = form.parentElement;
  const [said, answer] = [box.querySelector(".day-said"), box.querySelector(".day-answer")];
  const [knownPart, laterPart] = answer.querySelectorAll("section");
  const { lang } = document.documentElement;
  const order = lang === "en" ? "en-GB" : lang; // the day before the month, as all dates of the site have it

  let asked;
  const learn = () =>
    (asked ??= fetch(form.dataset.days)
      .then((found) => (found.ok ? found.json() : Promise.reject(found.status)))
      .catch((error) => {
        asked = undefined;
        throw error;
      }));

  const stood = (day) => ({ since, replaced }) => since <= day && (!replaced || day < replaced);
  const holds = (day) => ({ from, until }) => (!from || from <= day) && (!until || day <= until);

  // What the file holds is markup of the site's own making.
  function row({ name, figure, remarks }) {
    const one = document.createElement("li");
    const head = document.createElement("span");
    head.className = "day-name";
    head.textContent = name;
    one.append(head, " ");
    one.insertAdjacentHTML("beforeend", figure);
    const more = document.createElement("span");
    more.className = "day-when";
    more.innerHTML = remarks.join(" · ");
    one.append(" ", more);
    return one;
  }
  // Of all links of a list the Tab key meets one, so that it soon leads past them; arrow keys go on from there.
  const linksOf = (part) => [...part.querySelectorAll(".day-list a")];
  function meet(links, met) {
    for (const link of links) link.tabIndex = link === met ? 0 : -1;
  }
  for (const part of [knownPart, laterPart]) {
    part.addEventListener("focusin", ({ target }) => target.closest(".day-list") && meet(linksOf(part), target));
    part.addEventListener("keydown", (event) => {
      const links = linksOf(part);
      const at = links.indexOf(event.target);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      links[to]?.focus();
    });
  }
  function list(part, figures) {
    part.querySelector(".day-list").replaceChildren(...figures.map(row));
    part.querySelector(".day-none").hidden = figures.length > 0;
    const links = linksOf(part);
    meet(links, links[0]);
  }

  function show(day, { figures, dates }) {
    // First what is true of the day itself; what has replaced it nobody knew yet.
    const [then, other] = [true, false].map((is) => figures.filter((one) => stood(day)(one) && holds(day)(one) === is));
    const known = [...then, ...other];
    const later = figures.filter((one) => one.since > day && holds(day)(one));
    list(knownPart, known);
    list(laterPart, later.map(({ remarks, after, ...one }) => ({ ...one, remarks: [...remarks, ...after] })));
    const last = dates.filter(({ since }) => since <= day).at(-1);
    const line = knownPart.querySelector(".day-last");
    line.hidden = !last;
    if (last) line.querySelector("span").innerHTML = [last.page, last.file].filter(Boolean).join(" · ");
    const words = {
      day: new Intl.DateTimeFormat(order, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day)),
      known: known.length,
      all: figures.length,
      later: later.length,
    };
    said.textContent = form.dataset.counted.replace(/\{(\w+)\}/g, (_, name) => words[name]);
    answer.hidden = false;
  }

  async function update() {
    const day = field.value;
    const search = day ? `?on=${day}` : "";
    if (location.search !== search) history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
    if (!day) {
      said.textContent = "";
      answer.hidden = true;
      return;
    }
    try {
      const found = await learn();
      if (field.value === day) show(day, found);
    } catch {
      said.textContent = form.dataset.failed;
    }
  }

  field.addEventListener("focus", () => learn().catch(() => {}), { once: true });
  field.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  const named = new URLSearchParams(location.search).get("on") ?? "";
  if (/^\d{4}-\d{2}-\d{2}$/.test(named) && !isNaN(Date.parse(named))) field.value = named;
  if (field.value) update();
})();
