// What a page has of all this is brought to life; the theme says when it has put in another page.

function start() {
  for (const form of document.querySelectorAll("[data-ts-lookup]")) {
    mountBox(/** @type {HTMLFormElement} */ (form));
  }
  mountSearch();
  void mountLost();
  findFromAddress();
}

window.addEventListener("hashchange", findFromAddress);
const page = /** @type {any} */ (window).document$;
if (page) {
  page.subscribe(start);
} else {
  document.addEventListener("DOMContentLoaded", start);
}
