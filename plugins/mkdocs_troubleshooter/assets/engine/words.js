// Plain sentences: how much the words that somebody typed speak for each cause.

const ENDINGS = [
  [/ie[sd]$/, "y"],
  [/(?<=[^aeious])s$|(?<=e)s$/, ""],
  [/ations?$|ating$|ated$|ate$/, ""],
  [/([bdgkmnprt])\1(?:ing|ed|er)$/, "$1"],
  [/ions?$|ings?$|ed$|ly$|er$|e$/, ""],
  [/y$/, ""],
];
const SHORT = 4;
const MOST_WORDS = 4000;

/**
 * Return a word of lower case without its ending, as the build does.
 * @param {string} word
 */
function stem(word) {
  for (const [ending, instead] of ENDINGS) {
    if (word.length > SHORT) {
      const cut = word.replace(ending, /** @type {string} */ (instead));
      word = cut.length >= SHORT - 1 ? cut : word;
    }
  }
  return word;
}

/**
 * Index the words of causes: by stem, the causes that it belongs to and how much it tells.
 * @param {Knowledge} knowledge
 * @returns {Map<string, Array<[string, number]>>}
 */
function indexWords(knowledge) {
  /** @type {Map<string, Array<[string, number]>>} */
  const index = new Map();
  const names = Object.keys(knowledge.causes);
  for (const name of names) {
    for (const found of knowledge.causes[name].words?.split(" ") || []) {
      const owners = index.get(found) || [];
      owners.push([name, 0]);
      index.set(found, owners);
    }
  }
  for (const owners of index.values()) {
    for (const owner of owners) {
      owner[1] = Math.log((names.length + 1) / owners.length);
    }
  }
  return index;
}

/**
 * Weigh a text: by cause, how much its words tell, and which words they are, the best first.
 * @param {Knowledge} knowledge
 * @param {string} folded the text in lower case
 * @returns {Map<string, {score: number, words: string[]}>}
 */
function weighWords(knowledge, folded) {
  const index = remember(knowledge, "words", () => indexWords(knowledge));
  /** @type {Map<string, string>} */
  const stems = new Map();
  let count = 0;
  for (const [word] of folded.matchAll(/[a-z][a-z0-9]+|[0-9]{1,6}[a-z][a-z0-9]*/g)) {
    count += 1;
    if (count > MOST_WORDS) {
      break;
    }
    const found = word.length < 40 ? stem(word) : "";
    if (index.has(found) && !stems.has(found)) {
      stems.set(found, word);
    }
  }
  /** @type {Map<string, {score: number, words: Array<[number, string]>}>} */
  const scores = new Map();
  for (const [found, word] of stems) {
    for (const [name, weight] of index.get(found) || []) {
      const score = scores.get(name) || { score: 0, words: [] };
      score.score += weight;
      score.words.push([weight, word]);
      scores.set(name, score);
    }
  }
  // A long text has a word for everything: what counts is the share of what it could have said.
  const most = Math.sqrt(Math.max(stems.size, 6));
  const weighed = new Map();
  for (const [name, { score, words }] of scores) {
    words.sort((first, second) => second[0] - first[0]);
    const telling = words.filter(([weight], place) => place < 4 && weight >= words[0][0] / 2);
    weighed.set(name, { score: score / most, words: telling.map(([, word]) => word) });
  }
  return weighed;
}
