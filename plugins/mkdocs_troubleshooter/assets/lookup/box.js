// The box for a code or any words: it offers what fits, and leads to an entry, the search or the
// diagnoser.

/** @param {HTMLFormElement} form */
function mountBox(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const list = /** @type {HTMLElement} */ (form.querySelector("ul"));

  async function update() {
    const query = input.value;
    const data = await load();
    if (query !== input.value) {
      return;
    }
    const { found } = query.trim() ? find(data, query) : { found: [] };
    list.replaceChildren(
      ...found.map((entry) => {
        const item = document.createElement("li");
        item.append(link(entry));
        return item;
      }),
    );
    list.hidden = found.length === 0;
  }

  input.addEventListener("focus", () => void load(), { once: true });
  input.addEventListener("input", () => void update());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void answer(form, input.value);
  });
  // A field of one line would run the lines of a paste together.
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text") || "";
    if (text.trim().includes("\n") && diagnose(form, text)) {
      event.preventDefault();
    }
  });
}

/** @param {string} url */
function go(url) {
  location.assign(url);
}

/**
 * Lead a reader to what is called exactly so, else to the search or the diagnoser.
 * @param {HTMLFormElement} form @param {string} words @param {(url: string) => void} [lead]
 */
async function answer(form, words, lead = go) {
  const query = words.trim();
  if (query) {
    const { exact, found } = find(await load(), query);
    if (exact) {
      lead(found[0].url);
    } else if (isTopic(query) || !diagnose(form, query, lead)) {
      search(query);
    }
  }
}

/**
 * Hand a text over to the diagnoser, through this tab's storage.
 * @param {HTMLFormElement} form @param {string} text @param {(url: string) => void} [lead]
 */
function diagnose(form, text, lead = go) {
  const link = form.querySelector("[data-ts-diagnoser]");
  if (!(link instanceof HTMLAnchorElement)) {
    return false;
  }
  try {
    sessionStorage.setItem("troubleshooter.text", text);
  } catch {
    return false;
  }
  lead(link.href);
  return true;
}

/** Whether somebody looks for a subject rather than describing a fault. @param {string} query */
function isTopic(query) {
  return !/\d/.test(query) && query.split(/\s+/).length < 4;
}

/** Hand a query over to the theme's search. @param {string} query */
function search(query) {
  const input = document.querySelector("[data-md-component=search-query]");
  const toggle = document.querySelector("[data-md-toggle=search]");
  if (!(input instanceof HTMLInputElement) || !(toggle instanceof HTMLInputElement)) {
    return;
  }
  toggle.checked = true;
  toggle.dispatchEvent(new Event("change"));
  input.value = query;
  input.focus();
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}
