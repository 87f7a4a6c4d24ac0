// The causes of a code as suspects, and its checks as trials of them: the model of the flowcharts.
//
// Exactly one suspect, or something that nobody has listed, is the fault. An answer rules out every
// suspect that would have shown another one. This file and search.js follow plan/suspects.py and
// plan/search.py; tests hold them to the same questions on every path of every code.

/** Sets of suspects are numbers, one bit each; with more suspects than bits they are BigInts. */
const MOST_BITS = 30;

/**
 * Return the suspects and trials of a code.
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {Line}
 */
function lineUp(knowledge, id) {
  const checks = Object.keys(knowledge.checks);
  const items = (knowledge.codes[id].causes || []).filter((item) =>
    Object.hasOwn(knowledge.causes, item.id),
  );
  const suspects = items.map((item) => ({
    cause: item.id,
    weight: knowledge.likelihoods[item.likelihood]?.weight ?? 1,
    likelihood: item.likelihood,
    variant: item.variant,
    expects: mergeExpects(checks, knowledge.causes[item.id].expects, item.expects),
  }));
  const named = new Set(suspects.flatMap((suspect) => [...suspect.expects.keys()]));
  /** @type {any} */
  const one = suspects.length > MOST_BITS ? 1n : 1;
  const trials = [...named].map((check) => makeTrial(knowledge, suspects, check, one));
  return { suspects, trials, other: knowledge.other, one, zero: one ^ one };
}

/**
 * Merge what a cause says of checks with what a code says instead.
 * @param {string[]} checks
 * @param {number[][]} [general] each check and its outcomes, by their places
 * @param {number[][]} [special]
 */
function mergeExpects(checks, general, special) {
  /** @type {Map<string, number[]>} */
  const merged = new Map();
  for (const [place, ...outcomes] of [...(general || []), ...(special || [])]) {
    merged.set(checks[place], outcomes);
  }
  return merged;
}

/**
 * Return a check as it concerns some suspects.
 * @param {Knowledge} knowledge
 * @param {Suspect[]} suspects
 * @param {string} id
 * @param {any} one
 * @returns {Trial}
 */
function makeTrial(knowledge, suspects, id, one) {
  const check = knowledge.checks[id];
  const outcomes = Object.keys(check.outcomes);
  const zero = one ^ one;
  let speaks = zero;
  let all = zero;
  const allows = outcomes.map(() => zero);
  /** @type {Array<Array<[any, number]>>} */
  const shares = outcomes.map(() => []);
  suspects.forEach((suspect, index) => {
    const bit = shift(one, index);
    const shown = suspect.expects.get(id) || [];
    all |= bit;
    if (shown.length) {
      speaks |= bit;
    }
    for (const place of shown) {
      allows[place] |= bit;
      shares[place].push([bit, suspect.weight / shown.length]);
    }
  });
  const silent = all & ~speaks;
  return {
    check: id,
    minutes: check.minutes + knowledge.begin,
    last: Boolean(check.risk) || Boolean(knowledge.roles[check.who]?.outside),
    outcomes,
    speaks,
    allows: allows.map((allowed) => allowed | silent),
    shares,
  };
}

/** @param {any} one @param {number} places @returns {any} */
function shift(one, places) {
  return typeof one === "bigint" ? one << BigInt(places) : one << places;
}

/**
 * Return the suspects in a set, in their order.
 * @param {Line} line @param {any} left
 */
function pick(line, left) {
  return line.suspects.filter((_, index) => left & shift(line.one, index));
}
