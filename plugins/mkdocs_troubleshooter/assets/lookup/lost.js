// The page of an address that does not exist: it reads the address, and offers the entries that fit.

async function mountLost() {
  const page = document.querySelector("[data-ts-lost]");
  const asked = page?.querySelector("code");
  const near = page?.querySelector("div");
  const list = near?.querySelector("ul");
  if (!asked?.parentElement || !near || !list) {
    return;
  }
  const path = decode(location.pathname);
  const parts = path.split("/").filter((part) => part && !/^index(\.\w+)?$/.test(part));
  const words = (parts.at(-1) || "").replace(/\.\w{1,5}$/, "");
  const data = await load();
  const exact = findExact(data, words);
  // Only the case of its letters, or the slash at its end, was wrong.
  const same = exact.find((entry) => isSame(entry.url, path)) || (isShort(path) && exact[0]);
  if (same && exact.length === 1) {
    location.replace(same.url + location.hash);
    return;
  }
  const found = exact.length > 0 ? exact : find(data, words).found;
  const offered = found.length > 0 ? found : findNear(data, words);
  list.replaceChildren(
    ...offered.map((entry) => {
      const item = document.createElement("li");
      item.append(link(entry));
      return item;
    }),
  );
  near.hidden = offered.length === 0;
  asked.textContent = path;
  asked.parentElement.hidden = false;
}

/** Whether an address is the root and one name. @param {string} path */
function isShort(path) {
  const below = path.slice(new URL(root).pathname.length);
  return !/\/./.test(below);
}

/** @param {string} url @param {string} path */
function isSame(url, path) {
  const plain = (/** @type {string} */ text) => decode(text).toLowerCase().replace(/\/$/, "");
  return plain(new URL(url).pathname) === plain(path);
}
