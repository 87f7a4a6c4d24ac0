// What was read: the pasted text with its findings marked, and the facts that it holds.

const CONTEXT = 2;
const MOST_LINES = 60;
const LONGEST_LINE = 400;

/**
 * Show the lines of a text in which something was found, the findings marked.
 * @param {string} text @param {Found[]} found
 */
function showText(text, found) {
  const marks = layMarks(found);
  const lines = pickLines(text, marks);
  const pre = make("pre.ts-read", { tabindex: "0", role: "region", "aria-label": "Your text, with what was read in it marked" });
  let last = 0;
  for (const { from, to, number } of lines) {
    if (number > last + 1) {
      pre.append(make("span.ts-read__gap", {}, `… ${number - last - 1} more ${number - last === 2 ? "line" : "lines"}\n`));
    }
    markLine(pre, text, from, Math.min(to, from + LONGEST_LINE), marks);
    pre.append(to > from + LONGEST_LINE ? "…\n" : "\n");
    last = number;
  }
  return pre;
}

/** Findings without those inside others, in the order of the text. @param {Found[]} found */
function layMarks(found) {
  const sorted = [...found].sort((one, other) => one.from - other.from || other.to - one.to);
  /** @type {Found[]} */
  const marks = [];
  for (const finding of sorted) {
    const last = marks[marks.length - 1];
    if (!last || finding.from >= last.to) {
      marks.push(finding);
    }
  }
  return marks;
}

/** Lines that hold a mark, and their neighbours. @param {string} text @param {Found[]} marks */
function pickLines(text, marks) {
  /** @type {Array<{from: number, to: number, number: number}>} */
  const lines = [];
  let [from, number, next] = [0, 1, 0];
  const short = text.length < 4000;
  while (from <= text.length && lines.length < MOST_LINES) {
    const ending = text.indexOf("\n", from);
    const to = ending < 0 ? text.length : ending;
    while (next < marks.length && marks[next].to < from - CONTEXT * 80) {
      next += 1;
    }
    const near = marks.slice(next, next + 4).some((mark) => mark.from <= to + CONTEXT * 40 && mark.to >= from - CONTEXT * 40);
    if (short || near) {
      lines.push({ from, to, number });
    }
    from = to + 1;
    number += 1;
  }
  return lines;
}

/**
 * @param {HTMLElement} pre @param {string} text @param {number} from @param {number} to
 * @param {Found[]} marks
 */
function markLine(pre, text, from, to, marks) {
  let at = from;
  for (const mark of marks) {
    const [first, end] = [Math.max(mark.from, from), Math.min(mark.to, to)];
    const start = first + text.slice(first, end).search(/\S|$/);
    if (start < end && start >= at) {
      pre.append(text.slice(at, start), make("mark", { title: nameFinding(mark) }, text.slice(start, end)));
      at = end;
    }
  }
  pre.append(text.slice(at, to));
}

/** What the marks mean, for those who cannot point at them. @param {Found[]} found */
function showMarks(found) {
  /** @type {Map<string, string>} */
  const meanings = new Map();
  for (const finding of found) {
    const meaning = nameFinding(finding);
    if (!meanings.has(meaning)) {
      meanings.set(meaning, finding.line || "");
    }
  }
  return make(
    "details.ts-fold",
    {},
    make("summary", {}, "What each mark means"),
    make("ul.ts-because", {}, [...meanings].map(([meaning, line]) => make("li", {}, `${meaning}: `, make("code", {}, shorten(line))))),
  );
}

/** What a finding shows. @param {Found} finding */
function nameFinding({ kind, id, value }) {
  const { signs, codes, checks } = knowledge();
  if (kind === "sign") {
    return signs[id].title;
  }
  if (kind === "signature") {
    return codes[id].title;
  }
  return `${checks[id].question} ${checks[id].outcomes[value].label}`;
}

/**
 * List the values that were read, such as a host, each once, best sign first.
 * @param {Found[]} found
 */
function showValues(found) {
  /** @type {Map<string, {title: string, values: Set<string>}>} */
  const read = new Map();
  for (const { kind, id, value } of found) {
    const sign = kind === "sign" ? knowledge().signs[id] : undefined;
    if (sign?.reads && sign.reads !== "code" && value) {
      const known = read.get(sign.reads) || { title: sign.title, values: new Set() };
      known.values.add(value);
      read.set(sign.reads, known);
    }
  }
  if (!read.size) {
    return null;
  }
  const list = make("dl.ts-values-read");
  for (const [word, { title, values }] of read) {
    const shown = [...values].slice(0, 3).join(", ");
    list.append(make("div", {}, make("dt", { title }, word.replaceAll("-", " ")), make("dd", {}, shown)));
  }
  return list;
}

/**
 * The first value of a kind that a text holds.
 * @param {Found[]} found @param {string} word
 */
function findValue(found, word) {
  const signs = knowledge().signs;
  return found.find(({ kind, id, value }) => kind === "sign" && value && signs[id].reads === word)?.value ?? "";
}
