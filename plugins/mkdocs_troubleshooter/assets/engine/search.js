// Which check to do next: the one that reaches the cause in the fewest expected minutes.
// See plan/search.py, which says how and why; here is the same, for states that no page can list,
// such as those after "I can't tell".

const TIE = 1e-9;
const FEW = 0.05;

/** Thrown where an exact search would look at too many sets of suspects. */
class TooLarge extends Error {}

class Search {
  /** @param {Line} line @param {{states: number, ahead: number, width: number}} limits */
  constructor(line, limits) {
    this.line = line;
    this.limits = limits;
    /** @type {Map<string, Choice>} */
    this.known = new Map();
    /** @type {Map<string, Choice>} */
    this.looked = new Map();
    /** @type {Map<any, number>} */
    this.weights = new Map();
    /** @type {Map<any, Trial[]>} */
    this.usable = new Map();
    /** @type {Map<string, Choice>} */
    this.guessed = new Map();
    const all = line.suspects.reduce((set, _, index) => set | shift(line.one, index), line.zero);
    /** @type {State} */
    this.start = { left: all, spoken: line.zero };
    this.exact = this.trySolve(this.start) !== null;
  }

  /**
   * Return the best next step in a state, and the minutes that remain.
   * @param {State} state
   * @returns {Choice}
   */
  choose(state) {
    const solved = this.exact ? this.trySolve(state) : null;
    if (solved) {
      return solved;
    }
    const key = nameState(state);
    let choice = this.guessed.get(key);
    if (!choice) {
      const { trial } = this.look(state, this.limits.ahead);
      choice = { minutes: trial ? this.rate(state, trial) : 0, trial };
      this.guessed.set(key, choice);
    }
    return choice;
  }

  /** Solve a state, or return null where that would take too many. @param {State} state */
  trySolve(state) {
    try {
      return this.solve(state);
    } catch (error) {
      if (error instanceof TooLarge) {
        return null;
      }
      throw error;
    }
  }

  /** @param {State} state @param {Trial} trial @returns {number} */
  rate(state, trial) {
    return this.follow(state, trial).reduce(
      (minutes, branch) => minutes + branch.chance * this.choose(branch.state).minutes,
      trial.minutes,
    );
  }

  /**
   * Return where a trial leads, outcomes that leave the same suspects together.
   * @param {State} state @param {Trial} trial
   * @returns {Branch[]}
   */
  follow(state, trial) {
    const { line } = this;
    const speaking = this.weigh(state.left & trial.speaks);
    const known = this.weigh(state.left);
    const total = known + line.other;
    const other = line.other / trial.outcomes.length;
    /** @type {Map<any, Branch>} */
    const merged = new Map();
    trial.outcomes.forEach((outcome, place) => {
      let shown = 0;
      for (const [bit, share] of trial.shares[place]) {
        if (state.left & bit) {
          shown += share;
        }
      }
      const chance = ((speaking ? (known * shown) / speaking : 0) + other) / total;
      const left = state.left & trial.allows[place];
      const branch = merged.get(left);
      if (branch) {
        branch.outcomes.push(outcome);
        branch.chance += chance;
      } else {
        const spoken = (state.spoken | trial.speaks) & left;
        merged.set(left, { outcomes: [outcome], chance, state: { left, spoken } });
      }
    });
    return [...merged.values()];
  }

  /**
   * Return the trials to choose from; none where the plan ends.
   * @param {State} state
   * @returns {Trial[]}
   */
  list({ left, spoken }) {
    let usable = this.usable.get(left);
    if (!usable) {
      const deciding = this.line.trials.filter((trial) =>
        trial.allows.every((allowed) => left & ~allowed),
      );
      const atOnce = deciding.filter((trial) => !trial.last);
      usable = atOnce.length ? atOnce : deciding;
      this.usable.set(left, usable);
    }
    return usable.length || !left || left & spoken ? usable : this.confirm(left);
  }

  /**
   * Return the trial that refutes the suspects most readily if they are not the fault.
   * @param {any} left
   * @returns {Trial[]}
   */
  confirm(left) {
    /** @type {{last: boolean, cost: number, trial: Trial} | null} */
    let best = null;
    for (const trial of this.line.trials) {
      const refuting = trial.allows.filter((allowed) => !(left & allowed)).length;
      if (refuting) {
        const cost = (trial.minutes * trial.outcomes.length) / refuting;
        if (!best || (trial.last === best.last ? cost < best.cost : best.last)) {
          best = { last: trial.last, cost, trial };
        }
      }
    }
    return best ? [best.trial] : [];
  }

  /** @param {any} left @returns {number} */
  weigh(left) {
    let weight = this.weights.get(left);
    if (weight === undefined) {
      weight = pick(this.line, left).reduce((sum, suspect) => sum + suspect.weight, 0);
      this.weights.set(left, weight);
    }
    return weight;
  }

  /** @param {State} state @returns {Choice} */
  solve(state) {
    const key = nameState(state);
    const known = this.known.get(key);
    if (known) {
      return known;
    }
    if (this.known.size > this.limits.states) {
      throw new TooLarge();
    }
    /** @type {Choice} */
    let best = { minutes: 0, trial: null };
    for (const trial of this.list(state)) {
      let { minutes } = trial;
      const worse = () => best.trial !== null && minutes >= best.minutes - TIE;
      if (!worse()) {
        const done = this.follow(state, trial).every((branch) => {
          minutes += branch.chance * this.solve(branch.state).minutes;
          return !worse();
        });
        if (done) {
          best = { minutes, trial };
        }
      }
    }
    this.known.set(key, best);
    return best;
  }

  /** @param {State} state @param {number} depth @returns {Choice} */
  look(state, depth) {
    const key = `${nameState(state)} ${depth}`;
    const looked = this.looked.get(key);
    if (looked) {
      return looked;
    }
    const rated = this.list(state).map((trial) => ({ minutes: this.estimate(state, trial), trial }));
    rated.sort((first, second) => first.minutes - second.minutes);
    /** @type {Choice} */
    let best = { minutes: 0, trial: null };
    if (rated.length && depth === 0) {
      best = rated[0];
    }
    for (const { trial } of depth ? rated.slice(0, this.limits.width) : []) {
      const minutes = this.follow(state, trial).reduce(
        (sum, branch) => sum + branch.chance * this.look(branch.state, depth - 1).minutes,
        trial.minutes,
      );
      if (best.trial === null || minutes < best.minutes - TIE) {
        best = { minutes, trial };
      }
    }
    this.looked.set(key, best);
    return best;
  }

  /** @param {State} state @param {Trial} trial */
  estimate(state, trial) {
    const total = this.weigh(state.left);
    const missing = measure(pick(this.line, state.left).map((suspect) => suspect.weight / total));
    const told = measure(this.follow(state, trial).map((branch) => branch.chance));
    return (trial.minutes * missing) / Math.max(FEW, told);
  }
}

/** Bits of information in some chances. @param {number[]} chances */
function measure(chances) {
  return -chances.reduce((bits, chance) => bits + chance * Math.log2(chance), 0);
}

/** @param {State} state */
function nameState({ left, spoken }) {
  return `${left} ${spoken}`;
}
