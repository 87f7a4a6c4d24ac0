// Files: chosen or dropped, read here and sent nowhere.

const LONGEST_FILE = 3_900_000;
const PIECE = 1 << 20;

/** Thrown for a file that holds something else than text. */
class NoText extends Error {}

/**
 * Read a file: its text, or the failed requests of a HAR file.
 * @param {File} file
 * @param {(share: number) => void} progress
 * @returns {Promise<{text: string, har: HarReader | null}>}
 */
async function readFile(file, progress) {
  const head = await file.slice(0, 1000).text();
  if (head.includes("\0")) {
    throw new NoText();
  }
  if (!isHar(head)) {
    if (file.size <= LONGEST_FILE) {
      return { text: await file.text(), har: null };
    }
    const start = await file.slice(0, LONGEST_FILE - PIECE).text();
    const end = await file.slice(-PIECE).text();
    return { text: `${start}\n${end}`, har: null };
  }
  const reader = new HarReader();
  // A character can be cut in two where a piece ends, so bytes are decoded as one stream.
  const decoder = new TextDecoder();
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = await file.slice(at, at + PIECE).arrayBuffer();
    reader.push(decoder.decode(bytes, { stream: true }));
    progress(Math.min(1, (at + PIECE) / file.size));
    await pause();
  }
  return { text: "", har: reader };
}

/** Read a HAR file that was pasted. @param {string} text */
async function readHarText(text) {
  const reader = new HarReader();
  for (let at = 0; at < text.length; at += PIECE) {
    reader.push(text.slice(at, at + PIECE));
    await pause();
  }
  return reader;
}

/** Let the browser draw and take input before going on. */
function pause() {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Take files that are dropped anywhere on an element.
 * @param {HTMLElement} zone @param {(file: File) => void} take
 */
function mountDrop(zone, take) {
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("ts-diagnose--over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("ts-diagnose--over"));
  zone.addEventListener("drop", (event) => {
    zone.classList.remove("ts-diagnose--over");
    const [file] = event.dataTransfer?.files || [];
    if (file) {
      event.preventDefault();
      take(file);
    }
  });
}
