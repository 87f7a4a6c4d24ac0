// Ranking: how likely each cause is, and why.

/** How far a pattern in a paste is believed: it may be about something else. */
const TRUST = 0.85;
/** What a word of a rare kind is worth, as a power of e; and the most that words can do. */
const WORD = 0.65;
const MOST_WORD = 5;
/** With no code to go by, what a cause must have going for it to be named. */
const LEAST = 1.5;

/**
 * Return what has been seen of each check: the answer, or what stands in the text.
 * @param {Knowledge} knowledge
 * @param {Finding[]} outcomes
 * @param {Record<string, string>} answers
 * @param {Record<string, string[]>} before what was seen before, in a text that is not at hand
 * @returns {Map<string, Seen>}
 */
function listSeen(knowledge, outcomes, answers, before) {
  /** @type {Map<string, Seen>} */
  const seen = new Map();
  for (const [check, shown] of Object.entries(before)) {
    const known = Object.hasOwn(knowledge.checks, check) ? knowledge.checks[check].outcomes : {};
    const kept = shown.filter((outcome) => Object.hasOwn(known, outcome));
    if (kept.length) {
      seen.set(check, { outcomes: kept, answered: false, findings: [] });
    }
  }
  for (const finding of outcomes) {
    const known = seen.get(finding.id) || { outcomes: [], answered: false, findings: [] };
    if (!known.outcomes.includes(finding.value)) {
      known.outcomes.push(finding.value);
      known.findings.push(finding);
    }
    seen.set(finding.id, known);
  }
  for (const [check, outcome] of Object.entries(answers)) {
    if (Object.hasOwn(knowledge.checks, check)) {
      if (Object.hasOwn(knowledge.checks[check].outcomes, outcome)) {
        seen.set(check, { outcomes: [outcome], answered: true, findings: [] });
      } else {
        // "I can't tell" also takes back what was read off the text.
        seen.delete(check);
      }
    }
  }
  return seen;
}

/**
 * Rank the suspects of a line.
 * @param {Knowledge} knowledge
 * @param {Line} line
 * @param {Map<string, Seen>} seen
 * @param {Map<string, {score: number, words: string[]}>} words
 * @returns {Ranked[]} the most likely first; those that an answer has ruled out have no chance
 */
function rank(knowledge, line, seen, words) {
  /** @type {Array<Ranked & {weight: number}>} */
  const ranked = line.suspects.map((suspect) => ({
    id: suspect.cause,
    variant: suspect.variant,
    weight: suspect.weight,
    probability: 0,
    because: [{ kind: "prior", text: knowledge.likelihoods[suspect.likelihood]?.label ?? "" }],
  }));
  let other = line.other;
  for (const [id, { outcomes, answered, findings }] of seen) {
    const check = knowledge.checks[id];
    const known = Object.keys(check.outcomes);
    const places = outcomes.map((outcome) => known.indexOf(outcome));
    const chances = line.suspects.map((suspect) => {
      const expected = suspect.expects.get(id);
      return expected?.length
        ? expected.filter((place) => places.includes(place)).length / expected.length
        : null;
    });
    const general = average(line.suspects, chances);
    const blind = places.length / known.length;
    const trust = answered ? 1 : TRUST;
    ranked.forEach((item, index) => {
      const chance = chances[index];
      item.weight *= trust * (chance ?? general ?? blind) + (1 - trust) * blind;
      if (chance !== null && general !== null) {
        item.because.push(explain(check, outcomes, chance > 0, answered, findings));
      }
    });
    other *= blind;
  }
  for (const item of ranked) {
    const said = words.get(item.id);
    if (said) {
      const worth = Math.min(said.score * WORD, MOST_WORD);
      item.weight *= Math.exp(worth);
      if (worth > 1) {
        item.because.push({ kind: "words", text: said.words.join(", ") });
      }
    }
  }
  const total = ranked.reduce((sum, item) => sum + item.weight, other);
  return ranked
    .map(({ weight, ...item }) => ({ ...item, probability: total ? weight / total : 0 }))
    .sort((first, second) => second.probability - first.probability);
}

/**
 * Return what suspects that speak show on average, or null if none speaks.
 * @param {Suspect[]} suspects @param {Array<number | null>} chances
 */
function average(suspects, chances) {
  let [shown, total] = [0, 0];
  suspects.forEach((suspect, index) => {
    const chance = chances[index];
    if (chance !== null) {
      shown += suspect.weight * chance;
      total += suspect.weight;
    }
  });
  return total ? shown / total : null;
}

/**
 * @param {Check} check @param {string[]} outcomes @param {boolean} fits @param {boolean} answered
 * @param {Finding[]} findings
 * @returns {Reason}
 */
function explain(check, outcomes, fits, answered, findings) {
  const labels = outcomes.map((outcome) => check.outcomes[outcome].label);
  const [finding] = findings;
  return {
    kind: answered ? "answer" : "outcome",
    fits,
    text: `${check.question} ${labels.join(" / ")}`,
    ...(finding ? { from: finding.from, to: finding.to, line: finding.line } : {}),
  };
}
