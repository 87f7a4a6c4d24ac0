// Where a reader stands. The fragment of the address holds code, answers and readings, so a link leads
// to the same point; fragments are never sent to a server. The pasted text stays in this tab's own
// history, and gets into the address only if the reader wants it there.

const HANDED_OVER = "troubleshooter.text";
const READER = "troubleshooter.reader";
const READERS = ["owner", "visitor"];
const LONGEST_IN_LINK = 6_000;
const LONGEST_IN_HISTORY = 500_000;

/** Texts and files that are too large for the history; they last as long as the page. */
/** @type {Array<string | HarReader>} */
const large = [];

/**
 * @typedef {{text: string, lost: boolean, har: number | null, listed: boolean, code: string | null,
 *   codes: string[], reader: string | null, answers: Record<string, string>,
 *   seen: Record<string, string[]>, withText: boolean}} Place
 *   `har` numbers the file that the text came from, `listed` whether its requests are shown; `codes`
 *   are those to choose from and `seen` the readings of a text that is not at hand.
 */

/** @type {Place} */
const NOWHERE = {
  text: "", lost: false, har: null, listed: false, code: null, codes: [], reader: null, answers: {}, seen: {}, withText: false,
};

/** Read the state that the address and this tab's history hold. @returns {Place} */
function readPlace() {
  const given = new URLSearchParams(location.hash.slice(1));
  const carried = given.get("text");
  const kept = history.state?.troubleshooter ?? { text: takeHandedOver() };
  const text = carried ?? (kept.large === undefined ? kept.text : large[kept.large]) ?? "";
  const { checks } = knowledge();
  /** @type {Record<string, string>} */
  const answers = {};
  /** @type {Record<string, string[]>} */
  const seen = {};
  for (const [key, outcome] of given) {
    const check = key.slice(2);
    const known = Object.hasOwn(checks, check) && Object.hasOwn(checks[check].outcomes, outcome);
    if (key.startsWith("a.") && (known || (Object.hasOwn(checks, check) && Object.hasOwn(UNANSWERED, outcome)))) {
      answers[check] = outcome;
    } else if (key.startsWith("r.") && known && !text) {
      seen[check] = [...(seen[check] || []), outcome];
    }
  }
  const har = kept.har !== undefined && large[kept.har] instanceof HarReader ? kept.har : null;
  return {
    text: typeof text === "string" ? tidy(text) : "",
    lost: (kept.large !== undefined && large[kept.large] === undefined) || (kept.har !== undefined && har === null && !text),
    har,
    listed: har !== null && Boolean(kept.listed),
    code: given.get("code"),
    codes: given.getAll("codes").filter((code) => Object.hasOwn(knowledge().codes, code)),
    reader: takeReader(given.get("reader")) ?? takeReader(recall(() => localStorage.getItem(READER))),
    answers,
    seen,
    withText: carried !== null,
  };
}

/**
 * Keep a state: as a new step to which the browser's back button returns, or in place of this one.
 * @param {Place} place @param {string | null} code the code to name, chosen or plain to see
 * @param {string[]} codes @param {Record<string, string[]>} read @param {boolean} step
 */
function keepPlace(place, code, codes, read, step) {
  const fragment = writeFragment(place, code, codes, read);
  const url = `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`;
  /** @type {{text?: string, large?: number, har?: number, listed?: boolean}} */
  const kept = place.text.length > LONGEST_IN_HISTORY ? { large: keepLarge(place.text) } : { text: place.text };
  if (place.har !== null) {
    Object.assign(kept, { har: place.har, listed: place.listed });
  }
  const before = history.state?.troubleshooter;
  const same = url === `${location.pathname}${location.search}${location.hash}` && (!before || before.listed === kept.listed);
  history[step && !same ? "pushState" : "replaceState"]({ troubleshooter: kept }, "", url);
}

/** Keep what is too large elsewhere, and return its number. @param {string | HarReader} content */
function keepLarge(content) {
  const known = large.indexOf(content);
  return known >= 0 ? known : large.push(content) - 1;
}

/**
 * @param {Place} place @param {string | null} code @param {string[]} codes
 * @param {Record<string, string[]>} read
 */
function writeFragment(place, code, codes, read) {
  const given = new URLSearchParams();
  if (place.listed) {
    return "";
  }
  if (code) {
    given.set("code", code);
  } else {
    codes.forEach((one) => given.append("codes", one));
  }
  if (place.reader) {
    given.set("reader", place.reader);
  }
  for (const [check, outcome] of Object.entries(place.answers)) {
    given.set(`a.${check}`, outcome);
  }
  for (const [check, outcomes] of Object.entries(read)) {
    outcomes.forEach((outcome) => given.append(`r.${check}`, outcome));
  }
  if (place.withText && place.text.length <= LONGEST_IN_LINK) {
    given.set("text", place.text);
  }
  return given.toString();
}

/** Remember who is asking, or forget it. @param {string | null} reader */
function keepReader(reader) {
  recall(() => (reader ? localStorage.setItem(READER, reader) : localStorage.removeItem(READER)));
}

/** @param {string | null} reader */
function takeReader(reader) {
  return reader && READERS.includes(reader) ? reader : null;
}

/** The text that another page of the site handed over, once. */
function takeHandedOver() {
  const text = recall(() => sessionStorage.getItem(HANDED_OVER));
  recall(() => sessionStorage.removeItem(HANDED_OVER));
  return text;
}

/** Lines as text fields have them, so that a text stays the same in one. @param {string} text */
function tidy(text) {
  return text.replace(/\r\n?/g, "\n");
}

/** Storage can be off or full; then nothing is remembered. @param {() => string | null | void} use */
function recall(use) {
  try {
    return use() || "";
  } catch {
    return "";
  }
}
