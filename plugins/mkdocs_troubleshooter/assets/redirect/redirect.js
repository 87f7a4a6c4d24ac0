// Follow the page's own link and keep the part behind the #, which the refresh would lose.
(() => {
  "use strict";

  const target = document.getElementById("target");
  if (target instanceof HTMLAnchorElement) {
    if (location.hash) {
      target.hash = location.hash;
    }
    location.replace(target.href);
  }
})();
