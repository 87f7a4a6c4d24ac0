// Exact names first: a code, title or alias that is typed in full leads to its page, from the home
// box and from the theme's search alike.
(() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const folder = script.src.replace(/[^/]*$/, "");
  const root = new URL("../../", folder).href;
  const MOST = 6;

  /** @typedef {{kind: string, title: string, url: string}} Found */

  /** @type {Promise<any> | undefined} */
  let table;

  /** Load the lookup table once, as a script, so that it works from the file system too. */
  function load() {
    table ??= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = `${folder}names.js`;
      element.addEventListener("load", () => resolve(/** @type {any} */ (window).troubleshooterNames));
      element.addEventListener("error", reject);
      document.head.append(element);
    });
    return table;
  }

  /** @param {string} text */
  function normalise(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /** @param {any} data @param {number[]} numbers @returns {Found[]} */
  function pick(data, numbers) {
    return numbers.map((number) => {
      const [kind, title, url] = data.entries[number];
      return { kind, title, url: new URL(url, root).href };
    });
  }

  /**
   * Entries that are called exactly this.
   * @param {any} data @param {string} query
   */
  function findExact(data, query) {
    const name = normalise(query);
    return Object.hasOwn(data.names, name) ? pick(data, data.names[name]) : [];
  }

  /**
   * Entries for what was typed: exact ones, else codes among the words, else names that begin so.
   * @param {any} data @param {string} query @returns {{exact: boolean, found: Found[]}}
   */
  function find(data, query) {
    const exact = findExact(data, query);
    if (exact.length > 0) {
      return { exact: true, found: exact };
    }
    const words = normalise(query).split(" ").filter(Boolean);
    const codes = words
      .filter((word) => /\d/.test(word))
      .flatMap((word) => findExact(data, word).filter((entry) => entry.kind === "code"));
    if (codes.length > 0) {
      return { exact: new Set(codes.map((code) => code.url)).size === 1, found: unique(codes) };
    }
    const name = normalise(query);
    const names = Object.keys(data.names);
    const numbers = [
      ...names.filter((other) => name && other.startsWith(name)),
      ...names.filter((other) => words.length > 0 && words.every((word) => ` ${other}`.includes(` ${word}`))),
    ].flatMap((other) => data.names[other]);
    return { exact: false, found: unique(pick(data, [...new Set(numbers)])).slice(0, MOST) };
  }

  /** @param {Found[]} entries */
  function unique(entries) {
    const seen = new Set();
    return entries.filter((entry) => !seen.has(entry.url) && seen.add(entry.url));
  }

  /** @param {Found} entry */
  function link(entry) {
    const anchor = document.createElement("a");
    anchor.href = entry.url;
    anchor.textContent = entry.title;
    const kind = document.createElement("span");
    kind.textContent = entry.kind;
    anchor.append(" ", kind);
    return anchor;
  }

  /** @param {HTMLFormElement} form */
  function mountBox(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const list = /** @type {HTMLElement} */ (form.querySelector("ul"));

    async function update() {
      const query = input.value;
      const data = await load();
      if (query !== input.value) {
        return;
      }
      const { found } = query.trim() ? find(data, query) : { found: [] };
      list.replaceChildren(
        ...found.map((entry) => {
          const item = document.createElement("li");
          item.append(link(entry));
          return item;
        }),
      );
      list.hidden = found.length === 0;
    }

    input.addEventListener("focus", () => void load(), { once: true });
    input.addEventListener("input", () => void update());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = input.value.trim();
      if (query) {
        void load().then((data) => {
          const { exact, found } = find(data, query);
          if (exact) {
            location.assign(found[0].url);
          } else if (isTopic(query) || !diagnose(query)) {
            search(query);
          }
        });
      }
    });
    // A field of one line would run the lines of a paste together.
    input.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text") || "";
      if (text.trim().includes("\n") && diagnose(text)) {
        event.preventDefault();
      }
    });

    /** Hand a text over to the diagnoser, through this tab's storage. @param {string} text */
    function diagnose(text) {
      const link = form.querySelector("[data-ts-diagnoser]");
      if (!(link instanceof HTMLAnchorElement)) {
        return false;
      }
      try {
        sessionStorage.setItem("troubleshooter.text", text);
      } catch {
        return false;
      }
      location.assign(link.href);
      return true;
    }
  }

  /** Whether somebody looks for a subject rather than describing a fault. @param {string} query */
  function isTopic(query) {
    return !/\d/.test(query) && query.split(/\s+/).length < 4;
  }

  /** Hand a query over to the theme's search. @param {string} query */
  function search(query) {
    const input = document.querySelector("[data-md-component=search-query]");
    const toggle = document.querySelector("[data-md-toggle=search]");
    if (!(input instanceof HTMLInputElement) || !(toggle instanceof HTMLInputElement)) {
      return;
    }
    toggle.checked = true;
    toggle.dispatchEvent(new Event("change"));
    input.value = query;
    input.focus();
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  }

  /** Put exact names above what the theme's search finds. */
  function mountSearch() {
    const input = document.querySelector("[data-md-component=search-query]");
    const result = document.querySelector("[data-md-component=search-result]");
    const list = result?.querySelector("ol");
    if (!(input instanceof HTMLInputElement) || !result || !list || result.querySelector(".ts-exact")) {
      return;
    }
    const box = document.createElement("div");
    box.className = "ts-exact";
    box.hidden = true;

    async function update() {
      const data = await load();
      const found = findExact(data, /** @type {HTMLInputElement} */ (input).value);
      box.replaceChildren(...found.map(link));
      box.hidden = found.length === 0;
      if (!box.isConnected) {
        /** @type {Element} */ (list).before(box);
      }
    }

    input.addEventListener("focus", () => void update());
    input.addEventListener("input", () => void update());
    input.addEventListener("keyup", () => void update());
    // Before the theme's own listener, which would follow the best of its results.
    window.addEventListener(
      "keydown",
      (event) => {
        const first = box.querySelector("a");
        if (event.key === "Enter" && document.activeElement === input && first && !box.hidden) {
          event.preventDefault();
          event.stopImmediatePropagation();
          first.click();
        }
      },
      { capture: true },
    );
  }

  function start() {
    for (const form of document.querySelectorAll("[data-ts-lookup]")) {
      mountBox(/** @type {HTMLFormElement} */ (form));
    }
    mountSearch();
  }

  const page = /** @type {any} */ (window).document$;
  if (page) {
    page.subscribe(start);
  } else {
    document.addEventListener("DOMContentLoaded", start);
  }
})();
