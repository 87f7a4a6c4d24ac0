// The first answer: which code it is, and who sent it.

/**
 * @param {Diagnosis} diagnosis @param {string | null} chosen @param {(code: string) => void} choose
 */
function showVerdict(diagnosis, chosen, choose) {
  const { code, verdict } = diagnosis;
  if (verdict === "foreign") {
    return showForeign(diagnosis, choose);
  }
  if (code === null) {
    return showNothing(diagnosis, chosen, choose);
  }
  const entry = knowledge().codes[code];
  const title = make("h2", { id: "verdict", tabindex: "-1" }, link("code", code, `${nameOf(code)}: ${entry.title}`));
  const variant = diagnosis.variant && entry.variants?.[diagnosis.variant];
  return make(
    "section.ts-verdict",
    { "aria-labelledby": "verdict" },
    diagnosis.codes.length > 1 ? showSeveral(diagnosis, chosen, choose) : null,
    title,
    variant ? make("p", {}, `Of its meanings, this one: ${variant}.`) : null,
    showEmitter(diagnosis),
    showBest(diagnosis),
  );
}

/** The likeliest causes in one line, for readers in a hurry. @param {Diagnosis} diagnosis */
function showBest({ causes, end }) {
  const best = causes.filter(({ probability }) => probability >= 0.1).slice(0, 2);
  if (!best.length || end) {
    return null;
  }
  return make(
    "p.ts-best",
    {},
    "Behind it: ",
    best.map(({ id, probability }, place) => [
      `${place ? "; " : ""}${inWords(probability)} `,
      link("cause", id, continued(knowledge().causes[id].title)),
    ]),
    ".",
    best[0].probability >= ENOUGH ? showRemedy(best[0].id) : null,
  );
}

/** What removes a cause that is as good as certain, for those who will not wait. @param {string} id */
function showRemedy(id) {
  const [first] = knowledge().causes[id].resolutions.filter((name) => knowledge().resolutions[name]);
  return first ? [" What removes it: ", link("resolution", first, continued(knowledge().resolutions[first].title)), "."] : null;
}

const ENOUGH = 0.7;

/** What a code is called. @param {string} code */
function nameOf(code) {
  return knowledge().label.replace("{code}", code);
}

/** @param {Diagnosis} diagnosis @param {string | null} chosen @param {(code: string) => void} choose */
function showSeveral(diagnosis, chosen, choose) {
  const choices = diagnosis.codes.map((code) => {
    const press = button(`${nameOf(code)}: ${knowledge().codes[code].title}`, () => choose(code));
    press.setAttribute("aria-pressed", String(code === chosen));
    return press;
  });
  return make(
    "div.ts-several",
    { role: "group", "aria-labelledby": "several" },
    make("p.ts-question", { id: "several" }, `${diagnosis.codes.length} codes are in this text. Which one is it about?`),
    make("div.ts-choices", {}, choices),
    chosen ? null : make("p.ts-quiet", {}, "Until you choose, this goes on with the one that the strongest sign names."),
  );
}

/** @param {Diagnosis} diagnosis */
function showEmitter({ emitted_by: sender, emitter }) {
  const label = knowledge().actors[sender];
  const words = label ? ["Sent by the ", make("strong", {}, continued(label)), "."] : [make("strong", {}, "Who sent it cannot be told"), " from this."];
  const [because] = emitter.because;
  return make(
    "div.ts-emitter",
    {},
    make("p", {}, words, because ? [" ", quote(because)] : null),
    emitter.against.length
      ? make("p.ts-against", {}, "What speaks against it: ", emitter.against.slice(0, 3).map((sign) => [quote(sign), " "]))
      : null,
  );
}

/** A finding with the line that shows it. @param {Found} finding */
function quote(finding) {
  return make(
    "span.ts-proof",
    {},
    finding.kind === "sign" ? link("sign", finding.id, knowledge().signs[finding.id].title) : nameFinding(finding),
    ": ",
    make("code", {}, shorten(finding.line || "")),
  );
}

/** @param {string} line */
function shorten(line) {
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

/** @param {Diagnosis} diagnosis @param {(code: string) => void} choose */
function showForeign(diagnosis, choose) {
  const sign = diagnosis.found.find(({ kind, id }) => kind === "sign" && knowledge().signs[id].foreign);
  return make(
    "section.ts-verdict.ts-verdict--none",
    { "aria-labelledby": "verdict" },
    make("h2", { id: "verdict", tabindex: "-1" }, "This comes from somewhere else"),
    sign ? make("p", {}, "The text shows ", quote(sign), ". Its numbers are not the codes of this site.") : null,
    chooseCode("If you saw a code of this site besides, choose it", choose),
  );
}

/** @param {Diagnosis} diagnosis @param {string | null} chosen @param {(code: string) => void} choose */
function showNothing(diagnosis, chosen, choose) {
  const { status } = diagnosis;
  const known = status && Object.hasOwn(knowledge().codes, status) ? status : null;
  const words = status ? `A ${status}, and no code of an error page` : "No code in this text";
  const title = chosen === null ? words : `${chosen.slice(0, 20)} is not known here`;
  return make(
    "section.ts-verdict.ts-verdict--none",
    { "aria-labelledby": "verdict" },
    make("h2", { id: "verdict", tabindex: "-1" }, title),
    diagnosis.emitted_by === "unknown" ? null : showEmitter(diagnosis),
    known
      ? make("p", {}, link("code", known, `${nameOf(known)}: ${knowledge().codes[known].title}`), " has a page here. ", button("Diagnose it", () => choose(known)))
      : null,
    make("p", {}, /^[23]/.test(status ?? "") ? "This request went well. Paste one that failed." : known ? "What causes it stands below." : diagnosis.causes.length ? "Some of it fits known causes all the same; see below." : "Nothing here matches what this site knows. That proves nothing: paste more, such as the whole page with its headers."),
    chooseCode("You know the code? Choose it", choose),
  );
}

/** A list of all codes. @param {string} label @param {(code: string) => void} choose */
function chooseCode(label, choose) {
  const list = make(
    "select",
    { id: "ts-code" },
    Object.entries(knowledge().codes).map(([id, { title }]) => make("option", { value: id }, `${id}: ${title}`)),
  );
  // Not as soon as the list changes: with the arrow keys that would be at every step.
  return make("div.ts-choose", {}, make("label", { for: "ts-code" }, label), list, button("Diagnose this code", () => choose(list.value)));
}
