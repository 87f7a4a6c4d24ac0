// Readers' own host and address in every command. Kept in this browser, sent nowhere.
(() => {
  "use strict";

  const KEY = "troubleshooter.values";

  /** @returns {Record<string, string>} what the reader has typed, by placeholder */
  function load() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) || "{}");
      return stored && typeof stored === "object" ? stored : {};
    } catch {
      return {};
    }
  }

  /** @param {Record<string, string>} values */
  function save(values) {
    try {
      localStorage.setItem(KEY, JSON.stringify(values));
    } catch {
      // Storage can be off or full: the values then last as long as the page.
    }
  }

  /**
   * Tell whether a value may stand in a command. The pattern keeps shell characters out.
   * @param {HTMLInputElement} input
   * @param {string} value
   */
  function accepts(input, value) {
    return new RegExp(`^(?:${input.dataset.accepts || ""})$`).test(value);
  }

  /** @param {HTMLElement} shown @param {string | undefined} value */
  function show(shown, value) {
    shown.dataset.example ??= shown.textContent || "";
    shown.textContent = value || shown.dataset.example;
    shown.classList.toggle("ts-value--own", Boolean(value));
  }

  /** @param {string} word */
  function isOption(word) {
    return /^--?[a-z]/i.test(word);
  }

  /** Keep each option of a command in one piece, since a line may otherwise end at its hyphens. */
  function joinOptions() {
    for (const code of document.querySelectorAll(":is(.ts-first, .ts-steps) pre > code")) {
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
      /** @type {Text[]} */
      const texts = [];
      while (walker.nextNode()) {
        texts.push(/** @type {Text} */ (walker.currentNode));
      }
      for (const text of texts) {
        const parts = text.data.split(/(\s+)/);
        if (parts.some(isOption) && !text.parentElement?.matches(".ts-option, .ts-value")) {
          text.replaceWith(
            ...parts.map((part) => {
              if (!isOption(part)) {
                return part;
              }
              const option = document.createElement("span");
              option.className = "ts-option";
              option.textContent = part;
              return option;
            }),
          );
        }
      }
    }
  }

  function start() {
    joinOptions();
    const values = load();
    /** @type {Record<string, string>} */
    const accepted = {};
    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = document.querySelectorAll("[data-ts-values] input");

    function apply() {
      for (const shown of document.querySelectorAll("[data-ts-value]")) {
        if (shown instanceof HTMLElement) {
          show(shown, accepted[shown.dataset.tsValue || ""]);
        }
      }
    }

    for (const input of inputs) {
      const stored = values[input.name];
      input.value = (typeof stored === "string" && stored) || input.value;
      take(input);
      input.addEventListener("input", (event) => {
        take(input);
        if (event instanceof CustomEvent) {
          // Offered by the diagnoser, not typed: it counts now and is not kept.
          apply();
          return;
        }
        for (const twin of inputs) {
          if (twin !== input && twin.name === input.name) {
            twin.value = input.value;
          }
        }
        apply();
        save({ ...values, [input.name]: accepted[input.name] || "" });
        values[input.name] = accepted[input.name] || "";
      });
    }

    /** @param {HTMLInputElement} input */
    function take(input) {
      const value = input.value.trim();
      const wrong = value !== "" && !accepts(input, value);
      input.setAttribute("aria-invalid", String(wrong));
      if (value === "" || wrong) {
        delete accepted[input.name];
      } else {
        accepted[input.name] = value;
      }
    }

    apply();
    // The diagnoser draws commands at any time.
    document.addEventListener("troubleshooter:draw", apply);
    for (const form of document.querySelectorAll("[data-ts-values]")) {
      form.removeAttribute("hidden");
      form.addEventListener("submit", (event) => event.preventDefault());
    }
  }

  const page = /** @type {any} */ (window).document$;
  if (page) {
    page.subscribe(start);
  } else {
    document.addEventListener("DOMContentLoaded", start);
  }
})();
