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
  const { find: field, sort } = form.elements;
  const { lang } = document.documentElement;
  // Made when first used: a browser takes long to learn a language's order and numerals.
  let collator, numerals;
  const compare = (a, b) => (collator ??= new Intl.Collator(lang, { numeric: true })).compare(a, b);
  const printed = (number) => (numerals ??= new Intl.NumberFormat(lang)).format(number);
  const moreText = more.textContent;
  const MOST_A_FRAME = 30;
  const LONGEST_WORK = 20; // milliseconds
  const LEAST_PAUSE = 120; // milliseconds without a key, after which the page follows

  // Text as it is compared: small letters without accents, tokens between single blanks.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  const tokens = (text) =>
    ` ${text.replace(/[^\p{L}\p{N}%.,\-/|]+/gu, " ")} `.replace(/ [.,\-/]+|[.,\-/]+(?= )/g, " ").replace(/(\d) +(?=%)/g, "$1").replace(/ +/g, " ");
  // The same with every numeral in one spelling: no marks between its groups, a point before decimals.
  const plain = (text) =>
    tokens(text.replace(/(^|[^\d.,])(\d{1,3}(?:[ .,'’]\d{3})+)(?!\d)/g, (_, before, digits) => before + digits.replace(/\D/g, "")).replace(/(\d),(?=\d)/g, "$1."));

  const scales = new Set();
  const values = (text) =>
    plain(text.replaceAll(" \u00b7 ", " | ")).split(" | ").map((one) => {
      const joined = one.replace(/ /g, "");
      const word = /^[\d.]+([^\d.].*)$/.exec(joined);
      if (word) scales.add(word[1]);
      return joined;
    });
  const READ = "blockquote, .translation, figcaption, code, .fact-words";
  function haystack({ row, section }) {
    const text = fold([row, ...section.querySelectorAll(READ)].map((part) => part?.textContent ?? section.textContent).join(" | "));
    const typed = fold(section.querySelector(".fact-spellings")?.textContent ?? "");
    const numerals = `${text} ${typed}`.match(/\d[\d.,]*[.,]\d+/g) ?? [];
    return ` ${[plain(text), ...values(typed), ...numerals].join(" ")} `;
  }

  const rows = new Map([...body.rows].map((row) => [row.querySelector("a").hash.slice(1), row]));
  const facts = [...document.querySelectorAll("section.fact")].map((section) => ({ section, id: section.id, row: rows.get(section.id), keys: {} }));
  const rowed = facts.filter(({ row }) => row);
  const order = [...body.rows];
  // Each heading below the table with the facts that stand under it.
  const groups = [];
  let at = 0;
  for (const part of document.querySelectorAll("h2[id*='--'], section.fact")) {
    if (part.tagName === "H2") groups.push({ heading: part, under: [] });
    else groups.at(-1)?.under.push(facts[at++]);
  }

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
  function readYears() {
    const years = [...named.year.keys()];
    for (const { row, keys } of rowed) {
      const [from, until] = [yearOf(row, 2), Number(row.dataset.until ?? yearOf(row, 2))];
      keys.year = years.filter((year) => from <= year && year <= until);
    }
  }
  function fill() {
    for (const select of filters) {
      const options = [...(named[select.name] ?? [])];
      if (select.name !== "indicator") options.sort(([, a], [, b]) => compare(a, b));
      select.append(...options.map(([value, label]) => new Option(label, value)));
    }
  }
  function makeHeads() {
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
  // What is compared is read once, in pauses from the moment on that somebody turns to the field.
  function prepare() {
    const end = performance.now() + LONGEST_WORK;
    const unread = facts.filter(({ hay }) => !hay);
    while (unread.length && performance.now() < end) readHay(unread.pop());
    if (unread.length) setTimeout(prepare);
  }
  const readHay = (fact) => (fact.hay ??= haystack(fact));

  function search(typed) {
    const folded = fold(typed);
    facts.forEach(readHay);
    const ways = [plain, tokens].map((way) => way(folded).trim().split(" ").filter(Boolean));
    const matching = (readings) => facts.filter(({ hay }) => readings.some((terms) => terms.every((term) => has(hay, term))));
    const found = matching(ways.map(joined));
    return new Set(found.length ? found : matching(ways));
  }

  // The id that the address names; none when it is no text at all.
  function targetId() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  // Sections far below the table follow a few a frame, so that no key waits for them.
  let frame;
  function settle(most) {
    cancelAnimationFrame(frame);
    const late = facts.filter(({ section, isAway }) => section.hidden !== isAway);
    for (const { section, isAway } of late.slice(0, most)) section.hidden = isAway;
    for (const { heading, under } of groups) heading.hidden = under.every(({ isAway }) => isAway);
    if (late.length > most) frame = requestAnimationFrame(() => settle(most));
  }

  function show(most = MOST_A_FRAME) {
    const set = filters.filter(({ value }) => value);
    const found = field.value.trim() ? search(field.value) : new Set(facts);
    const target = targetId();
    let shown = 0;
    for (const fact of facts) {
      const { row, keys, id } = fact;
      const fits = found.has(fact) && set.every(({ name, value }) => keys[name]?.includes(value));
      if (row) {
        row.hidden = !fits;
        shown += Number(fits);
      }
      fact.isAway = !fits && id !== target && `fact--${id}` !== target;
    }
    settle(most);
    none.hidden = shown > 0;
    output.textContent = form.dataset.shown.replace("{shown}", printed(shown));
    more.textContent = set.length ? form.dataset.set.replace("{number}", printed(set.length)) : moreText;
  }

  // The theme opens its own search for ?q=, so ours has another name; who links to ?q= here means ours.
  function read() {
    const asked = new URLSearchParams(location.search);
    if (asked.has("q")) {
      if (!asked.has(field.name)) asked.set(field.name, asked.get("q"));
      asked.delete("q");
      history.replaceState(history.state, "", `${location.pathname}?${asked}${location.hash}`);
    }
    field.value = (asked.get(field.name) ?? "").slice(0, field.maxLength);
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

  field.addEventListener("focus", prepare, { once: true });
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

  function start() {
    read();
    arrange();
    show(Infinity);
    // What was hidden above has moved the figure that the address names.
    const target = location.search && document.getElementById(targetId());
    if (target) target.scrollIntoView();
  }
  const steps = [() => rowed.forEach(readKeys), readYears, fill, makeHeads, start];
  // Where the address asks for nothing all is shown already, and a touch may come between the steps.
  function go() {
    steps.shift()();
    if (steps.length && location.search) go();
    else if (steps.length) setTimeout(go);
  }
  go();
})();
