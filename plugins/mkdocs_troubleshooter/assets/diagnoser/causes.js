// Causes: how likely each is and why, and what to do about those that remain.

const SHOWN = 4;

/** @param {Diagnosis} diagnosis */
function showCauses(diagnosis) {
  const { causes, end } = diagnosis;
  if (!causes.length) {
    return null;
  }
  const likely = causes.filter(({ probability }, place) => probability >= 0.02 && place < SHOWN);
  const rest = causes.slice(likely.length);
  return make(
    "section.ts-causes",
    { "aria-labelledby": "causes" },
    make("h2", { id: "causes" }, end ? "All causes" : "Likely causes"),
    likely.length ? make("ol.ts-ranked", {}, likely.map(showCause)) : null,
    rest.length
      ? make(
          "details.ts-fold",
          {},
          make("summary", {}, `${rest.length} ${likely.length ? "less likely" : "ruled out"}`),
          make("ul", {}, rest.map((cause) => make("li", {}, link("cause", cause.id, knowledge().causes[cause.id].title), ` ${inWords(cause.probability)}`, rebuts(cause)))),
        )
      : null,
  );
}

/** @param {Ranked} cause */
function showCause(cause) {
  const { title } = knowledge().causes[cause.id];
  const share = Math.round(cause.probability * 100);
  return make(
    "li",
    {},
    link("cause", cause.id, title),
    make("span.ts-chance", { style: null }, ` ${inWords(cause.probability)}`),
    make("meter", { min: "0", max: "100", value: share, "aria-label": `${share} of 100` }),
    make("ul.ts-because", {}, cause.because.map(showReason)),
  );
}

/** @param {Reason} reason */
function showReason(reason) {
  const line = reason.line ? [" ", make("code", {}, shorten(reason.line))] : null;
  if (reason.kind === "prior") {
    return make("li", {}, `${reason.text} behind this code.`);
  }
  if (reason.kind === "words") {
    return make("li", {}, `Your words fit: ${reason.text}.`);
  }
  return make(`li${reason.fits ? "" : ".ts-against"}`, {}, reason.fits ? "Fits: " : "Speaks against it: ", reason.text, line);
}

/** What rules a cause out. @param {Ranked} cause */
function rebuts(cause) {
  const against = cause.because.find((reason) => reason.fits === false);
  return against ? make("span.ts-quiet", {}, `: ${against.text}`) : null;
}

/** Where the questions have ended. @param {Diagnosis} diagnosis @param {boolean} visitor */
function showEnd(diagnosis, visitor) {
  const { end } = diagnosis;
  if (!end) {
    return null;
  }
  const title = {
    found: end.causes.length > 1 ? "It is one of these" : "Found",
    left: end.causes.length > 1 ? "These are left" : "This is left",
    none: "None of the known causes",
    open: end.causes.length > 1 ? "No further check helps" : "The only cause that is known",
    unlisted: "No cause is known for this code",
  }[end.kind];
  return make(
    `section.ts-end.ts-end--${end.kind}`,
    { "aria-labelledby": "end" },
    make("h2", { id: "end", tabindex: "-1" }, title),
    explainEnd(end),
    visitor || (end.kind === "open" && end.causes.length > 1) ? null : end.causes.map((id) => showRemedies(id, diagnosis)),
  );
}

/** @param {End} end */
function explainEnd(end) {
  if (end.kind === "none") {
    return make("p", {}, "Every listed cause is ruled out by an answer. Look at the answers once more; if they hold, it is a case for support, with what stands below.");
  }
  if (end.kind === "unlisted") {
    return make("p", {}, "Its vendor documents little about it. The page of the code says what is known; with what stands below it is a case for support.");
  }
  if (end.kind === "open") {
    return make("p", {}, end.causes.length > 1 ? "Nothing is ruled out: no check that is left to you tells the causes apart. They stand below, in order of likelihood." : "No check proves it, and none speaks against it.");
  }
  const several = end.causes.length > 1 ? " No check that is left tells them apart; they stand in order of likelihood." : "";
  return make("p", {}, end.kind === "left" ? `The others are ruled out, and no answer spoke for ${end.causes.length > 1 ? "these" : "this one"}. Prove it before you rely on it.${several}` : `The answers speak for it.${several}`);
}

/** @param {string} id @param {Diagnosis} diagnosis */
function showRemedies(id, diagnosis) {
  const cause = knowledge().causes[id];
  const chance = diagnosis.causes.find((ranked) => ranked.id === id)?.probability ?? 0;
  return make(
    "div.ts-found",
    {},
    make("h3", {}, link("cause", id, cause.title), make("span.ts-chance", {}, ` ${inWords(chance)}`)),
    cause.resolutions.filter((name) => knowledge().resolutions[name]).map((name) => {
      const { title, risk, temporary, proof } = knowledge().resolutions[name];
      const level = knowledge().risks[risk];
      return make(
        "div.ts-remedy",
        {},
        make("p", {}, "Do this: ", make("strong", {}, link("resolution", name, title)), temporary ? make("span.ts-tag.ts-tag--caution", {}, "Temporary") : null, level && level.tone !== "none" ? make(`span.ts-tag.ts-tag--${level.tone}`, {}, level.label) : null),
        make("p.ts-quiet", {}, `Proof that it worked: ${proof.text}`),
        proof.run ? command(proof.run) : null,
      );
    }),
  );
}
