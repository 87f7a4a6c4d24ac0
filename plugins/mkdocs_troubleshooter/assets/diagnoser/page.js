// The page: one client of the engine. It holds the state, asks the engine, and draws what it says.

class DiagnosePage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.box = /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea"));
    this.file = /** @type {HTMLInputElement} */ (root.querySelector("input[type=file]"));
    this.said = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
    this.result = /** @type {HTMLElement} */ (root.querySelector("[data-ts-result]"));
    this.values = /** @type {HTMLElement | null} */ (root.querySelector("[data-ts-values]"));
    /** @type {HarReader | null} */
    this.har = null;
    this.place = readPlace();
  }

  mount() {
    this.root.hidden = false;
    this.root.parentElement?.querySelector("[data-ts-scriptless]")?.remove();
    this.box.addEventListener("input", debounce(() => void this.take(this.box.value)));
    this.root.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.take(this.box.value).then(() => this.focusOn("verdict"));
    });
    this.root.querySelector("[data-ts-clear]")?.addEventListener("click", () => {
      this.box.value = "";
      void this.take("");
      this.box.focus();
    });
    this.root.querySelector("[data-ts-open]")?.addEventListener("click", () => this.file.click());
    this.file.addEventListener("change", () => {
      const [file] = this.file.files || [];
      if (file) {
        void this.open(file);
      }
      this.file.value = "";
    });
    mountDrop(this.root, (file) => void this.open(file));
    addEventListener("popstate", () => this.restore());
    addEventListener("hashchange", () => this.restore());
    this.show();
    keepIcon();
    // The first diagnosis prepares the knowledge; better now than under the reader's first paste.
    setTimeout(() => troubleshooter.diagnose({ text: "" }), 300);
  }

  /** Show the state that the address holds. */
  restore() {
    this.place = readPlace();
    this.har = null;
    this.show();
  }

  show() {
    this.box.value = this.place.text;
    this.fit();
    this.draw(false);
  }

  /** Take a text: a new one begins anew. @param {string} text */
  async take(text) {
    if (text === this.place.text) {
      return;
    }
    this.har = isHar(text) ? await readHarText(text) : null;
    this.place = { ...this.place, text: this.har ? "" : text, code: null, answers: {}, withText: false };
    this.fit();
    this.draw(true);
  }

  /** Read a file as if it had been pasted. @param {File} file */
  async open(file) {
    this.said.textContent = `Reading ${file.name}`;
    this.said.classList.add("ts-said--busy");
    try {
      const { text, har } = await readFile(file, (share) => {
        this.said.textContent = `Reading ${file.name}: ${Math.round(share * 100)} %`;
      });
      this.har = har;
      this.box.value = text;
      this.place = { ...this.place, text, code: null, answers: {}, withText: false };
      this.fit();
      this.draw(true);
      this.focusOn(har ? "har" : "verdict");
    } catch {
      this.said.textContent = `${file.name} could not be read`;
      return;
    }
    this.said.classList.remove("ts-said--busy");
  }

  /** @param {string} check @param {string | null} outcome none takes the answer back */
  answer(check, outcome) {
    const answers = { ...this.place.answers };
    delete answers[check];
    if (outcome !== null) {
      answers[check] = outcome;
    }
    this.place = { ...this.place, answers };
    this.draw(true);
    this.focusOn("next", "end");
  }

  /** @param {string} code */
  choose(code) {
    this.place = { ...this.place, code };
    this.draw(true);
    this.focusOn("verdict");
  }

  /** Ask the engine and draw what it says. @param {boolean} step whether this is a new step */
  draw(step) {
    const { text, code, reader, answers } = this.place;
    this.park();
    if (this.har) {
      this.result.replaceChildren(this.showHar(this.har));
      this.said.textContent = `${this.har.failed.length} failed requests of ${this.har.total}`;
      return;
    }
    if (!text.trim() && !code) {
      keepPlace(this.place, null, {}, step);
      this.result.replaceChildren(this.showStart());
      this.said.textContent = "";
      return;
    }
    /** @type {Diagnosis} */
    const diagnosis = troubleshooter.diagnose({ text, code, reader, answers });
    const seen = listOutcomes(diagnosis, answers);
    const read = Object.fromEntries(
      [...seen].filter(([check, outcomes]) => !answers[check] && outcomes.length === 1).map(([check, [one]]) => [check, one]),
    );
    // A code that the reader has yet to choose is not chosen by a link.
    keepPlace(this.place, code ?? (diagnosis.verdict === "code" ? diagnosis.code : null), read, step);
    this.fill(diagnosis);
    this.result.replaceChildren(...this.compose(diagnosis, seen, read).filter(Boolean));
    this.said.textContent = announce(diagnosis);
    document.dispatchEvent(new Event("troubleshooter:draw"));
  }

  /**
   * The parts of the result, in the order in which they matter.
   * @param {Diagnosis} diagnosis @param {Map<string, string[]>} seen @param {Record<string, string>} read
   */
  compose(diagnosis, seen, read) {
    const { text, answers, reader } = this.place;
    const steps = [
      ...Object.keys(read).filter((check) => concerns(diagnosis, check)).map((check) => ({ check, outcome: read[check], read: true })),
      ...Object.keys(answers).filter((check) => knowledge().checks[check]).map((check) => ({ check, outcome: answers[check], read: false })),
    ];
    const choose = (/** @type {string} */ code) => this.choose(code);
    const answer = (/** @type {string} */ check, /** @type {string | null} */ outcome) => this.answer(check, outcome);
    const asks = diagnosis.code !== null && diagnosis.verdict !== "foreign";
    const chart = asks && diagnosis.code !== null ? troubleshooter.plan({ code: diagnosis.code, answers, reader }) : [];
    return [
      make(
        "div.ts-result__main",
        {},
        showVerdict(diagnosis, choose),
        asks ? showReader(reader, (who) => this.become(who)) : null,
        asks && reader === "visitor" ? showVisitor(diagnosis) : null,
        showEnd(diagnosis),
        showQuestion(diagnosis, answer, this.values),
        showTrail(steps, answer),
        showCauses(diagnosis),
        reader === "visitor" ? null : showSupport(diagnosis, writeCase(diagnosis, steps, location.href)),
      ),
      make(
        "div.ts-result__side",
        {},
        showChart(diagnosis, chart, seen),
        text ? this.showRead(diagnosis) : null,
        asks ? this.showShare() : null,
      ),
    ];
  }

  /** @param {string} reader */
  become(reader) {
    this.place = { ...this.place, reader };
    this.draw(true);
    this.focusOn("next", "end");
  }

  /** What was read off the text. @param {Diagnosis} diagnosis */
  showRead(diagnosis) {
    return make(
      "section",
      { "aria-labelledby": "read" },
      make("h3", { id: "read" }, "What was read"),
      showValues(diagnosis.found),
      diagnosis.found.length ? showText(this.place.text, diagnosis.found) : make("p.ts-quiet", {}, "Nothing in it is known here."),
      diagnosis.partial ? make("p.ts-quiet", {}, "The text is long, so only parts of it were read.") : null,
    );
  }

  /** The link to this point, with the text only on demand. */
  showShare() {
    const { text, withText } = this.place;
    const copy = button("Copy a link to this point", () => void copyText(location.href, copy), "small");
    const box = make("input", { type: "checkbox", id: "ts-with-text" });
    box.checked = withText;
    box.disabled = text.length > LONGEST_IN_LINK;
    box.addEventListener("change", () => {
      this.place = { ...this.place, withText: box.checked };
      this.draw(false);
      document.getElementById("ts-with-text")?.focus();
    });
    const label = box.disabled ? "The pasted text is too long for a link" : "Put the pasted text into the link too";
    return make("section.ts-share", {}, copy, text ? make("label", {}, box, ` ${label}`) : null);
  }

  /** @param {HarReader} har */
  showHar(har) {
    const rows = har.failed.map((entry) =>
      make("li", {}, button(entry.label, () => {
        this.har = null;
        this.box.value = entry.text;
        void this.take(entry.text).then(() => this.focusOn("verdict"));
      })),
    );
    const words = rows.length
      ? `${rows.length} of ${har.total} requests failed. Which one is it about?`
      : `None of its ${har.total} requests failed.`;
    return make("section.ts-har", { "aria-labelledby": "har" }, make("h2", { id: "har", tabindex: "-1" }, words), make("ul", {}, rows));
  }

  /** What is shown before anything was pasted. */
  showStart() {
    return make("div.ts-result__main", {}, chooseCode("Nothing to paste? Choose a code", (code) => this.choose(code)));
  }

  /**
   * Offer the host of the text for commands, unless the reader has typed one. An offer is not kept:
   * the next text may be about another site.
   * @param {Diagnosis} diagnosis
   */
  fill(diagnosis) {
    for (const input of this.values?.querySelectorAll("input") || []) {
      const value = findValue(diagnosis.found, input.name.replaceAll("_", "-"));
      if (input.value === (input.dataset.tsOffered ?? "") && value !== input.value) {
        input.value = value;
        input.dataset.tsOffered = value;
        input.dispatchEvent(new CustomEvent("input", { detail: "offered" }));
      }
      input.title = value && input.value === value ? "Read from your text" : "";
    }
  }

  /** Keep the fields for the reader's values in the page while no question shows them. */
  park() {
    if (this.values) {
      this.root.append(this.values);
    }
  }

  /** Let the box be as tall as its text, within bounds. */
  fit() {
    this.box.rows = Math.min(8, Math.max(3, this.box.value.split("\n", 9).length));
  }

  /** Move on to the first of some headings that is there. @param {...string} ids */
  focusOn(...ids) {
    const heading = ids.map((id) => document.getElementById(id)).find(Boolean);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}

/** Chromium asks for a page's icon again whenever the address changes: let it have a copy. */
function keepIcon() {
  const icon = document.querySelector('link[rel~="icon"]');
  if (icon instanceof HTMLLinkElement) {
    const image = new Image(64, 64);
    image.addEventListener("load", () => {
      const canvas = make("canvas", { width: 64, height: 64 });
      canvas.getContext("2d")?.drawImage(image, 0, 0, 64, 64);
      try {
        icon.href = canvas.toDataURL();
      } catch {
        // From the file system nothing may be read back, and nothing is asked of anybody either.
      }
    });
    image.src = icon.href;
  }
}

function start() {
  const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-ts-diagnose]"));
  if (root && !root.dataset.tsMounted) {
    root.dataset.tsMounted = "true";
    new DiagnosePage(root).mount();
  }
}

start();
