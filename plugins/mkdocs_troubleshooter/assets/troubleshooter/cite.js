// What a page can be cited by, to be copied with one click: a short link, a Markdown link, the
// annotation of an alert, and the flowchart as a block for a runbook.
(() => {
  "use strict";

  /**
   * Put a text into the clipboard; pages that are not served securely have only the old way.
   * @param {string} text
   */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "ts-clipboard";
      document.body.append(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      return copied;
    }
  }

  /** The text of a file. @param {string} url */
  async function read(url) {
    const answer = await fetch(url);
    if (!answer.ok) {
      throw new Error(`${url}: ${answer.status}`);
    }
    return answer.text();
  }

  /**
   * A button that copies what a function makes, and says so.
   * @param {string} label @param {() => string | Promise<string>} make @param {HTMLElement} status
   * @param {() => void} [otherwise] what to do where nothing can be made
   */
  function addButton(label, make, status, otherwise) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ts-button";
    button.textContent = label;
    button.addEventListener("click", async () => {
      try {
        const text = await make();
        const shown = text.includes("\n") ? `${text.split("\n").length} lines` : text;
        status.textContent = (await copy(text)) ? `Copied: ${shown}` : text;
      } catch {
        otherwise?.();
      }
    });
    return button;
  }

  function makeStatus() {
    const status = document.createElement("span");
    status.className = "ts-cite__status";
    status.setAttribute("role", "status");
    return status;
  }

  /** The address to write down: the short one, else the page's own. */
  function findAddress() {
    for (const rel of ["shortlink", "canonical"]) {
      const known = document.querySelector(`link[rel=${rel}]`);
      if (known instanceof HTMLLinkElement) {
        return known.href;
      }
    }
    return location.href.replace(/#.*$/, "");
  }

  /** The page's title without the link that stands behind it. @param {Element} heading */
  function findTitle(heading) {
    const bare = /** @type {Element} */ (heading.cloneNode(true));
    bare.querySelector(".headerlink")?.remove();
    return (bare.textContent || "").replace(/\s+/g, " ").trim();
  }

  function mountRow() {
    const article = document.querySelector("article.md-content__inner");
    const heading = article?.querySelector("h1");
    if (!article || !heading || document.querySelector("[data-ts-lost], .ts-cite")) {
      return;
    }
    const address = findAddress();
    const title = findTitle(heading);
    const label = title.replace(/[\\[\]]/g, "\\$&");
    const source = document.querySelector("a[data-ts-source]");
    const status = makeStatus();
    const row = document.createElement("p");
    row.className = "ts-cite";
    row.append(
      "Copy ",
      addButton("Link", () => address, status),
      addButton("Markdown", () => `[${label}](${address})`, status),
      addButton("runbook_url", () => `runbook_url: ${JSON.stringify(address)}`, status),
    );
    if (source instanceof HTMLAnchorElement) {
      const make = async () => `\`\`\`mermaid\n${(await read(source.href)).trim()}\n\`\`\`\n`;
      row.append(addButton("Mermaid", make, status, () => location.assign(source.href)));
    }
    row.append(status);
    const trail = article.querySelector(".ts-trail");
    // On a phone the first screen belongs to whoever is on call, not to who writes the alert.
    if (trail && window.matchMedia("(min-width: 60em)").matches) {
      const top = document.createElement("div");
      top.className = "ts-top";
      trail.replaceWith(top);
      top.append(trail, row);
    } else {
      (article.querySelector(".ts-entry") || article).append(row);
    }
  }

  /** @param {HTMLAnchorElement} link to a flowchart's source */
  function mountSource(link) {
    const status = makeStatus();
    // Pages on disk may not read files: then the source is shown.
    const show = () => location.assign(link.href);
    link.after(" ", addButton("Copy Mermaid source", () => read(link.href), status, show), status);
  }

  function start() {
    for (const link of document.querySelectorAll("a[data-ts-source]:not(:has(+ .ts-button))")) {
      mountSource(/** @type {HTMLAnchorElement} */ (link));
    }
    mountRow();
  }

  const page = /** @type {any} */ (window).document$;
  if (page) {
    page.subscribe(start);
  } else {
    document.addEventListener("DOMContentLoaded", start);
  }
})();
