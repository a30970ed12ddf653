// The table of facts: search as you type, filters, sorting; its state stands in the address. What may be
// typed for a fact stands in a file beside the page, which is asked for when somebody turns to the field.
// Nothing here knows a word or a unit: labels come from the page, and the words behind a numeral are
// learnt from the spellings in that file. An address that names a figure leads on to its sentence.
(() => {
  "use strict";

  // The id that the address names; none when it is no text at all.
  function targetId() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  // What this page shows in a row, or had room for once, stands with its sentence elsewhere.
  const script = document.querySelector("script[src$='assets/facts.js']");
  const root = new URL("../", script.src);
  const page = location.pathname;
  const lead = (address) => location.pathname === page && location.replace(address);
  function leadOn() {
    const id = targetId();
    const named = id ? document.getElementById(id) : null;
    const proof = named?.matches("tr") && named.querySelector("a.figure");
    if (proof) lead(proof.href);
    else if (id && !named && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
      const permanent = new URL(`f/${id}/`, root);
      fetch(permanent).then((answer) => answer.ok && targetId() === id && lead(permanent), () => {});
    }
  }
  leadOn();
  addEventListener("hashchange", () => script.isConnected && leadOn());

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
  let learnt = {}; // by figure, what else it is searched for: its words, then spellings of its amount
  function haystack({ row, id }) {
    const [words = "", spellings = ""] = learnt[id] ?? [];
    const text = fold(`${row.textContent} | ${words}`);
    const typed = fold(spellings);
    const numerals = `${text} ${typed}`.match(/\d[\d.,]*[.,]\d+/g) ?? [];
    return ` ${[plain(text), ...values(typed), ...numerals].join(" ")} `;
  }

  const order = [...body.rows];
  const facts = order.map((row) => ({ row, id: row.id, keys: {} }));

  // What a row can be filtered by, with the words that the page has for it.
  const named = { status: new Map(), article: new Map(), year: new Map(), language: new Map() };
  const yearOf = (row, at) => Number(row.cells[at].querySelector("time").dateTime.slice(0, 4));
  function readKeys({ row, keys }) {
    const { indicator, status, basis } = row.dataset;
    Object.assign(keys, { indicator: [indicator], status: [status], basis: [basis] });
    named.status.set(status, row.cells[4].textContent);
    const articles = [...row.cells[5].querySelectorAll("[data-source]")].map((cell) => [cell.dataset.source, cell.title]);
    const languages = [...row.cells[6].querySelectorAll("[data-language]")].map((cell) => [cell.dataset.language, cell.textContent]);
    for (const [key, found] of [["article", articles], ["language", languages]]) {
      keys[key] = found.map(([value]) => value);
      found.forEach(([value, label]) => named[key].set(value, label));
    }
    named.year.set(`${yearOf(row, 2)}`, `${yearOf(row, 2)}`);
  }
  function readYears() {
    const years = [...named.year.keys()];
    for (const { row, keys } of facts) {
      const [from, until] = [yearOf(row, 2), Number(row.dataset.until ?? yearOf(row, 2))];
      keys.year = years.filter((year) => from <= year && year <= until);
    }
  }
  function fill() {
    for (const select of filters) {
      const options = [...(named[select.name] ?? [])];
      options.sort(([, a], [, b]) => compare(a, b));
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
  // The words are asked for once; where they cannot be had, what a row shows is searched.
  let asked;
  const learn = () =>
    (asked ??= fetch(form.dataset.words).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({})).then((words) => {
      learnt = words;
      for (const fact of facts) delete fact.hay;
      prepare();
      if (field.value.trim()) show();
    }));
  // What is compared is read once, in pauses from then on.
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

  // Of all figures the Tab key meets one, so that it soon leads past them; arrow keys go on from there.
  let current;
  function meet(link) {
    if (current) current.tabIndex = -1;
    current = link;
    if (current) current.tabIndex = 0;
  }
  const figureIn = (row) => row.querySelector("a.figure");
  const figures = () => [...body.rows].filter((row) => !row.hidden).map(figureIn);
  function rove() {
    for (const { row } of facts) figureIn(row).tabIndex = -1;
    body.addEventListener("focusin", ({ target }) => target.matches("a.figure") && meet(target));
    body.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !event.target.matches("a.figure")) return;
      const met = figures();
      const at = met.indexOf(event.target);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: met.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      met[to]?.focus();
    });
  }

  function show() {
    const set = filters.filter(({ value }) => value);
    const found = field.value.trim() ? search(field.value) : new Set(facts);
    let shown = 0;
    for (const fact of facts) {
      const fits = found.has(fact) && set.every(({ name, value }) => fact.keys[name]?.includes(value));
      fact.row.hidden = !fits;
      shown += Number(fits);
    }
    none.hidden = shown > 0;
    if (!current || current.closest("tr").hidden) meet(figures()[0]);
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

  field.addEventListener("focus", learn, { once: true });
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

  function start() {
    read();
    arrange();
    if (field.value.trim()) learn();
    else show();
  }
  const steps = [rove, () => facts.forEach(readKeys), readYears, fill, makeHeads, start];
  // Where the address asks for nothing all is shown already, and a touch may come between the steps.
  function go() {
    steps.shift()();
    if (steps.length && location.search) go();
    else if (steps.length) setTimeout(go);
  }
  go();
})();
