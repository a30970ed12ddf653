// The table of all facts: search as you type, filters, sorting; its state stands in the address.
// What may be typed for a fact stands in the fact's own section. Nothing here knows a word or a unit:
// labels come from the page, and the words behind a numeral are learnt from the spellings on it.
(() => {
  "use strict";

  const form = document.querySelector(".facts-tools:not([data-ready])");
  if (!form) return;
  form.dataset.ready = "";
  const table = document.querySelector(".facts-table");
  const [body, none, output] = [table.tBodies[0], document.querySelector(".facts-none"), form.querySelector("output")];
  const [fieldset, more] = [form.querySelector("fieldset"), form.querySelector(".facts-more button")];
  const filters = [...fieldset.querySelectorAll("select")];
  const { q: field, sort } = form.elements;
  const { lang } = document.documentElement;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const number = new Intl.NumberFormat(lang);
  const moreText = more.textContent;
  const LEAST_PAUSE = 120; // milliseconds without a key, after which the page follows

  // Text as it is compared: small letters without accents, tokens between single blanks.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  const tokens = (text) =>
    ` ${text.replace(/[^\p{L}\p{N}%.,\-/]+/gu, " ")} `.replace(/ [.,\-/]+|[.,\-/]+(?= )/g, " ").replace(/(\d) +(?=%)/g, "$1").replace(/ +/g, " ");
  // The same with every numeral in one spelling: no marks between its groups, a point before decimals.
  const plain = (text) =>
    tokens(text.replace(/(^|[^\d.,])(\d{1,3}(?:[ .,'’]\d{3})+)(?!\d)/g, (_, before, digits) => before + digits.replace(/\D/g, "")).replace(/(\d),(?=\d)/g, "$1."));

  const scales = new Set();
  function spellings(section) {
    const found = section.querySelector(".fact-spellings")?.textContent.split(" · ") ?? [];
    return found.map((text) => {
      const joined = plain(fold(text)).replace(/ /g, "");
      const word = /^[\d.]+([^\d.].*)$/.exec(joined);
      if (word) scales.add(word[1]);
      return joined;
    });
  }
  function haystack({ row, section }) {
    const parts = section.querySelectorAll("h3, .fact-amount, blockquote, .translation, figcaption, code, .fact-words, .fact-spellings");
    const text = fold([row, ...parts].map((part) => part?.textContent ?? "").join(" | "));
    return `${plain(text)}${tokens(text)}${spellings(section).join(" ")} `;
  }

  const sectionsOf = () => [...document.querySelectorAll("section.fact")];
  const rows = new Map([...body.rows].map((row) => [row.querySelector("a").hash.slice(1), row]));
  const facts = sectionsOf().map((section) => ({ section, id: section.id, row: rows.get(section.id), keys: {} }));
  const rowed = facts.filter(({ row }) => row);
  const order = [...body.rows];
  const headings = [...document.querySelectorAll("h2[id*='--']")];

  // What a row can be filtered by, with the words that the page has for it.
  const named = { indicator: new Map(), status: new Map(), article: new Map(), year: new Map(), language: new Map() };
  const yearOf = (row, at) => Number(row.cells[at].querySelector("time").dateTime.slice(0, 4));
  function readKeys({ row, keys }) {
    const { indicator, status, basis } = row.dataset;
    Object.assign(keys, { indicator: [indicator], status: [status], basis: [basis] });
    named.indicator.set(indicator, document.getElementById(`indicator--${indicator}`)?.textContent.trim() ?? indicator);
    named.status.set(status, row.cells[4].textContent);
    const articles = [...row.cells[5].querySelectorAll("a")].map((link) => [link.pathname.split("/").at(-2), link.title]);
    const languages = [...row.cells[6].querySelectorAll("[data-language]")].map((cell) => [cell.dataset.language, cell.textContent]);
    for (const [key, found] of [["article", articles], ["language", languages]]) {
      keys[key] = found.map(([value]) => value);
      found.forEach(([value, label]) => named[key].set(value, label));
    }
    named.year.set(`${yearOf(row, 2)}`, `${yearOf(row, 2)}`);
  }
  function fill() {
    rowed.forEach(readKeys);
    const years = [...named.year.keys()];
    for (const { row, keys } of rowed) {
      const [from, until] = [yearOf(row, 2), Number(row.dataset.until ?? yearOf(row, 2))];
      keys.year = years.filter((year) => from <= year && year <= until);
    }
    for (const select of filters) {
      const options = [...(named[select.name] ?? [])];
      if (select.name !== "indicator") options.sort(([, a], [, b]) => compare(a, b));
      select.append(...options.map(([value, label]) => new Option(label, value)));
    }
    for (const head of table.tHead.rows[0].cells) {
      const { textContent: column, dataset } = head;
      for (const [how, sign] of [["ascending", ""], ["descending", "-"]]) {
        sort.append(new Option(form.dataset[how].replace("{column}", column), sign + dataset.column));
      }
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = column;
      button.addEventListener("click", () => turn(dataset.column));
      head.replaceChildren(button);
    }
  }

  // One tap sorts upwards, the next downwards, the third gives back the order of the page.
  function turn(column) {
    sort.value = { [column]: `-${column}`, [`-${column}`]: "" }[sort.value] ?? column;
    update();
  }
  const when = (row, at) => row.cells[at].querySelector("time").dateTime;
  const text = (at) => (a, b) => compare(a.cells[at].textContent.trim(), b.cells[at].textContent.trim());
  const date = (at) => (a, b) => compare(when(a, at), when(b, at));
  const value = (row) => (row.dataset.basis === "event" ? NaN : parseFloat(row.querySelector("data").value));
  const orders = { name: text(0), value: (a, b) => value(a) - value(b), period: date(2), known: date(3), status: text(4), source: text(5), language: text(6) };
  // Values are compared within their unit; what has no value comes last, whichever way.
  const apart = (a, b) => Number(a.dataset.basis === "event") - Number(b.dataset.basis === "event") || compare(a.dataset.unit, b.dataset.unit);

  let sorted = "";
  function arrange() {
    if (sort.value === sorted) return;
    sorted = sort.value;
    const [sign, column] = sorted.startsWith("-") ? [-1, sorted.slice(1)] : [1, sorted];
    const by = orders[column];
    const arranged = by ? [...order].sort((a, b) => (column === "value" && apart(a, b)) || sign * by(a, b) || 0) : order;
    body.append(...arranged);
    for (const head of table.tHead.rows[0].cells) {
      if (head.dataset.column === column) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
  }

  // A numeral begins where it is found, a word may stand anywhere.
  const has = (hay, term) => hay.includes(/^\d/.test(term) ? ` ${term}` : term);
  const isScale = (word) => [...scales].some((scale) => scale.startsWith(word));
  function joined(terms) {
    const found = [];
    for (const term of terms) {
      if (/^[\d.]*\d$/.test(found.at(-1) ?? "") && /^[^\d]/.test(term) && isScale(term)) found.push(found.pop() + term);
      else found.push(term);
    }
    return found;
  }
  function search(typed) {
    const folded = fold(typed);
    for (const fact of facts) fact.hay ??= haystack(fact);
    const ways = [plain, tokens].map((way) => way(folded).trim().split(" ").filter(Boolean));
    const matching = (readings) => facts.filter(({ hay }) => readings.some((terms) => terms.every((term) => has(hay, term))));
    const found = matching(ways.map(joined));
    return new Set(found.length ? found : matching(ways));
  }

  function show() {
    const set = filters.filter(({ value }) => value);
    const found = field.value.trim() ? search(field.value) : new Set(facts);
    const target = decodeURIComponent(location.hash.slice(1));
    let shown = 0;
    for (const { row, section, keys, id, ...fact } of facts.map((one) => ({ ...one, is: found.has(one) }))) {
      const fits = fact.is && set.every(({ name, value }) => keys[name]?.includes(value));
      if (row) {
        row.hidden = !fits;
        shown += Number(fits);
      }
      section.hidden = !fits && id !== target && `fact--${id}` !== target;
    }
    for (const heading of headings) {
      let next = heading.nextElementSibling;
      while (next && !next.matches("h2, .fact:not([hidden])")) next = next.nextElementSibling;
      heading.hidden = !next?.matches(".fact");
    }
    none.hidden = shown > 0;
    output.textContent = form.dataset.shown.replace("{shown}", number.format(shown));
    more.textContent = set.length ? form.dataset.set.replace("{number}", number.format(set.length)) : moreText;
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    field.value = (asked.get("q") ?? "").slice(0, field.maxLength);
    for (const select of [...filters, sort]) {
      const value = asked.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
  }
  function write() {
    const state = new URLSearchParams([field, ...filters, sort].filter(({ value }) => value.trim()).map(({ name, value }) => [name, value]));
    history.replaceState(history.state, "", `${location.pathname}${state.size ? `?${state}` : ""}${location.hash}`);
  }
  function update() {
    arrange();
    show();
    write();
  }

  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(update, LEAST_PAUSE);
  });
  form.addEventListener("change", ({ target }) => target !== field && update());
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    update();
  });
  more.addEventListener("click", () => {
    more.setAttribute("aria-expanded", fieldset.classList.toggle("is-open"));
  });
  addEventListener("hashchange", () => form.isConnected && show());

  fill();
  read();
  arrange();
  show();
  // What was hidden above has moved the figure that the address names.
  const target = location.search && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
})();
