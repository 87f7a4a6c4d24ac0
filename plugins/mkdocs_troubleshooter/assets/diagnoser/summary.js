// What a diagnosis comes to, for the parts of the page that need it in short.

/** The outcomes that count, by check. @param {Diagnosis} diagnosis @param {Record<string, string>} answers */
function listOutcomes(diagnosis, answers) {
  /** @type {Map<string, string[]>} */
  const seen = new Map();
  for (const { kind, id, value } of diagnosis.found) {
    if (kind === "outcome" && !seen.get(id)?.includes(value)) {
      seen.set(id, [...(seen.get(id) || []), value]);
    }
  }
  for (const [check, outcome] of Object.entries(answers)) {
    if (knowledge().checks[check]?.outcomes[outcome]) {
      seen.set(check, [outcome]);
    } else {
      seen.delete(check);
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
