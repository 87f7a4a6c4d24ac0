// The plan of a code: every check that can come next, and what each answer leads to.
// See plan/plan.py.

/**
 * Return the suspects that some outcomes speak for: none if a sound system shows one of them, and
 * none if most suspects do.
 * @param {Knowledge} knowledge @param {Line} line @param {Trial} trial @param {string[]} outcomes
 * @returns {any}
 */
function findBacked(knowledge, line, trial, outcomes) {
  const known = knowledge.checks[trial.check].outcomes;
  if (outcomes.some((outcome) => known[outcome].sound)) {
    return line.zero;
  }
  const shown = outcomes.reduce(
    (set, outcome) => set | (trial.allows[trial.outcomes.indexOf(outcome)] & trial.speaks),
    line.zero,
  );
  const [some, all] = [pick(line, shown).length, pick(line, trial.speaks).length];
  return some === 1 || some * 2 <= all ? shown : line.zero;
}

/**
 * Return where a plan ends.
 * @param {Line} line @param {State} state @param {any} backed
 * @returns {End}
 */
function end(line, state, backed) {
  const likely = pick(line, state.left).sort((first, second) => second.weight - first.weight);
  const causes = likely.map((suspect) => suspect.cause);
  return { kind: !causes.length ? "none" : backed ? "found" : "left", causes };
}

/**
 * Say whether an end that leaves causes over has ruled any out, and whether there were any.
 * @param {End} ended @param {Line} line
 * @returns {End}
 */
function refineEnd(ended, line) {
  if (ended.kind === "none" && !line.suspects.length) {
    return { ...ended, kind: "unlisted" };
  }
  const open = ended.kind === "left" && ended.causes.length === line.suspects.length;
  return open ? { ...ended, kind: "open" } : ended;
}

/**
 * Return all steps of a plan, the first one first; an answer leads to a later one.
 * @param {Knowledge} knowledge
 * @param {Search} search
 * @returns {Array<Question | End>}
 */
function listSteps(knowledge, search) {
  const { line } = search;
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {Map<string, number>} */
  const places = new Map();
  /** @type {Array<Question | End>} */
  const steps = [];

  /** @param {State} state @param {any} backed @returns {number} */
  function build(state, backed) {
    const key = `${nameState(state)} ${backed}`;
    let place = known.get(key);
    if (place === undefined) {
      const step = describe(state, backed);
      const same = JSON.stringify(step);
      place = places.get(same) ?? steps.push(step) - 1;
      places.set(same, place);
      known.set(key, place);
    }
    return place;
  }

  /** @param {State} state @param {any} backed @returns {Question | End} */
  function describe(state, backed) {
    const { trial } = search.choose(state);
    if (!trial) {
      return end(line, state, backed);
    }
    /** @type {Map<number, Answer>} */
    const answers = new Map();
    for (const branch of search.follow(state, trial)) {
      const told = backed | findBacked(knowledge, line, trial, branch.outcomes);
      const leads = build(branch.state, told & branch.state.left);
      const answer = answers.get(leads) || { outcomes: [], leads };
      answer.outcomes.push(...branch.outcomes);
      answers.set(leads, answer);
    }
    for (const answer of answers.values()) {
      answer.outcomes.sort((first, second) => trial.outcomes.indexOf(first) - trial.outcomes.indexOf(second));
    }
    return { kind: "question", check: trial.check, last: trial.last, answers: [...answers.values()] };
  }

  return number(steps, build(search.start, line.zero));
}

/**
 * Return the steps in the order in which a reader comes to them, ends last.
 * @param {Array<Question | End>} steps
 * @param {number} first
 */
function number(steps, first) {
  /** @type {Set<number>} */
  const order = new Set();
  const visit = (/** @type {number} */ place) => {
    const step = steps[place];
    if (step.kind === "question") {
      for (const { leads } of [...step.answers].reverse()) {
        if (!order.has(leads)) {
          visit(leads);
        }
      }
    }
    order.add(place);
  };
  visit(first);
  const visited = [...order].reverse();
  const rank = (/** @type {number} */ place) =>
    steps[place].kind === "question" ? 0 : steps[place].kind === "none" ? 2 : 1;
  const ranked = visited.sort((one, other) => rank(one) - rank(other));
  return ranked.map((place) => {
    const step = steps[place];
    return step.kind === "question"
      ? { ...step, answers: step.answers.map((a) => ({ ...a, leads: ranked.indexOf(a.leads) })) }
      : step;
  });
}
