// Reading: which patterns of the knowledge base match a text, and where.
//
// A pattern comes with cues, texts in lower case of which a match must hold one. They are looked for
// first, so most patterns never run, and those that do run only near their cues. So the time depends
// on what is found and hardly on how long the text is.

const LONGEST = 4_000_000;
/** Characters around a cue in which its pattern runs, and characters in all for one pattern. */
const BEFORE = 2_048;
const AFTER = 16_384;
const RUN = 65_536;
const MOST_CUES = 48;
const MOST_FOUND = 24;
/** Characters that all patterns together run over, after which a hostile text is read no further. */
const MOST_WORK = 16_000_000;

class Paste {
  /** @param {string} given */
  constructor(given) {
    this.cut = given.length > LONGEST;
    this.all = this.cut ? `${given.slice(0, LONGEST - RUN)}\n${given.slice(-RUN)}` : given;
    // The only letter that grows in lower case would move everything behind it.
    this.folded = this.all.replaceAll("\u0130", "i").toLowerCase();
    if (this.folded.length !== this.all.length) {
      this.folded = this.all.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    }
    this.tired = false;
    this.work = 0;
    /** @type {Map<string, number[]>} */
    this.places = new Map();
    this.grams = this.all.length > 20_000 ? listGrams(this.folded) : null;
  }

  /**
   * Return the places of a cue: the first ones and the last one.
   * @param {string} cue
   */
  find(cue) {
    let places = this.places.get(cue);
    if (!places) {
      places = [];
      this.places.set(cue, places);
      if (!this.grams || hasGrams(this.grams, cue)) {
        let at = this.folded.indexOf(cue);
        while (at >= 0 && places.length < MOST_CUES) {
          places.push(at);
          at = this.folded.indexOf(cue, at + 1);
        }
        if (at >= 0) {
          places.push(this.folded.lastIndexOf(cue));
          this.cut ||= this.all.length > RUN;
        }
      }
    }
    return places;
  }

  /**
   * Return the stretches of the text in which a pattern can match.
   * @param {string[]} cues
   * @returns {Array<[number, number]>}
   */
  list(cues) {
    const length = this.all.length;
    const places = cues.length ? cues.flatMap((cue) => this.find(cue)) : [0];
    if (length <= RUN) {
      return places.length ? [[0, length]] : [];
    }
    places.sort((first, second) => first - second);
    /** @type {Array<[number, number]>} */
    const stretches = [];
    let total = 0;
    for (const place of [...places.slice(-1), ...places.slice(0, -1)]) {
      if (total >= RUN) {
        this.cut = true;
      } else {
        const from = Math.max(0, place - BEFORE);
        const to = Math.min(length, place + AFTER);
        const last = stretches.length > 1 ? stretches[stretches.length - 1] : undefined;
        if (last && from <= last[1]) {
          total += to - last[1];
          last[1] = to;
        } else {
          total += to - from;
          stretches.push([from, to]);
        }
      }
    }
    return stretches;
  }
}

/**
 * Mark every run of three characters of a text.
 * @param {string} text
 */
function listGrams(text) {
  const grams = new Uint8Array(1 << 16);
  let [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  for (let at = 2; at < text.length; at += 1) {
    const third = text.charCodeAt(at);
    grams[(first * 961 + second * 31 + third) & 0xffff] = 1;
    first = second;
    second = third;
  }
  return grams;
}

/** @param {Uint8Array} grams @param {string} cue */
function hasGrams(grams, cue) {
  for (let at = 2; at < cue.length; at += 1) {
    const gram = cue.charCodeAt(at - 2) * 961 + cue.charCodeAt(at - 1) * 31 + cue.charCodeAt(at);
    if (!grams[gram & 0xffff]) {
      return false;
    }
  }
  return true;
}

/** @type {Map<string, RegExp | null>} */
const compiled = new Map();

/** @param {string} source @param {string} flags */
function compile(source, flags) {
  const key = `${flags}${source}`;
  let pattern = compiled.get(key);
  if (pattern === undefined) {
    try {
      pattern = new RegExp(source, flags);
    } catch {
      // The build has checked it; an engine that cannot read it does without.
      pattern = null;
    }
    compiled.set(key, pattern);
  }
  return pattern;
}

/**
 * Find what a pattern matches.
 * @param {Paste} text
 * @param {string[]} pattern the expression, then its cues
 * @returns {Hit[]}
 */
function match(text, [source, ...cues]) {
  const found = [];
  for (const [from, to] of text.list(cues)) {
    const expression = text.tired ? null : compile(source, "gim");
    if (!expression) {
      break;
    }
    // One character more in front, so that ^ and \b see what stands there.
    const start = Math.max(0, from - 1);
    const slice = start === 0 && to === text.all.length ? text.all : text.all.slice(start, to);
    expression.lastIndex = from - start;
    for (let hit = expression.exec(slice); hit; hit = expression.exec(slice)) {
      if (hit[0] === "") {
        expression.lastIndex += 1;
      } else if (slice === text.all || confirm(text, source, start + hit.index, hit[0])) {
        const at = start + hit.index;
        found.push({ value: hit[1] || "", all: hit[0], from: at, to: at + hit[0].length });
      }
      if (found.length >= MOST_FOUND) {
        return found;
      }
    }
    text.work += to - from;
    text.tired = text.work > MOST_WORK;
  }
  return found;
}

/**
 * Tell whether a match also holds in the whole text, where a line may go on behind a stretch's end.
 * @param {Paste} text @param {string} source @param {number} at @param {string} matched
 */
function confirm(text, source, at, matched) {
  const expression = compile(source, "imy");
  if (!expression) {
    return false;
  }
  expression.lastIndex = at;
  return expression.exec(text.all)?.[0].length === matched.length;
}
