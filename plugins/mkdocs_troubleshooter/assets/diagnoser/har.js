// HAR files: the failed requests of one, read piece by piece, since such files can be very large.

const LONGEST_ENTRY = 3_000_000;
const LONGEST_BODY = 60_000;
const MOST_ENTRIES = 200;

/** Whether a text begins as a HAR file does. @param {string} text */
function isHar(text) {
  return /^\ufeff?\s*\{\s*"log"\s*:\s*\{/.test(text.slice(0, 500));
}

/**
 * Reads the entries of a HAR file from pieces of its text. Only the braces are followed; each entry is
 * then read on its own, so a broken one costs no other.
 */
class HarReader {
  constructor() {
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    this.key = "";
    this.word = "";
    /** @type {string[]} */
    this.path = [];
    this.entry = "";
    this.total = 0;
    this.failures = 0;
    /** @type {Array<{label: string, status: number, text: string}>} */
    this.failed = [];
  }

  /** @param {string} piece */
  push(piece) {
    let from = 0;
    let at = 0;
    while (at < piece.length) {
      if (this.inString) {
        at = this.skipString(piece, at);
        continue;
      }
      const character = piece[at];
      if (character === '"') {
        this.inString = true;
        this.word = "";
      } else if (character === ":") {
        this.key = this.word;
      } else if (character === "{" || character === "[") {
        this.path.push(this.key);
        this.key = "";
        if (this.isEntry()) {
          from = at;
          this.entry = "";
        }
      } else if (character === "}" || character === "]") {
        if (this.isEntry()) {
          this.take(this.entry + piece.slice(from, at + 1));
          this.entry = "";
        }
        this.path.pop();
      }
      at += 1;
    }
    if (this.path.length > 3 && this.path[2] === "entries" && this.entry.length < LONGEST_ENTRY) {
      this.entry += piece.slice(from);
    }
  }

  /** Whether what has just begun or ended is an entry: an object in log.entries. */
  isEntry() {
    return this.path.length === 4 && this.path[1] === "log" && this.path[2] === "entries";
  }

  /** @param {string} piece @param {number} at @returns {number} the place behind what was read */
  skipString(piece, at) {
    if (this.escaped) {
      this.escaped = false;
      return at + 1;
    }
    const quote = piece.indexOf('"', at);
    const slash = piece.indexOf("\\", at);
    if (slash >= 0 && (quote < 0 || slash < quote)) {
      this.escaped = true;
      this.keep(piece, at, slash);
      return slash + 1;
    }
    const end = quote < 0 ? piece.length : quote;
    this.keep(piece, at, end);
    this.inString = quote < 0;
    return end + 1;
  }

  /** Keep what may be the name of a field. @param {string} piece @param {number} from @param {number} to */
  keep(piece, from, to) {
    if (this.word.length < 40) {
      this.word += piece.slice(from, Math.min(to, from + 40));
    }
  }

  /** @param {string} json */
  take(json) {
    this.total += 1;
    if (json.length > LONGEST_ENTRY) {
      return;
    }
    try {
      const found = describeEntry(JSON.parse(json));
      if (found) {
        this.failures += 1;
        if (this.failed.length < MOST_ENTRIES) {
          this.failed.push(found);
        }
      }
    } catch {
      // Not an entry after all.
    }
  }
}

/**
 * Return a failed request as text, or null for one that did not fail.
 * @param {any} entry
 */
function describeEntry(entry) {
  const request = entry.request || {};
  const response = entry.response || {};
  const status = Number(response.status) || 0;
  if (status > 0 && status < 400) {
    return null;
  }
  const url = String(request.url || "");
  const method = String(request.method || "GET");
  const wait = Math.round(Number(entry.time) || 0) / 1000;
  const version = /^HTTP\/[0-9.]+$/i.test(response.httpVersion) ? response.httpVersion : "HTTP/1.1";
  const headers = (Array.isArray(response.headers) ? response.headers : []).map(
    (/** @type {any} */ header) => `${header?.name}: ${header?.value}`,
  );
  const content = response.content || {};
  let body = typeof content.text === "string" ? content.text : "";
  if (content.encoding === "base64") {
    body = decode(body.slice(0, LONGEST_BODY * 2));
  }
  const text = [
    `${method} ${url}`,
    status ? `${version} ${status} ${response.statusText || ""}`.trim() : `no response: ${response._error || ""}`,
    ...headers,
    "",
    body.slice(0, LONGEST_BODY),
    `time: ${entry.startedDateTime || ""}`,
    `total: ${wait}`,
  ].join("\n");
  return { label: `${status || "No answer"} ${method} ${url.slice(0, 120)}`, status, text };
}

/** @param {string} text */
function decode(text) {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return "";
  }
}

/** The failed requests to choose from. @param {HarReader} har @param {(text: string) => void} choose */
function showHar(har, choose) {
  const rows = har.failed.map(({ label, text }) => make("li", {}, button(label, () => choose(text))));
  const words = har.failures
    ? `${har.failures} of ${har.total} requests failed. Which one is it about?`
    : `None of its ${har.total} requests failed.`;
  return make(
    "section.ts-har",
    { "aria-labelledby": "har" },
    make("h2", { id: "har", tabindex: "-1" }, words),
    make("ul", {}, rows),
    har.failures > rows.length ? make("p.ts-quiet", {}, `These are the first ${rows.length}.`) : null,
  );
}
