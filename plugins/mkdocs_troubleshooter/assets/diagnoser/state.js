// Where a reader stands. The fragment of the address holds code, answers and who is asked, so a link
// leads to the same point; fragments are never sent to a server. The pasted text stays in this tab's
// own history, and gets into the address only if the reader wants it there.

const HANDED_OVER = "troubleshooter.text";
const READER = "troubleshooter.reader";
const LONGEST_IN_LINK = 6_000;
const LONGEST_IN_HISTORY = 500_000;

/**
 * @typedef {{text: string, code: string | null, reader: string | null, answers: Record<string, string>,
 *   withText: boolean}} Place
 */

/** Read the state that the address and this tab's history hold. @returns {Place} */
function readPlace() {
  const given = new URLSearchParams(location.hash.slice(1));
  /** @type {Record<string, string>} */
  const answers = {};
  for (const [key, value] of given) {
    if (key.startsWith("a.")) {
      answers[key.slice(2)] = value;
    }
  }
  const carried = given.get("text");
  return {
    text: carried ?? history.state?.troubleshooterText ?? takeHandedOver(),
    code: given.get("code"),
    reader: given.get("reader") ?? (recall(() => localStorage.getItem(READER)) || null),
    answers,
    withText: carried !== null,
  };
}

/**
 * Keep a state: as a new step to which the browser's back button returns, or in place of this one.
 * What was read off the text goes into the address as answers, for those who get the link only.
 * @param {Place} place @param {string | null} code @param {Record<string, string>} read
 * @param {boolean} step
 */
function keepPlace(place, code, read, step) {
  const fragment = writeFragment(place, code, read);
  const url = `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`;
  const text = place.text.length <= LONGEST_IN_HISTORY ? place.text : "";
  const same = url === `${location.pathname}${location.search}${location.hash}`;
  history[step && !same ? "pushState" : "replaceState"]({ troubleshooterText: text }, "", url);
  if (place.reader) {
    recall(() => localStorage.setItem(READER, place.reader || ""));
  }
}

/** @param {Place} place @param {string | null} code @param {Record<string, string>} read */
function writeFragment(place, code, read) {
  const given = new URLSearchParams();
  if (code) {
    given.set("code", code);
  }
  if (place.reader) {
    given.set("reader", place.reader);
  }
  for (const [check, outcome] of Object.entries({ ...(place.withText ? {} : read), ...place.answers })) {
    given.set(`a.${check}`, outcome);
  }
  if (place.withText && place.text.length <= LONGEST_IN_LINK) {
    given.set("text", place.text);
  }
  return given.toString();
}

/** The text that another page of the site handed over, once. */
function takeHandedOver() {
  const text = recall(() => sessionStorage.getItem(HANDED_OVER));
  recall(() => sessionStorage.removeItem(HANDED_OVER));
  return text;
}

/** Storage can be off or full; then nothing is remembered. @param {() => string | null | void} use */
function recall(use) {
  try {
    return use() || "";
  } catch {
    return "";
  }
}
