// Proves a figure once more, in the reader's browser: reads its sentence again and compares what it says with what
// the site shows, computes its formula, and holds both against the chain of releases. A reader of its own on
// purpose: it shares nothing with the generator's but the texts.
// proveFigure(id, root, panel) resolves to lines { ok, text }; ok is null for what people inferred.
(() => {
  "use strict";

  const SCALES = {
    de: { tausend: 1e3, tsd: 1e3, million: 1e6, millionen: 1e6, mio: 1e6, milliarde: 1e9, milliarden: 1e9, mrd: 1e9, billion: 1e12, billionen: 1e12 },
    en: { hundred: 1e2, thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, },
    nl: { duizend: 1e3, miljoen: 1e6, mln: 1e6, miljard: 1e9, mld: 1e9, mrd: 1e9, biljoen: 1e12 },
  };
  const NAMED = {
    de: "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    nl: "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
  };
  const OTHERS = {
    de: { eine: 1, einen: 1, einer: 1, einem: 1, eines: 1, halb: 0.5, halbe: 0.5, halbes: 0.5, halben: 0.5, hälfte: 0.5, drittel: 1 / 3, viertel: 0.25, fünftel: 0.2, dutzend: 12, dreißig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80, neunzig: 90, hundert: 100 },
    en: { a: 1, an: 1, half: 0.5, third: 1 / 3, quarter: 0.25, fifth: 0.2, dozen: 12, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, once: 1, twice: 2, double: 2, doubled: 2, triple: 3, tripled: 3, quadrupled: 4 },
    nl: { één: 1, half: 0.5, halve: 0.5, helft: 0.5, derde: 1 / 3, kwart: 0.25, dozijn: 12, dertig: 30, veertig: 40, vijftig: 50, zestig: 60, zeventig: 70, tachtig: 80, negentig: 90, honderd: 100, verdubbeld: 2, verdrievoudigd: 3, verviervoudigd: 4 },
  };
  const FOLD = { de: /^(?:ver)?(\p{L}+?)fach(?:t|te|en)?$/u, en: /^(\p{L}+?)-?fold$/u, nl: /^(?:ver)?(\p{L}+?)voudig[de]?$/u };
  const FOLDED = { doppel: 2, zwei: 2, drei: 3, vier: 4 };
  const COINS = {
    EUR: "€ eur euro", USD: "$ usd dollar us-dollar", CNY: "yuan cny rmb renminbi ¥", HKD: "hkd hongkong-dollar hong hk$", GBP: "£ gbp pfund pound pounds pond",
    CHF: "chf franken francs", JPY: "jpy yen ¥", "%": "% prozent procent percent cent prozentige prozentiger prozentiges",
    permille: "‰ promille", x: "mal times keer fache", year: "jahr jahres jaar jaren year", month: "monat maand month",
    day: "tag dag day", hour: "stunde uur uren hour", week: "woche week", minute: "minute minuut",
  };
  const HEDGES = {
    "just-over": ["etwas über", "etwas mehr als", "gut", "just over", "slightly over", "iets meer dan", "net boven", "ruim"],
    "at-least": ["mindestens", "at least", "not less than", "minstens", "ab"],
    "at-most": ["höchstens", "maximal", "bis zu", "at most", "up to", "no more than", "not more than", "hoogstens", "hooguit", "maximaal", "tot wel"],
    over: ["über", "mehr als", "over", "more than", "above", "meer dan", "boven", "gut"],
    under: ["unter", "weniger als", "under", "below", "less than", "fewer than", "minder dan", "onder"],
    nearly: ["fast", "nahezu", "beinahe", "knapp", "nearly", "almost", "close to", "just under", "bijna"],
    about: ["rund", "etwa", "circa", "ca", "ungefähr", "about", "around", "roughly", "approximately", "some", "ongeveer", "zowat", "zo'n", "zo’n", "rond"],
  };
  const DOWN = /(?<!\p{L})(?:minus|min(?!\p{L})|minder|fiel|fäll|gefallen|fell|fall|s[aiu]nk|gesunken|verl[io]|einbu|rückg|zurück|nachgeb|weniger|niedrig|gekürz|senk|gesenk|drop|down|declin|los[ste]|decrea|shr[aiu]nk|cut|lower|less|fewer|sli[pd]|gedaald|daal|zak|gezak|kromp|lager|terug)|[-−–]\s?\d/iu;

  const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, a);

  // 350.000 and 3,1 in German and Dutch, 350,000 and 3.1 in English.
  function digits(text, lang) {
    const [group, point] = lang === "en" ? [",", "."] : [".", ","];
    const plain = text.replace(/[\s\u00a0\u202f'’]/gu, "");
    const grouped = new RegExp(`^\\d{1,3}(?:[${group}]\\d{3})+(?:[${point}]\\d+)?$`, "u");
    const simple = new RegExp(`^\\d+(?:[${point}]\\d+)?$`, "u");
    if (!grouped.test(plain) && !simple.test(plain)) return NaN;
    return Number(plain.replaceAll(group, "").replace(point, "."));
  }

  function word(text, lang) {
    const small = NAMED[lang]?.split(" ").indexOf(text) ?? -1;
    if (small >= 0) return small;
    if (text in (OTHERS[lang] ?? {})) return OTHERS[lang][text];
    const fold = FOLD[lang]?.exec(text)?.[1];
    if (!fold) return NaN;
    return FOLDED[fold] ?? word(fold, lang);
  }

  // Every number that a text states: its value, where it begins and ends.
  function numbersIn(text, lang) {
    const parts = /\d+(?:[.,'’\u00a0\u202f]\d+)*|\p{L}+(?:-\p{L}+)*|[%€$£¥‰]/gu;
    const found = [];
    let last;
    for (const match of text.matchAll(parts)) {
      const [raw, at] = [match[0], match.index];
      const token = raw.toLowerCase();
      const first = /^\d/u.test(raw) ? digits(raw, lang) : word(token, lang);
      const scale = SCALES[lang]?.[token.split("-")[0]];
      if (scale && last && /^[\s\u00a0\u202f.-]{0,2}$/u.test(text.slice(last.end, at))) {
        last.value *= scale;
        last.scale = scale;
        last.end = at + raw.length;
      } else if (!Number.isNaN(first)) {
        found.push((last = { value: first, scale: 1, start: at, end: at + raw.length }));
      }
    }
      // “between 1.2 and 1.4 million”
    found.slice(0, -1).forEach((one, place) => {
      const next = found[place + 1];
      if (one.scale === 1 && next.scale > 1 && next.start - one.end < 12) found.push({ ...one, value: one.value * next.scale });
    });
    return found;
  }

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

  // The hedge right before a number.
  function hedgeAt(text, number) {
    const before = text.slice(Math.max(0, number.start - 60), number.start).toLowerCase();
    for (const [hedge, words] of Object.entries(HEDGES)) {
      for (const one of words) {
        const lead = new RegExp(`(?<!\\p{L})${escaped(one)}\\.?\\s+(?:(?:einer|einem|einen|eine|ein|den|die|der|das|a|an|de|het|een|von|of|van|us)\\s+|[$€£]\\s?)*$`, "u");
        if (lead.test(before)) return hedge;
      }
    }
    return "exact";
  }

  const askedOf = ({ min_value, max_value, value }) => [min_value, max_value, value].filter((one) => one !== null);

  function namesUnit(text, unit, words, number) {
    if (unit.includes("/")) return unit.split("/").every((part) => namesUnit(text, part, words, number));
    const plain = (one) => one.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
    const own = [...(COINS[unit]?.split(" ") ?? []), ...(words[unit] ?? [])].map(plain);
    const all = plain(text);
    if (unit === "x" && /fach|fold|voudig|doub|tripl|twice/u.test(all)) return true;
    return own.some((one) => (/^\p{L}/u.test(one) ? new RegExp(`(?<!\\p{L})${escaped(one)}(?:s|e|n|en|er)?(?!\\p{L})`, "u").test(all) : all.includes(one)));
  }

  function readAgain(proof, say, tell) {
    const { row, words, units, inferred } = proof;
    const { sentence, exact, lang } = row.quotes[0];
    const values = askedOf(row).map(Number);
    if (!values.length) return;
    const numbers = row.quotes.flatMap((quote) => numbersIn(quote.sentence, quote.lang ?? lang).map((one) => ({ ...one, text: quote.sentence })));
    const hits = values.map((value) => numbers.filter((one) => near(one.value, Math.abs(value))));
    const isThere = hits.every((one) => one.length);
    if ("value" in inferred) say(null, "inferred", { what: words.value, reason: inferred.value });
    else tell(isThere, "number", { shown: proof.shown });
    const whole = row.quotes.map((quote) => quote.sentence).join(" ");
    if (values.some((value) => value < 0) && !("value" in inferred)) tell(DOWN.test(whole), "fall");
    if (row.unit) {
      const isNamed = namesUnit(whole, row.unit, units);
      if (isNamed || !("unit" in inferred)) tell(isNamed, "unit", { unit: proof.unit });
      else say(null, "inferred", { what: words["unit-name"], reason: inferred.unit });
    }
    if (!isThere) return;
    const hedges = hits[0].map((one) => hedgeAt(one.text, one));
    const isSame = hedges.includes(row.hedge) || (row.hedge === "over" && hedges.includes("just-over")) || (row.hedge === "just-over" && hedges.includes("over"));
    if (isSame) say(true, row.hedge === "exact" ? "exact" : "hedge", { hedge: proof.hedge });
    else if ("hedge" in inferred) say(null, "inferred", { what: words["hedge-name"], reason: inferred.hedge });
    else say(false, "no-hedge", { hedge: proof.hedge });
  }

  function compute(formula, inputs) {
    const tokens = formula.match(/\{[^{}]*\}|\d+(?:\.\d+)?|[-+*/()]/gu) ?? [];
    let at = 0;
    const value = ({ value: one, min_value: low, max_value: high, unit }) => (one !== null ? Number(one) : (Number(low) + Number(high)) / 2) / (unit === "%" ? 100 : 1);
    function factor() {
      const token = tokens[at++];
      if (token === "-") return -factor();
      if (token === "(") {
        const inner = sum();
        if (tokens[at++] !== ")") throw new Error("parenthesis");
        return inner;
      }
      if (token?.startsWith("{")) return value(inputs[token.slice(1, -1)]);
      return Number(token);
    }
    function product() {
      let left = factor();
      while (tokens[at] === "*" || tokens[at] === "/") left = tokens[at++] === "*" ? left * factor() : left / factor();
      return left;
    }
    function sum() {
      let left = product();
      while (tokens[at] === "+" || tokens[at] === "-") left = tokens[at++] === "+" ? left + product() : left - product();
      return left;
    }
    const found = sum();
    return at === tokens.length ? found : NaN;
  }

  function halfDigit(text) {
    const [whole, part = ""] = text.replace("-", "").split(".");
    return part ? 0.5 * 10 ** -part.length : 0.5 * 10 ** (whole.length - whole.replace(/0+$/u, "").length);
  }

  function computeAgain(proof, tell) {
    const { row, inputs } = proof;
    const found = compute(row.formula, inputs) * (row.unit === "%" ? 100 : 1);
    const isInside =
      row.value !== null
        ? Math.abs(found - Number(row.value)) <= halfDigit(row.value) * (1 + 1e-9)
        : (row.min_value === null || found >= Number(row.min_value)) && (row.max_value === null || found <= Number(row.max_value));
    const result = Number(found.toPrecision(4)).toLocaleString(proof.lang, { maximumSignificantDigits: 4 });
    tell(Number.isFinite(found) && isInside, "computed", { formula: proof.reckoning, result, shown: proof.shown });
  }

  const sorted = (value) => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
  };

  async function hashOf(value) {
    const bytes = new TextEncoder().encode(JSON.stringify(sorted(value)));
    const hash = await crypto.subtle.digest("SHA-256", bytes);
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function checkChain(proof, chain, say, tell) {
    if (!globalThis.crypto?.subtle) return say(null, "no-hash");
    let [previous, entry] = ["", null];
    for (const { hash, ...release } of chain) {
      if (release.previous !== previous || (await hashOf(release)) !== hash) return say(false, "broken", { number: release.release });
      previous = hash;
      entry = release.entries[proof.row.id] ?? entry;
    }
    const pick = (names) => Object.fromEntries(names.map((name) => [name, proof.row[name]]));
    const quotes = proof.row.quotes.map((quote) => Object.fromEntries(proof.hashed.quotes.map((name) => [name, quote[name]])));
    const says = await hashOf(pick(proof.hashed.says));
    const rests = await hashOf({ ...pick(proof.hashed.rests_on), quotes });
    const isSame = entry?.says === says && entry?.rests_on === rests;
    tell(isSame, "on-record", { count: chain.length });
  }

  const squeezed = (text) => text.replace(/[\s\u00a0\u202f\u00ad\u2060]+/gu, "");

  // What the panel prints, against what was proven.
  function checkShown(proof, panel, tell) {
    const amount = panel.querySelector("data");
    const isAmount = !proof.shown || (amount !== null && squeezed(amount.textContent) === squeezed(proof.shown) && (proof.row.value === null || amount.value === proof.row.value));
    const said = [...panel.querySelectorAll(".quotation blockquote")].map((one) => squeezed(one.textContent));
    const isQuoted = proof.row.quotes.every(({ exact }) => said.some((one) => one.includes(squeezed(exact))));
    tell(isAmount && isQuoted, "shown");
  }

  async function load(address) {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }

  // Into an open panel, a line for each check; its place knows the words for the whole.
  window.proveInPanel = async (id, root, panel) => {
    const place = panel.querySelector(".door-proof");
    let lines = [];
    try {
      lines = await window.proveFigure(id, root, panel);
    } catch {
      place.textContent = place.dataset.failed;
      return;
    }
    if (!place.isConnected) return;
    const list = document.createElement("ul");
    for (const { ok, text } of lines) {
      const line = document.createElement("li");
      line.className = `proof-${ok === null ? "inferred" : ok ? "holds" : "fails"}`;
      line.textContent = text;
      list.append(line);
    }
    const whole = document.createElement("p");
    whole.textContent = lines.some(({ ok }) => ok === false) ? place.dataset.some : place.dataset.all;
    place.replaceChildren(whole, list);
  };

  window.proveFigure = async (id, root, panel) => {
    const [proof, chain] = await Promise.all([load(new URL(`proof/${encodeURIComponent(id)}.json`, root)), load(new URL("releases.json", root))]);
    const lines = [];
    const say = (ok, name, values = {}) => lines.push({ ok, text: proof.words[name].replace(/\{(\w+)\}/gu, (_, key) => values[key] ?? "") });
    const tell = (ok, name, values) => say(ok, ok ? name : `no-${name}`, values);
    const { row } = proof;
    for (const { exact, sentence } of row.quotes) {
      const isFound = squeezed(sentence).includes(squeezed(exact));
      tell(isFound, "quoted");
    }
    if (row.basis === "derived") computeAgain(proof, tell);
    else if (row.basis === "quoted") readAgain(proof, say, tell);
    if (panel) checkShown(proof, panel, tell);
    await checkChain(proof, chain, say, tell);
    return lines;
  };
})();
