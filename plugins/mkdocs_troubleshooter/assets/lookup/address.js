// Words that an address brings along behind #find=, as a browser's address bar puts them there.
// They stand behind the #, so that no server ever sees them.

const FIND = "#find=";

function findFromAddress() {
  if (!location.hash.startsWith(FIND)) {
    return;
  }
  const query = decode(location.hash.slice(FIND.length).replace(/\+/g, " "));
  const form = document.querySelector("[data-ts-lookup]");
  history.replaceState(null, "", location.pathname + location.search);
  if (form instanceof HTMLFormElement) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    input.value = query;
    input.dispatchEvent(new Event("input"));
    // The step back leads to where the reader came from, not through the same words again.
    void answer(form, query, (url) => location.replace(url));
  } else {
    search(query);
  }
}

/**
 * The text that a part of an address stands for; a broken one stands for itself.
 * @param {string} text
 */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
