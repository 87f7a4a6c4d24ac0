// The next check, and how to answer it.

/**
 * @param {Diagnosis} diagnosis
 * @param {(check: string, outcome: string) => void} answer
 * @param {HTMLElement | null} values the fields for the reader's own host and addresses
 */
function showQuestion(diagnosis, answer, values) {
  const { next } = diagnosis;
  if (!next) {
    return null;
  }
  const check = knowledge().checks[next.check];
  const risk = check.risk ? knowledge().risks[check.risk] : undefined;
  return make(
    "section.ts-ask",
    { "aria-labelledby": "next" },
    make("p.ts-label", {}, "Next check"),
    make("h2", { id: "next", tabindex: "-1" }, check.question),
    make(
      "p.ts-quiet",
      {},
      link("check", next.check, check.title),
      `. ${spellMinutes(check.minutes)}. ${check.where}.`,
      risk && risk.tone !== "none" ? [" ", make(`span.ts-tag.ts-tag--${risk.tone}`, {}, risk.label)] : null,
    ),
    make("p", {}, check.do.text),
    check.do.run ? [asksFor(check.do.run, values) ? values : null, command(check.do.run)] : null,
    check.more > 1 ? make("p.ts-quiet", {}, link("check", next.check, `All ${check.more} steps, and what the outcomes mean`)) : null,
    check.do.run ? showPasteBack(next.check, answer) : null,
    make("p.ts-label", { id: "outcomes" }, "What do you see?"),
    make(
      "div.ts-outcomes",
      { role: "group", "aria-labelledby": "outcomes" },
      Object.entries(check.outcomes).map(([id, { label }]) => button(label, () => answer(next.check, id))),
      button("I can't tell", () => answer(next.check, "cannot-tell"), "quiet"),
      button("I have no access", () => answer(next.check, "no-access"), "quiet"),
    ),
  );
}

/**
 * Whether a command holds a value that there is a field for.
 * @param {string} run @param {HTMLElement | null} values
 */
function asksFor(run, values) {
  return [...(values?.querySelectorAll("input") || [])].some(({ name }) => run.includes(`{${name}}`));
}

/**
 * A place for what the command printed: the outcome whose pattern matches is the answer.
 * @param {string} id @param {(check: string, outcome: string) => void} answer
 */
function showPasteBack(id, answer) {
  const check = knowledge().checks[id];
  if (!Object.values(check.outcomes).some(({ patterns }) => patterns)) {
    return null;
  }
  const said = make("p.ts-quiet", { role: "status" });
  const box = make("textarea", { id: "ts-output", rows: "2", spellcheck: "false", autocapitalize: "off", autocomplete: "off" });
  const take = debounce(() => {
    if (!box.isConnected) {
      return;
    }
    const { found } = troubleshooter.diagnose({ text: box.value });
    const hits = found.filter((finding) => finding.kind === "outcome" && finding.id === id);
    const outcomes = [...new Set(hits.map((hit) => hit.value))];
    if (outcomes.length === 1) {
      answer(id, outcomes[0]);
    } else if (outcomes.length) {
      said.textContent = `Several outcomes match: ${outcomes.map((one) => check.outcomes[one].label).join("; ")}. Choose below.`;
    } else {
      said.textContent = box.value.trim() ? "No known outcome is in this. Choose below, or paste all of it." : "";
    }
  });
  box.addEventListener("input", take);
  return make(
    "details.ts-fold.ts-paste-back",
    { open: matchMedia("(min-width: 45em)").matches ? "" : null },
    make("summary", {}, "Paste what it printed, and it is answered for you"),
    make("label.ts-hidden", { for: "ts-output" }, "What the command printed"),
    box,
    said,
  );
}

/** @param {() => void} act */
function debounce(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, 200);
  };
}


/**
 * What was answered or read so far, each with a way back.
 * @param {Taken[]} steps
 * @param {(check: string, outcome: string | null) => void} change
 */
function showTrail(steps, change) {
  if (!steps.length) {
    return null;
  }
  return make(
    "section.ts-trail-so-far",
    { "aria-labelledby": "so-far" },
    make("h3", { id: "so-far" }, "So far"),
    make("ol", {}, steps.map((taken) => showTaken(taken, change))),
  );
}

/** @param {Taken} taken @param {(check: string, outcome: string | null) => void} change */
function showTaken(taken, change) {
  const { check, outcomes, read } = taken;
  const { question, outcomes: known } = knowledge().checks[check];
  const both = outcomes.length > 1 ? outcomes.map((outcome) => button(`Only: ${known[outcome].label}`, () => change(check, outcome), "small")) : [];
  return make(
    "li",
    {},
    make("span", {}, `${question} `, make("strong", {}, spellOutcomes(taken)), read ? make("span.ts-quiet", {}, " read from the text") : null),
    make(
      "span.ts-choices",
      {},
      both,
      read ? button("Not so", () => change(check, "cannot-tell"), "small") : button("Take back", () => change(check, null), "small"),
    ),
  );
}

/**
 * Who is asking: a visitor can do little, and is told so at once.
 * @param {string | null} reader @param {(reader: string) => void} choose
 */
function showReader(reader, choose) {
  const pick = (/** @type {string} */ id, /** @type {string} */ label) =>
    make(
      "button.ts-press",
      { type: "button", "aria-pressed": String(reader === id), onclick: () => choose(id) },
      label,
    );
  return make(
    "div.ts-reader",
    { role: "group", "aria-labelledby": "reader" },
    make("span", { id: "reader" }, "Is it your site?"),
    pick("owner", "I run it"),
    pick("visitor", "I only visit it"),
  );
}
