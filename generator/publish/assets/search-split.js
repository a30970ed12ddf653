// The search of a large site: of the index it reads the parts that the typed words need. It stands in for the
// theme's program, takes its messages and answers as that does. publish/search.py makes the parts; what is said
// here of words and places holds there too.
"use strict";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const PAUSE = 150; // milliseconds after which somebody may have stopped typing
const MOST_WORDS = 8;
const MOST_FILES = 6; // read for one word; what takes more is too common, or too short, to tell pages apart
const MOST_PAGES = 30;
const MOST_SECTIONS = 20; // of one page
const LEAST_BEGINNING = 2; // letters; what is shorter is looked for as a whole word
const MOST_LETTERS = 60;
const POINTS = [0, 2, 6, 9]; // in text, a heading, a title
const WHOLE = 1.5; // how much more than its beginning a whole word counts

const WORD = /(?:[\p{L}\p{N}]*[0-9][.,:](?=[0-9]))*[\p{L}\p{N}]+/gu;
const TYPED = /(?:[\p{L}\p{N}\p{M}]*[0-9][.,:](?=[0-9]))*[\p{L}\p{N}\p{M}]+/gu;

function wordsOf(text) {
  const folded = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ß/g, "ss");
  return (folded.match(WORD) ?? []).map((word) => {
    const plain = word.replace(/[.,](?=[0-9]{3}(?![0-9]))/g, "").replace(/,/g, ".");
    return Array.from(plain).slice(0, MOST_LETTERS).join("");
  });
}

// What is looked for: each word with how it was typed, which is marked on the page that it leads to.
function termsOf(query) {
  const terms = new Map();
  for (const [typed] of query.matchAll(TYPED)) for (const word of wordsOf(typed)) terms.set(word, typed);
  return [...terms].slice(0, MOST_WORDS).map(([word, typed]) => ({ word, typed }));
}

const isFound = (word, term) => word === term || (term.length >= LEAST_BEGINNING && word.startsWith(term));

// The files that hold a word, by the first word of each: one too long for a file goes on in the next.
function filesOf(term, firsts) {
  const last = term.length < LEAST_BEGINNING ? term : `${term}\uffff`;
  const before = firsts.filter((first) => first < term).length;
  const upTo = firsts.filter((first) => first <= last).length;
  return Array.from({ length: upTo - Math.max(0, before - 1) }, (_, at) => Math.max(0, before - 1) + at);
}

let split, options;
const read = new Map();

function load(kind, number) {
  const name = `${kind}/${number}.json?${split.version}`;
  if (!read.has(name)) {
    const asked = fetch(new URL(`../search/${name}`, location)).then((answer) => {
      if (answer.ok) return answer.json();
      throw new Error(`${name}: ${answer.status}`);
    });
    asked.catch(() => read.delete(name));
    read.set(name, asked);
  }
  return read.get(name);
}

// The points of each section of each page, a number a term.
async function countPoints(terms) {
  const wanted = terms.map(({ word }) => filesOf(word, split.words));
  const isAll = wanted.every((files) => files.length > MOST_FILES);
  const used = terms.filter((_, at) => isAll || wanted[at].length <= MOST_FILES);
  const files = wanted.filter((found) => isAll || found.length <= MOST_FILES);
  const loaded = await Promise.all(
    files.map((found) => Promise.all(found.slice(0, MOST_FILES).map((number) => load("words", number)))),
  );
  const pages = new Map();
  used.forEach(({ word: term }, at) => {
    const words = loaded[at].flatMap((file) => Object.entries(file)).filter(([word]) => isFound(word, term));
    for (const [word, places] of words) {
      let page = -1;
      for (const one of places) {
        if (one < 0) {
          page -= one;
          continue;
        }
        if (!pages.has(page)) pages.set(page, new Map());
        const sections = pages.get(page);
        if (!sections.has(one >> 2)) sections.set(one >> 2, used.map(() => 0));
        const points = sections.get(one >> 2);
        points[at] = Math.max(points[at], POINTS[one & 3] * (word === term ? WHOLE : 1));
      }
    }
  });
  return [used, pages];
}

const howMany = (points) => points.filter((one) => one > 0).length;

// The best pages, each with its number, points and best sections. Pages that hold all words go before, and without
// any such those with the most; so it is with sections of a page.
function rank(pages) {
  const found = [...pages].map(([number, sections]) => {
    const all = [...sections.values()].reduce((some, points) => some.map((one, at) => Math.max(one, points[at])));
    const most = Math.max(...[...sections.values()].map(howMany));
    const best = [...sections]
      .filter(([, points]) => howMany(points) === most)
      .map(([at, points]) => ({ at, points, score: (points.reduce((a, b) => a + b) * most) / points.length }))
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, MOST_SECTIONS);
    return { number, held: howMany(all), score: best[0].score, best };
  });
  const most = found.reduce((highest, { held }) => Math.max(highest, held), 0);
  return found
    .filter(({ held }) => held === most)
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, MOST_PAGES);
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark]);

// The text as HTML, what was found in it marked.
function marked(text, terms) {
  let html = "";
  let end = 0;
  for (const { 0: word, index } of text.matchAll(TYPED)) {
    if (!wordsOf(word).some((one) => terms.some((term) => isFound(one, term.word)))) continue;
    html += `${escaped(text.slice(end, index))}<mark>${escaped(word)}</mark>`;
    end = index + word.length;
  }
  return html + escaped(text.slice(end));
}

// A page and its sections as the theme takes them: the page itself is always among them.
function itemsOf([location, title, sections], { best }, terms) {
  const items = best.map(({ at, points, score }) => {
    const [anchor, heading, text] = sections[at];
    const held = Object.fromEntries(terms.map(({ typed }, term) => [typed, points[term] > 0]));
    const shown = { title: marked(heading, terms), text: text && `<p>${marked(text, terms)}</p>` };
    return { location: location + anchor, ...shown, score, terms: held };
  });
  if (!items.some((item) => item.location === location))
    items.push({ location, title: marked(title, terms), text: "", score: 0, terms: {} });
  return items;
}

async function find(query) {
  const terms = termsOf(query);
  if (!terms.length) return [];
  const [used, pages] = await countPoints(terms);
  const ranked = rank(pages);
  const files = ranked.map(({ number }) => split.pages.filter((first) => first <= number).length - 1);
  const loaded = await Promise.all(files.map((file) => load("pages", file)));
  const byPage = new Map();
  ranked.forEach((one, at) => {
    const page = loaded[at][one.number - split.pages[files[at]]];
    // Of a page that is told in several parts the best one tells.
    if (!byPage.has(page[0])) byPage.set(page[0], itemsOf(page, one, used));
  });
  return [...byPage.values()];
}

let latest = 0;

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    ({ options, config: { split } } = data);
    postMessage({ type: READY });
  }
  if (type !== QUERY) return;
  const own = ++latest;
  await new Promise((go) => setTimeout(go, PAUSE));
  if (own !== latest) return;
  let items = [];
  try {
    items = await find(data);
  } catch (error) {
    console.warn(error);
  }
  if (own === latest) postMessage({ type: RESULT, data: { items, ...(options.suggest && { suggest: [] }) } });
});
