// An anchor that has moved to another page: follow its signpost, and leave no step behind.
(() => {
  "use strict";

  function follow() {
    const line = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const link = line?.parentElement?.matches(".ts-signposts") && line.querySelector("a");
    if (link) {
      location.replace(link.href);
    }
  }

  window.addEventListener("hashchange", follow);
  document.addEventListener("DOMContentLoaded", follow);
})();
