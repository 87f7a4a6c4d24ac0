// A button that copies a flowchart's Mermaid source, beside the link to its file. On a phone, where
// the drawing is wider than the screen, the same steps as text come opened.
(() => {
  "use strict";

  /** @param {HTMLAnchorElement} link */
  function addButton(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ts-button";
    button.textContent = "Copy Mermaid source";
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        const answer = await fetch(link.href);
        await navigator.clipboard.writeText(await answer.text());
        status.textContent = " Copied";
      } catch {
        // Pages on disk may not read files, and old browsers have no clipboard: show the source.
        location.href = link.href;
      }
    });
    link.after(" ", button, status);
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (window.matchMedia("(max-width: 44.98em)").matches) {
      for (const steps of document.querySelectorAll("details#plan")) {
        /** @type {HTMLDetailsElement} */ (steps).open = true;
      }
    }
    for (const link of document.querySelectorAll("a[data-ts-source]")) {
      addButton(/** @type {HTMLAnchorElement} */ (link));
    }
  });
})();
