// What a text shows: codes, who wrote the response, and which outcomes of checks are in it.

/** Where the words of a code's own message stand on the ladder of signs: above all of them. */
const SIGNATURE = -1;

/**
 * Read a text.
 * @param {Knowledge} knowledge
 * @param {Paste} text
 * @returns {Finding[]} in the order of the ladder, then of the text
 */
function readSigns(knowledge, text) {
  /** @type {Finding[]} */
  const found = [];
  for (const [id, sign] of Object.entries(knowledge.signs)) {
    for (const hit of matchAll(text, sign.patterns)) {
      found.push({ kind: "sign", id, order: sign.order, ...hit });
    }
  }
  for (const [id, code] of Object.entries(knowledge.codes)) {
    for (const hit of matchAll(text, code.signatures)) {
      found.push({ kind: "signature", id, order: SIGNATURE, ...hit, value: id });
    }
  }
  return found.sort((first, second) => first.order - second.order || first.from - second.from);
}

/**
 * Read the outcomes of checks.
 * @param {Knowledge} knowledge
 * @param {Paste} text
 * @returns {Finding[]}
 */
function readOutcomes(knowledge, text) {
  /** @type {Finding[]} */
  const found = [];
  for (const [id, check] of Object.entries(knowledge.checks)) {
    for (const [outcome, { patterns }] of Object.entries(check.outcomes)) {
      for (const hit of matchAll(text, patterns)) {
        found.push({ kind: "outcome", id, order: 0, ...hit, value: outcome });
      }
    }
  }
  return found;
}

/** @param {Paste} text @param {string[][] | undefined} patterns */
function matchAll(text, patterns) {
  /** @type {Map<number, Hit>} */
  const hits = new Map();
  for (const pattern of patterns || []) {
    for (const hit of match(text, pattern)) {
      const known = hits.get(hit.from);
      if (!known || known.to < hit.to) {
        hits.set(hit.from, hit);
      }
    }
  }
  return hits.values();
}

/**
 * Tell which codes a text names, the best proven first, and what else it is about.
 * @param {Knowledge} knowledge
 * @param {Finding[]} signs
 */
function findCodes(knowledge, signs) {
  const foreign = signs.filter((sign) => knowledge.signs[sign.id]?.foreign);
  /** @type {Map<string, Finding>} */
  const named = new Map();
  for (const sign of signs) {
    const code = readCode(knowledge, sign);
    if (code && !knowledge.codes[code].aside && !named.has(code) && !isForeign(sign, foreign)) {
      named.set(code, sign);
    }
  }
  // A number that only carries another one, such as its HTTP status, is not an error of its own.
  const carried = new Set([...named.keys()].flatMap((code) => knowledge.codes[code].carriers || []));
  const codes = [...named.keys()].filter((code) => !carried.has(code));
  // A number that both may use, beside a sign of the other: then it is the other's.
  const proven = codes.some((code) => knowledge.signs[named.get(code)?.id ?? ""]?.says !== "unknown");
  return { codes: codes.length ? codes : [...named.keys()].slice(0, 1), foreign: proven ? undefined : foreign[0] };
}

/**
 * Return the status that a text shows where it shows no code: one that has an entry, else any.
 * @param {Knowledge} knowledge
 * @param {Finding[]} signs
 */
function findStatus(knowledge, signs) {
  const shown = signs
    .map((sign) => (knowledge.signs[sign.id]?.reads === "status" ? sign.value : readCode(knowledge, sign)))
    .filter((value) => value !== null && value !== "");
  return shown.find((value) => knowledge.codes[value ?? ""]?.aside) ?? shown[0] ?? null;
}

/**
 * Return the code that a sign names, or null.
 * @param {Knowledge} knowledge
 * @param {Finding} sign
 */
function readCode(knowledge, sign) {
  if (sign.kind === "signature") {
    return sign.id;
  }
  const reads = knowledge.signs[sign.id]?.reads;
  return reads === "code" ? nameCode(knowledge, sign.value) : null;
}

/**
 * Return the code whose entry stands for a number, or null.
 * @param {Knowledge} knowledge
 * @param {string} number
 */
function nameCode(knowledge, number) {
  if (Object.hasOwn(knowledge.codes, number)) {
    return number;
  }
  return Object.keys(knowledge.codes).find((id) => knowledge.codes[id].also?.includes(number)) || null;
}

/**
 * Tell whether a number is the foreign text's own rather than one of ours.
 * @param {Finding} sign @param {Finding[]} foreign
 */
function isForeign(sign, foreign) {
  return foreign.some((other) => other.all.includes(sign.value));
}

/**
 * Decide who wrote the response, by the ladder of signs.
 * @param {Knowledge} knowledge
 * @param {Finding[]} signs
 * @param {string | null} code the code, else the status
 */
function decideEmitter(knowledge, signs, code) {
  const entry = knowledge.codes[code ?? ""];
  const alike = new Set(code === null ? [] : [code, ...(entry?.carriers || [])]);
  const telling = signs.filter((sign) => {
    const says = knowledge.signs[sign.id]?.says;
    const number = readCode(knowledge, sign);
    return sign.kind === "sign" && says && says !== "unknown" && (number === null || alike.has(number));
  });
  const says = (/** @type {Finding} */ sign) => knowledge.signs[sign.id].says;
  const because = telling.slice(0, 1);
  const against = because.length ? telling.filter((sign) => says(sign) !== says(because[0])) : [];
  const who = entry?.who || [];
  let emitter = because.length ? says(because[0]) : "unknown";
  if (!because.length && who.length === 1) {
    emitter = who[0];
  } else if (because.length && who.length && !who.includes(emitter)) {
    // The text says that somebody sent what only somebody else can send.
    against.unshift(because[0]);
    emitter = "unknown";
  }
  return { emitter, because: emitter === "unknown" ? [] : because, against: distinct(against) };
}

/** @param {Finding[]} signs */
function distinct(signs) {
  return signs.filter((sign, place) => signs.findIndex((other) => other.id === sign.id) === place);
}
