// A link to something inside a closed block opens the block; print opens them all.
(() => {
  "use strict";

  function open() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    const block = target?.closest("details");
    if (block instanceof HTMLDetailsElement && !block.open) {
      block.open = true;
      block.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", open);
  document.addEventListener("DOMContentLoaded", open);
  document.addEventListener("click", (event) => {
    // A second click on the same link changes no hash.
    if (event.target instanceof Element && event.target.closest('a[href*="#"]')) {
      setTimeout(open);
    }
  });
  window.addEventListener("beforeprint", () => {
    for (const block of document.querySelectorAll(".ts-entry details:not(.ts-fold)")) {
      /** @type {HTMLDetailsElement} */ (block).open = true;
    }
  });
})();
