// The one entry: a text and answers in, a diagnosis out.

/** @type {WeakMap<object, Map<string, any>>} */
const memory = new WeakMap();

/**
 * Return what was made from a knowledge base before, or make it now.
 * @template T
 * @param {Knowledge} knowledge @param {string} key @param {() => T} make
 * @returns {T}
 */
function remember(knowledge, key, make) {
  let made = memory.get(knowledge);
  if (!made) {
    made = new Map();
    memory.set(knowledge, made);
  }
  if (!made.has(key)) {
    made.set(key, make());
  }
  return made.get(key);
}

const CANNOT_TELL = "cannot-tell";
const NO_ACCESS = "no-access";

/**
 * Diagnose: say which code a text shows, who wrote it, what may have caused it, and what to check next.
 *
 * @param {{text?: string, answers?: Record<string, string>, seen?: Record<string, string[]>,
 *   code?: string | null, reader?: string | null} | null} [input]
 *   `answers` holds the outcome of each check that was made, or "cannot-tell" or "no-access"; `seen`
 *   outcomes that were read off a text before; `code` is the reader's own choice; `reader` is
 *   "visitor" for somebody who owns nothing here.
 * @param {Knowledge} [knowledge] what the site's knowledge script holds
 * @returns {Diagnosis} plain data
 */
function diagnose(input, knowledge = /** @type {any} */ (globalThis).troubleshooterKnowledge) {
  const given = input ?? {};
  const answers = takeAnswers(given.answers);
  const text = new Paste(typeof given.text === "string" ? given.text : "");
  const signs = readSigns(knowledge, text);
  const outcomes = readOutcomes(knowledge, text);
  for (const finding of [...signs, ...outcomes]) {
    finding.line = lineAt(text.all, finding.from);
  }
  const { codes, foreign } = findCodes(knowledge, signs);
  const chosen = nameCode(knowledge, String(given.code ?? ""));
  const code = chosen ?? codes[0] ?? null;
  const status = code === null ? findStatus(knowledge, signs) : null;
  const { emitter, because, against } = decideEmitter(knowledge, signs, code ?? status);
  const seen = listSeen(knowledge, outcomes, answers, takeSeen(given.seen));
  const words = weighWords(knowledge, maskValues(knowledge, text.folded.slice(0, RUN), signs));

  /** @type {Diagnosis} */
  const diagnosis = {
    code,
    variant: null,
    codes,
    status,
    verdict: judge(code, codes, chosen, foreign, status),
    emitted_by: emitter,
    emitter: { because: because.map(plain), against: against.map(plain) },
    causes: [],
    next: null,
    end: null,
    found: [...signs, ...outcomes].map(plain),
    support: [],
    partial: text.cut || text.tired,
  };
  const known = code ?? (status !== null && Object.hasOwn(knowledge.codes, status) ? status : null);
  if (diagnosis.verdict === "foreign") {
    return diagnosis;
  }
  if (known === null) {
    diagnosis.causes = isSuccess(status) ? [] : rankAll(knowledge, seen, words);
    return diagnosis;
  }
  const line = remember(knowledge, `line ${known}`, () => lineUp(knowledge, known));
  diagnosis.causes = rank(knowledge, line, seen, words);
  if (code === null) {
    return diagnosis;
  }
  diagnosis.variant = findVariant(line, diagnosis.causes);
  Object.assign(diagnosis, findNext(knowledge, code, line, seen, answers, given.reader ?? null));
  diagnosis.support = listSupport(knowledge, code, signs);
  return diagnosis;
}

/** Keep answers that are words. @param {unknown} answers @returns {Record<string, string>} */
function takeAnswers(answers) {
  const entries = answers && typeof answers === "object" ? Object.entries(answers) : [];
  return Object.fromEntries(entries.filter(([, outcome]) => typeof outcome === "string"));
}

/** Keep lists of words. @param {unknown} seen @returns {Record<string, string[]>} */
function takeSeen(seen) {
  const entries = seen && typeof seen === "object" ? Object.entries(seen) : [];
  return Object.fromEntries(entries.filter(([, outcomes]) => Array.isArray(outcomes)));
}

/** Whether a status says that the request went well. @param {string | null} status */
function isSuccess(status) {
  return /^[23]\d\d$/.test(status ?? "");
}

/**
 * Blank out names and times that signs have read: a host's name says nothing about what is wrong.
 * @param {Knowledge} knowledge @param {string} folded @param {Finding[]} signs
 */
function maskValues(knowledge, folded, signs) {
  let masked = folded;
  for (const { kind, id, value, from, to } of signs) {
    const reads = kind === "sign" ? knowledge.signs[id].reads : "code";
    if (value && reads !== "code" && reads !== "status") {
      masked = masked.slice(0, from) + " ".repeat(to - from) + masked.slice(to);
    }
  }
  return masked;
}

/** @param {Finding} finding */
function plain({ kind, id, value, from, to, line }) {
  return { kind, id, value, from, to, line: line ?? "" };
}

/** The line at a place, without its margins. @param {string} text @param {number} at */
function lineAt(text, at) {
  const start = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 200);
  const ending = text.indexOf("\n", at);
  return text.slice(start, Math.min(ending < 0 ? text.length : ending, at + 200)).trim();
}

/**
 * Say what kind of text it is.
 * @param {string | null} code @param {string[]} codes @param {string | null} chosen
 * @param {Finding | undefined} foreign @param {string | null} status
 * @returns {Diagnosis["verdict"]}
 */
function judge(code, codes, chosen, foreign, status) {
  if (chosen === null && foreign) {
    return "foreign";
  }
  if (code !== null) {
    return chosen === null && codes.length > 1 ? "several" : "code";
  }
  return status ? "status" : "nothing";
}

/**
 * With no code to go by: the causes that the text itself speaks for.
 * @param {Knowledge} knowledge
 * @param {Map<string, Seen>} seen
 * @param {Map<string, {score: number, words: string[]}>} words
 */
function rankAll(knowledge, seen, words) {
  const checks = Object.keys(knowledge.checks);
  const suspects = Object.entries(knowledge.causes).map(([cause, entry]) => ({
    cause,
    weight: 1,
    likelihood: "",
    variant: undefined,
    expects: mergeExpects(checks, entry.expects),
  }));
  /** @type {Line} */
  const line = { suspects, trials: [], other: suspects.length, one: 1, zero: 0 };
  const ranked = rank(knowledge, line, seen, words).map((item) => ({
    ...item,
    because: item.because.filter((reason) => reason.kind !== "prior"),
  }));
  const supported = ranked.filter((item) =>
    item.because.some((reason) => reason.fits || reason.kind === "words"),
  );
  return supported.filter((item) => item.probability * suspects.length * 2 > LEAST);
}

/** @param {Line} line @param {Ranked[]} causes */
function findVariant(line, causes) {
  const variants = new Set(line.suspects.map((suspect) => suspect.variant));
  const likely = causes.filter((cause) => cause.probability > 0.5);
  return variants.size === 1 || likely.length ? (likely[0]?.variant ?? null) : null;
}

/**
 * Return the next check, or where the questions end.
 * @param {Knowledge} knowledge @param {string} code @param {Line} line @param {Map<string, Seen>} seen
 * @param {Record<string, string>} answers @param {string | null} reader
 * @returns {Pick<Diagnosis, "next" | "end">}
 */
function findNext(knowledge, code, line, seen, answers, reader) {
  const search = openSearch(knowledge, code, line, answers, reader);
  let { state, backed } = follow(knowledge, line, seen);
  if (!state.left) {
    // What stands in a paste may contradict itself; what was answered counts.
    const answered = new Map([...seen].filter(([, { answered: yes }]) => yes));
    ({ state, backed } = follow(knowledge, line, answered));
  }
  const { trial } = search.choose(state);
  return trial
    ? { next: { check: trial.check, outcomes: trial.outcomes, last: trial.last }, end: null }
    : { next: null, end: refineEnd(end(line, state, backed), line) };
}

/**
 * Return the search for the checks that this reader can still make.
 * @param {Knowledge} knowledge @param {string} code @param {Line} line
 * @param {Record<string, string>} answers @param {string | null} reader
 * @returns {Search}
 */
function openSearch(knowledge, code, line, answers, reader) {
  const closed = new Set(
    Object.keys(answers)
      .filter((check) => answers[check] === NO_ACCESS && Object.hasOwn(knowledge.checks, check))
      .map((check) => knowledge.checks[check].who),
  );
  const trials = line.trials.filter(({ check }) => {
    const { who } = knowledge.checks[check];
    const mine = reader !== "visitor" || knowledge.roles[who]?.visitor;
    return mine && !closed.has(who) && answers[check] !== CANNOT_TELL;
  });
  const key = `search ${code} ${trials.map((trial) => trial.check).join()}`;
  return remember(knowledge, key, () => new Search({ ...line, trials }, knowledge.search));
}

/**
 * Return the state that what was seen leads to, in whatever order it was seen.
 * @param {Knowledge} knowledge @param {Line} line @param {Map<string, Seen>} seen
 */
function follow(knowledge, line, seen) {
  let left = line.suspects.reduce((set, _, index) => set | shift(line.one, index), line.zero);
  let [spoken, backed] = [line.zero, line.zero];
  for (const trial of line.trials) {
    const outcomes = seen.get(trial.check)?.outcomes;
    if (outcomes) {
      left &= outcomes.reduce((set, one) => set | trial.allows[trial.outcomes.indexOf(one)], line.zero);
      spoken |= trial.speaks;
      backed |= findBacked(knowledge, line, trial, outcomes);
    }
  }
  return { state: { left, spoken: spoken & left }, backed: backed & left };
}

/**
 * List what support asks for, and whether the text holds it.
 * @param {Knowledge} knowledge @param {string} code @param {Finding[]} signs
 */
function listSupport(knowledge, code, signs) {
  const held = new Set(signs.flatMap((sign) => knowledge.signs[sign.id]?.supplies || []));
  const always = Object.keys(knowledge.support).filter((id) => knowledge.support[id].always);
  const wanted = new Set([...always, ...(knowledge.codes[code].support || [])]);
  return [...wanted].map((id) => ({ id, have: held.has(id) }));
}

/**
 * Return the whole plan of a code, for a page that shows where its reader stands.
 * @param {{code: string, answers?: Record<string, string>, reader?: string | null}} [input]
 * @param {Knowledge} [knowledge]
 */
function plan(input, knowledge = /** @type {any} */ (globalThis).troubleshooterKnowledge) {
  const code = nameCode(knowledge, String(input?.code ?? ""));
  if (code === null) {
    return [];
  }
  const line = remember(knowledge, `line ${code}`, () => lineUp(knowledge, code));
  const search = openSearch(knowledge, code, line, takeAnswers(input?.answers), input?.reader ?? null);
  return listSteps(knowledge, search);
}

/** @type {any} */ (globalThis).troubleshooter = Object.assign(
  /** @type {any} */ (globalThis).troubleshooter || {},
  { diagnose, plan },
);
