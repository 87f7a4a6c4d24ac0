// On a phone, where a flowchart is wider than the screen, the same steps as text come opened.
(() => {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    if (window.matchMedia("(max-width: 44.98em)").matches) {
      for (const steps of document.querySelectorAll("details#plan")) {
        /** @type {HTMLDetailsElement} */ (steps).open = true;
      }
    }
  });
})();
