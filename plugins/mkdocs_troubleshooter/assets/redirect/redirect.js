// Follow the line of the part behind the #, else the page's own link, and keep that part.
(() => {
  "use strict";

  const wanted = decodeURIComponent(location.hash.slice(1));
  const line = wanted ? document.getElementById(wanted) : null;
  const part = line?.querySelector("a");
  const target = part || document.getElementById("target");
  if (target instanceof HTMLAnchorElement) {
    if (location.hash && !part) {
      target.hash = location.hash;
    }
    location.replace(target.href);
  }
})();
