// The names of all entries: loaded once, when first needed, and asked for exact and near ones.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const folder = script.src.replace(/[^/]*$/, "");
const root = new URL("../../", folder).href;
const MOST = 6;
const ALIKE = 0.5;

/** @typedef {{kind: string, title: string, url: string}} Found */

/** @type {Promise<any> | undefined} */
let table;

/** Load the lookup table once, as a script, so that it works from the file system too. */
function load() {
  table ??= new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = `${folder}names.js`;
    element.addEventListener("load", () => resolve(/** @type {any} */ (window).troubleshooterNames));
    element.addEventListener("error", reject);
    document.head.append(element);
  });
  return table;
}

/** @param {string} text */
function normalise(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {any} data @param {number[]} numbers @returns {Found[]} */
function pick(data, numbers) {
  return numbers.map((number) => {
    const [kind, title, url] = data.entries[number];
    return { kind, title, url: new URL(url, root).href };
  });
}

/**
 * Entries that are called exactly this.
 * @param {any} data @param {string} query
 */
function findExact(data, query) {
  const name = normalise(query);
  return Object.hasOwn(data.names, name) ? pick(data, data.names[name]) : [];
}

/**
 * Entries for what was typed: exact ones, else codes among the words, else names that begin so.
 * @param {any} data @param {string} query @returns {{exact: boolean, found: Found[]}}
 */
function find(data, query) {
  const exact = findExact(data, query);
  if (exact.length > 0) {
    return { exact: true, found: exact };
  }
  const words = normalise(query).split(" ").filter(Boolean);
  const codes = words
    .filter((word) => /\d/.test(word))
    .flatMap((word) => findExact(data, word).filter((entry) => entry.kind === "code"));
  if (codes.length > 0) {
    return { exact: new Set(codes.map((code) => code.url)).size === 1, found: unique(codes) };
  }
  const name = normalise(query);
  const names = Object.keys(data.names);
  const numbers = [
    ...names.filter((other) => name && other.startsWith(name)),
    ...names.filter((other) => words.length > 0 && words.every((word) => ` ${other}`.includes(` ${word}`))),
  ].flatMap((other) => data.names[other]);
  return { exact: false, found: unique(pick(data, [...new Set(numbers)])).slice(0, MOST) };
}

/** @param {Found[]} entries */
function unique(entries) {
  const seen = new Set();
  return entries.filter((entry) => !seen.has(entry.url) && seen.add(entry.url));
}

/**
 * How alike two names are, from 0 to 1, by the pairs of letters that they share.
 * @param {string} one @param {string} other
 */
function compare(one, other) {
  const pairs = (/** @type {string} */ text) =>
    new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const [left, right] = [pairs(one), pairs(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size || 1);
}

/**
 * Entries whose names are like some words, the most alike first.
 * @param {any} data @param {string} words
 */
function findNear(data, words) {
  const wanted = normalise(words);
  const near = Object.keys(data.names)
    .map((name) => /** @type {const} */ ([compare(wanted, name), name]))
    .filter(([alike]) => alike >= ALIKE)
    .sort(([left], [right]) => right - left);
  const numbers = near.flatMap(([, name]) => data.names[name]);
  return unique(pick(data, [...new Set(numbers)])).slice(0, MOST);
}

/** @param {Found} entry */
function link(entry) {
  const anchor = document.createElement("a");
  anchor.href = entry.url;
  anchor.textContent = entry.title;
  const kind = document.createElement("span");
  kind.textContent = entry.kind;
  anchor.append(" ", kind);
  return anchor;
}
