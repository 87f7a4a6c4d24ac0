// The support case: what is there already, what is missing, and all of it as text to paste.

/** @param {Diagnosis} diagnosis @param {string} summary */
function showSupport(diagnosis, summary) {
  const { support, end } = diagnosis;
  if (!support.length) {
    return null;
  }
  const missing = support.filter(({ have }) => !have).length;
  const copy = button("Copy the case as text", () => void copyText(summary, copy), "small");
  const list = make(
    "ul.ts-ticks",
    {},
    support.map(({ id, have }) =>
      make(
        `li${have ? ".ts-tick" : ""}`,
        {},
        make("span.ts-tick__mark", { "aria-hidden": "true" }, have ? "✓" : "○"),
        link("support", id, knowledge().support[id].title),
        make("span.ts-quiet", {}, have ? " in your text" : " missing"),
      ),
    ),
  );
  return make(
    "details.ts-fold.ts-support",
    { open: end?.kind === "none" || end?.kind === "unlisted" ? "" : null },
    make("summary", {}, `For a support case: ${support.length - missing} of ${support.length} there`),
    list,
    copy,
  );
}

/**
 * The case as text.
 * @param {Diagnosis} diagnosis
 * @param {Taken[]} steps
 * @param {string} address
 */
function writeCase(diagnosis, steps, address) {
  const { code, causes, found, support } = diagnosis;
  if (code === null) {
    return "";
  }
  const { codes, checks, actors } = knowledge();
  const values = [...new Set(found.map(({ kind, id }) => (kind === "sign" && knowledge().signs[id].reads) || ""))].filter((word) => word && word !== "code");
  return [
    `${nameOf(code)}: ${codes[code].title}`,
    `Sent by: ${actors[diagnosis.emitted_by] ?? "cannot be told"}`,
    // What stands behind a question mark is nobody else's business.
    ...values.map((word) => `${word.replaceAll("-", " ")}: ${findValue(found, word).replace(/\?\S*/, "?…")}`),
    "",
    ...steps.map((taken) => `${checks[taken.check].question} ${spellOutcomes(taken)}`),
    "",
    "Likely causes:",
    ...causes.slice(0, 3).map(({ id, probability }) => `- ${knowledge().causes[id].title} (${inWords(probability)})`),
    "",
    "To attach:",
    ...support.map(({ id, have }) => `[${have ? "x" : " "}] ${knowledge().support[id].title}`),
    "",
    address,
  ].join("\n");
}

/** What a visitor can do, and what to tell the owner. @param {Diagnosis} diagnosis */
function showVisitor(diagnosis) {
  const { visitor, codes } = knowledge();
  const code = diagnosis.code ?? "";
  const text = (codes[code]?.visitor || visitor.text).replaceAll("{code}", code);
  return make("section.ts-visitor", {}, make("p.ts-visitor__title", {}, visitor.heading), make("p", {}, text));
}
