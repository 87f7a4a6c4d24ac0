// Building the page: elements are made one by one, so a paste can never become markup.

/**
 * Make an element: `make("p.ts-quiet", {id: "x"}, "text", child)`.
 * @param {string} name the tag, then classes behind dots
 * @param {...any} parts attributes as a plain object, texts, elements, lists of them, or nothing
 * @returns {any}
 */
function make(name, ...parts) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) {
    element.className = classes.join(" ");
  }
  for (const part of parts.flat(2)) {
    if (part instanceof Node || typeof part === "string") {
      element.append(part);
    } else if (part) {
      for (const [key, value] of Object.entries(part)) {
        if (key === "onclick") {
          element.addEventListener("click", /** @type {EventListener} */ (value));
        } else if (value !== null && value !== undefined && value !== false) {
          element.setAttribute(key, String(value));
        }
      }
    }
  }
  return element;
}

/** A button that says what it does. @param {string} label @param {() => void} act @param {string} [kind] */
function button(label, act, kind = "") {
  return make(`button.ts-press${kind ? `.ts-press--${kind}` : ""}`, { type: "button", onclick: act }, label);
}

/** The address of an entry. @param {string} kind @param {string} id */
function addressOf(kind, id) {
  return new URL((knowledge().urls[kind] || "").replaceAll("{id}", id), ROOT).href;
}

/** A link to an entry. @param {string} kind @param {string} id @param {string} words */
function link(kind, id, words) {
  return make("a", { href: addressOf(kind, id) }, words);
}

/**
 * A command with the reader's own values in it; values.js fills them in.
 * @param {string} run
 */
function command(run) {
  const known = knowledge().placeholders;
  const pieces = run.split(/\{([a-z][a-z0-9_]*)\}/).map((piece, place) => {
    if (place % 2 === 0) {
      return piece;
    }
    return Object.hasOwn(known, piece) ? make("span.ts-value", { "data-ts-value": piece }, known[piece]) : `{${piece}}`;
  });
  const code = make("code", {}, pieces);
  const copy = make(
    "button.ts-copy",
    { type: "button", onclick: () => void copyText(code.textContent || "", copy) },
    "Copy",
  );
  return make("div.ts-command.no-copy", {}, make("pre", {}, code), copy);
}

/** Copy a text and say so on the button. @param {string} text @param {HTMLElement} said */
async function copyText(text, said) {
  said.dataset.tsLabel ??= said.textContent || "";
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = "Copied";
  } catch {
    said.textContent = "Could not copy";
  }
  const heard = document.querySelector("[data-ts-diagnose] [role=status]");
  if (heard) {
    heard.textContent = said.textContent;
  }
  setTimeout(() => {
    said.textContent = said.dataset.tsLabel || "";
  }, 1500);
}

/** How likely something is, in words. @param {number} probability */
function inWords(probability) {
  const steps = /** @type {Array<[number, string]>} */ ([
    [0.85, "almost certainly"],
    [0.55, "probably"],
    [0.3, "quite possibly"],
    [0.1, "possibly"],
    [0.0001, "unlikely"],
  ]);
  return steps.find(([least]) => probability >= least)?.[1] ?? "ruled out";
}

/** Minutes as people say them. @param {number} minutes */
function spellMinutes(minutes) {
  return `${minutes} minute${minutes === 1 ? "" : "s"}`;
}

/** A phrase in the middle of a sentence. @param {string} text */
function continued(text) {
  return /^(?:[A-Z][a-z]|A )/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** Chromium asks for a page's icon again whenever the address changes: let it have a copy. */
function keepIcon() {
  const icon = document.querySelector('link[rel~="icon"]');
  if (icon instanceof HTMLLinkElement) {
    const image = new Image(64, 64);
    image.addEventListener("load", () => {
      const canvas = make("canvas", { width: 64, height: 64 });
      canvas.getContext("2d")?.drawImage(image, 0, 0, 64, 64);
      try {
        icon.href = canvas.toDataURL();
      } catch {
        // From the file system nothing may be read back, and nothing is asked of anybody either.
      }
    });
    image.src = icon.href;
  }
}

/** @returns {Knowledge} */
function knowledge() {
  return /** @type {any} */ (globalThis).troubleshooterKnowledge;
}

const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
