// Follow what leads on: the line of an anchor that has moved, or the one link of a page that is not
// there any more, which keeps the part behind the #. No step is left behind.
(() => {
  "use strict";

  /** The part of the page that is asked for; a broken escape stands for itself. */
  function findPart() {
    const part = location.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(part));
    } catch {
      return document.getElementById(part);
    }
  }

  function follow() {
    const part = findPart();
    const moved = part?.parentElement?.matches(".ts-signposts") && part.querySelector("a");
    const target = document.querySelector("a[data-ts-target]");
    if (moved) {
      location.replace(moved.href);
    } else if (target instanceof HTMLAnchorElement) {
      target.hash = location.hash || target.hash;
      location.replace(target.href);
    }
  }

  window.addEventListener("hashchange", follow);
  document.addEventListener("DOMContentLoaded", follow);
})();
