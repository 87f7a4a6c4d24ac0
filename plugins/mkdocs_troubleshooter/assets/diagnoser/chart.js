// The flowchart as seen from where the reader stands: the way behind, the question, where its answers
// lead.

/**
 * @param {Diagnosis} diagnosis
 * @param {Array<Question | End>} steps
 * @param {Map<string, string[]>} seen outcomes by check
 * @param {boolean} part whether checks are left out, so that its numbers are not those of the page
 */
function showChart(diagnosis, steps, seen, part) {
  const questions = steps.filter((step) => step.kind === "question").length;
  if (!questions || diagnosis.code === null) {
    return null;
  }
  const way = followWay(steps, seen);
  const here = steps.findIndex((step) => step.kind === "question" && step.check === diagnosis.next?.check);
  const list = make("ol.ts-way");
  for (const place of way.filter((step) => step !== here)) {
    list.append(showStep(steps, place, "done", seen));
  }
  if (here >= 0) {
    list.append(showStep(steps, here, "here", seen));
  }
  return make(
    "section.ts-where",
    { "aria-labelledby": "where" },
    make("h3", { id: "where" }, part ? "Where you are on your part of the flowchart" : "Where you are on the flowchart"),
    list,
    make("p.ts-quiet", {}, make("a", { href: `${addressOf("code", diagnosis.code)}#flowchart` }, "The whole flowchart"), part ? " has more checks, and other numbers" : `, ${questions} ${questions === 1 ? "check" : "checks"}`),
  );
}

/**
 * Return the questions and the end that the answers lead through.
 * @param {Array<Question | End>} steps @param {Map<string, string[]>} seen
 */
function followWay(steps, seen) {
  const way = [];
  let place = 0;
  while (place >= 0) {
    const step = steps[place];
    if (step.kind !== "question") {
      way.push(place);
      break;
    }
    const outcomes = seen.get(step.check);
    const answer = outcomes && step.answers.find((one) => outcomes.every((outcome) => one.outcomes.includes(outcome)));
    if (!answer) {
      break;
    }
    way.push(place);
    place = answer.leads;
  }
  return way;
}

/**
 * @param {Array<Question | End>} steps @param {number} place @param {"done" | "here"} state
 * @param {Map<string, string[]>} seen
 */
function showStep(steps, place, state, seen) {
  const step = steps[place];
  if (step.kind !== "question") {
    return make("li.ts-way__end", {}, nameStep(steps, place));
  }
  const check = knowledge().checks[step.check];
  const labels = (/** @type {string[]} */ outcomes) => outcomes.map((one) => check.outcomes[one].label).join(", or ");
  const taken = seen.get(step.check);
  return make(
    `li.ts-way__${state}`,
    { "aria-current": state === "here" ? "step" : null },
    make("span.ts-way__number", {}, `${place + 1}`),
    make("span", {}, check.title),
    state === "done" && taken
      ? make("span.ts-way__answer", {}, labels(taken))
      : make(
          "ul",
          {},
          step.answers.map(({ outcomes, leads }) => make("li", {}, `${shortList(outcomes.map((one) => check.outcomes[one].label))} `, make("span.ts-way__leads", {}, nameStep(steps, leads)))),
        ),
  );
}

/** @param {string[]} labels */
function shortList(labels) {
  return labels.length > 2 ? `${labels[0]}, or ${labels.length - 1} others` : labels.join(", or ");
}

/** @param {Array<Question | End>} steps @param {number} place */
function nameStep(steps, place) {
  const step = steps[place];
  if (step.kind === "question") {
    return `go to ${place + 1}: ${knowledge().checks[step.check].title}`;
  }
  if (!step.causes.length) {
    return "none of the known causes";
  }
  return step.causes.map((id) => knowledge().causes[id].title).join(", or ");
}
