// What a diagnosis comes to, for the parts of the page that need it in short.

/** Answers that name no outcome. @type {Record<string, string>} */
const UNANSWERED = { "cannot-tell": "I can't tell", "no-access": "I have no access" };

/** @typedef {{check: string, outcomes: string[], read: boolean}} Taken an answer, or a reading */

/**
 * What somebody answered or a text showed, in words.
 * @param {Taken} taken
 */
function spellOutcomes({ check, outcomes }) {
  const known = knowledge().checks[check].outcomes;
  return outcomes.map((outcome) => UNANSWERED[outcome] ?? known[outcome].label).join(" / ");
}

/**
 * The outcomes that count, by check.
 * @param {Diagnosis} diagnosis @param {Record<string, string>} answers
 * @param {Record<string, string[]>} before readings of a text that is not at hand
 */
function listOutcomes(diagnosis, answers, before) {
  /** @type {Map<string, string[]>} */
  const seen = new Map(Object.entries(before));
  for (const { kind, id, value } of diagnosis.found) {
    if (kind === "outcome" && !seen.get(id)?.includes(value)) {
      seen.set(id, [...(seen.get(id) || []), value]);
    }
  }
  for (const [check, outcome] of Object.entries(answers)) {
    if (Object.hasOwn(UNANSWERED, outcome)) {
      seen.delete(check);
    } else {
      seen.set(check, [outcome]);
    }
  }
  return seen;
}

/** Whether a check has a say in the ranking. @param {Diagnosis} diagnosis @param {string} check */
function concerns(diagnosis, check) {
  const { question } = knowledge().checks[check];
  return diagnosis.causes.some((cause) => cause.because.some((reason) => reason.kind === "outcome" && reason.text.startsWith(question)));
}

/** One sentence for those who listen. @param {Diagnosis} diagnosis */
function announce(diagnosis) {
  const { code, next, end, causes } = diagnosis;
  if (code === null || diagnosis.verdict === "foreign") {
    return diagnosis.verdict === "foreign" ? "This comes from somewhere else." : "No code in this text.";
  }
  const best = causes[0] ? ` Most likely: ${knowledge().causes[causes[0].id].title}.` : "";
  const then = next ? ` Next check: ${knowledge().checks[next.check].question}` : "";
  return `${nameOf(code)}.${end ? ` ${end.causes.length ? "The questions have ended." : "None of the known causes."}` : ""}${best}${then}`;
}

/**
 * Whether a text only adds to the one before, or names no other code: answers then stay.
 * @param {Place} place @param {string} text
 */
function isAddition(place, text) {
  const [before, after] = [place.text.trim(), text.trim()];
  const grown = after !== "" && (after.includes(before) || before.includes(after));
  // What is quick to see comes first: this runs while somebody types.
  const current = grown ? (place.code ?? troubleshooter.diagnose({ text: before }).code) : null;
  return current !== null && troubleshooter.diagnose({ text }).codes.every((code) => code === current);
}
