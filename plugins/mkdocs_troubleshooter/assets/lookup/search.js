// The theme's search: exact names stand above what it finds, and Enter opens them.

/** Put exact names above what the theme's search finds. */
function mountSearch() {
  const input = document.querySelector("[data-md-component=search-query]");
  const result = document.querySelector("[data-md-component=search-result]");
  const list = result?.querySelector("ol");
  if (!(input instanceof HTMLInputElement) || !result || !list || result.querySelector(".ts-exact")) {
    return;
  }
  const box = document.createElement("div");
  box.className = "ts-exact";
  box.hidden = true;

  async function update() {
    const data = await load();
    const found = findExact(data, /** @type {HTMLInputElement} */ (input).value);
    box.replaceChildren(...found.map(link));
    box.hidden = found.length === 0;
    if (!box.isConnected) {
      /** @type {Element} */ (list).before(box);
    }
  }

  input.addEventListener("focus", () => void update());
  input.addEventListener("input", () => void update());
  input.addEventListener("keyup", () => void update());
  // Before the theme's own listener, which would follow the best of its results.
  window.addEventListener(
    "keydown",
    (event) => {
      const first = box.querySelector("a");
      if (event.key === "Enter" && document.activeElement === input && first && !box.hidden) {
        event.preventDefault();
        event.stopImmediatePropagation();
        first.click();
      }
    },
    { capture: true },
  );
}
