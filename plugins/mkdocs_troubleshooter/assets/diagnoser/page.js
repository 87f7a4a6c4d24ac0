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
    /** Counts what the reader does, so that slow work for an earlier wish is dropped. */
    this.turn = 0;
    this.place = readPlace();
  }

  mount() {
    this.root.hidden = false;
    this.root.parentElement?.querySelector("[data-ts-scriptless]")?.remove();
    this.box.addEventListener("input", debounce(() => void this.take(this.box.value)));
    this.root.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.take(this.box.value).then(() => this.focusOn("verdict", "har"));
      if (!this.box.value.trim()) {
        this.say("Paste something first");
        this.box.focus();
      }
    });
    this.root.querySelector("[data-ts-clear]")?.addEventListener("click", () => {
      this.move({ ...NOWHERE, reader: this.place.reader });
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
    this.show(false);
    keepIcon();
    // The first diagnosis prepares the knowledge; better now than under the reader's first paste.
    setTimeout(() => troubleshooter.diagnose({ text: "" }), 300);
  }

  /** Show the state that the address holds. */
  restore() {
    this.turn += 1;
    this.place = readPlace();
    this.show(false);
    this.focusOn("next", "end", "har", "verdict");
  }

  /** Go to a state. @param {Place} place */
  move(place) {
    this.turn += 1;
    this.place = place;
    this.show(true);
  }

  /** @param {boolean} step whether this is a new step */
  show(step) {
    if (this.box.value !== this.place.text) {
      this.box.value = this.place.text;
    }
    this.box.rows = Math.min(8, Math.max(3, this.box.value.split("\n", 9).length));
    this.draw(step);
  }

  /** Take a text. What was answered stays as long as it is about the same. @param {string} given */
  async take(given) {
    const text = tidy(given);
    if (text === this.place.text && !this.place.listed) {
      return;
    }
    if (isHar(text)) {
      const turn = (this.turn += 1);
      const har = await readHarText(text);
      if (turn === this.turn) {
        this.list(har);
      }
      return;
    }
    this.move(isAddition(this.place, text) ? { ...this.place, text, lost: false } : { ...NOWHERE, reader: this.place.reader, text });
  }

  /** Read a file as if it had been pasted. @param {File} file */
  async open(file) {
    const turn = (this.turn += 1);
    const tell = (/** @type {string} */ words) => turn === this.turn && this.say(words, true);
    tell(`Reading ${file.name}`);
    try {
      const { text, har } = await readFile(file, (share) => tell(`Reading ${file.name}: ${Math.round(share * 100)} %`));
      if (turn !== this.turn) {
        return;
      }
      if (har) {
        this.list(har);
      } else {
        this.move({ ...NOWHERE, reader: this.place.reader, text: tidy(text) });
        this.focusOn("verdict");
      }
    } catch (error) {
      tell(`${file.name} could not be read${error instanceof NoText ? ": it is no text" : ""}`);
    }
  }

  /** Show the failed requests of a HAR file. @param {HarReader} har */
  list(har) {
    this.move({ ...NOWHERE, reader: this.place.reader, har: keepLarge(har), listed: true });
    this.focusOn("har");
  }

  /** @param {string} words @param {boolean} [busy] whether they are to be seen too */
  say(words, busy = false) {
    this.said.textContent = words;
    this.said.classList.toggle("ts-said--busy", busy);
  }

  /** @param {string} check @param {string | null} outcome none takes the answer back */
  answer(check, outcome) {
    const answers = { ...this.place.answers };
    delete answers[check];
    if (outcome !== null) {
      answers[check] = outcome;
    }
    this.move({ ...this.place, answers });
    this.focusOn("next", "end");
  }

  /** @param {string} code */
  choose(code) {
    this.move({ ...this.place, code });
    this.focusOn("verdict");
  }

  /** @param {string} reader a second time takes it back */
  become(reader) {
    const chosen = this.place.reader === reader ? null : reader;
    keepReader(chosen);
    this.move({ ...this.place, reader: chosen });
    this.focusOn("next", "end");
  }

  /** Ask the engine and draw what it says. @param {boolean} step whether this is a new step */
  draw(step) {
    const { text, code, codes, reader, answers, seen, har } = this.place;
    this.park();
    const file = har === null ? undefined : large[har];
    if (this.place.listed && file instanceof HarReader) {
      keepPlace(this.place, null, [], {}, step);
      this.fill([]);
      this.result.replaceChildren(showHar(file, (entry) => {
        this.move({ ...this.place, listed: false, text: tidy(entry) });
        this.focusOn("verdict");
      }));
      this.say(`${file.failures} failed requests of ${file.total}`);
      return;
    }
    if (!text.trim() && !code && !codes.length) {
      keepPlace(this.place, null, [], {}, step);
      this.fill([]);
      this.result.replaceChildren(this.showStart());
      this.say("");
      return;
    }
    const diagnosis = troubleshooter.diagnose({ text, code: code ?? codes[0], reader, answers, seen });
    if (!text.trim() && !code) {
      Object.assign(diagnosis, { codes, verdict: "several" });
    }
    const shown = listOutcomes(diagnosis, answers, seen);
    const read = Object.fromEntries([...shown].filter(([check]) => !Object.hasOwn(answers, check)));
    // A code that the reader has yet to choose is not chosen by a link.
    const named = code ?? (diagnosis.verdict === "code" ? diagnosis.code : null);
    keepPlace(this.place, named, diagnosis.verdict === "several" ? diagnosis.codes : [], read, step);
    this.fill(diagnosis.found);
    this.result.replaceChildren(...this.compose(diagnosis, shown, read).filter(Boolean));
    this.say(announce(diagnosis));
    document.dispatchEvent(new Event("troubleshooter:draw"));
  }

  /**
   * The parts of the result, in the order in which they matter.
   * @param {Diagnosis} diagnosis @param {Map<string, string[]>} seen @param {Record<string, string[]>} read
   */
  compose(diagnosis, seen, read) {
    const { text, answers, reader, code, har } = this.place;
    /** @type {Taken[]} */
    const steps = [
      ...Object.keys(read).filter((check) => concerns(diagnosis, check)).map((check) => ({ check, outcomes: read[check], read: true })),
      ...Object.keys(answers).map((check) => ({ check, outcomes: [answers[check]], read: false })),
    ];
    const choose = (/** @type {string} */ code) => this.choose(code);
    const answer = (/** @type {string} */ check, /** @type {string | null} */ outcome) => this.answer(check, outcome);
    const asks = diagnosis.code !== null && diagnosis.verdict !== "foreign";
    const chart = asks && diagnosis.code !== null ? troubleshooter.plan({ code: diagnosis.code, answers, reader }) : [];
    return [
      make(
        "div.ts-result__main",
        {},
        showVerdict(diagnosis, code, choose),
        asks ? showReader(reader, (who) => this.become(who)) : null,
        asks && reader === "visitor" ? showVisitor(diagnosis) : null,
        showEnd(diagnosis, reader === "visitor"),
        showQuestion(diagnosis, answer, this.values),
        showTrail(steps, answer),
        showCauses(diagnosis),
        reader === "visitor" ? null : showSupport(diagnosis, writeCase(diagnosis, steps, location.href)),
      ),
      make(
        "div.ts-result__side",
        {},
        showChart(diagnosis, chart, seen, reader === "visitor" || Object.values(answers).some((one) => Object.hasOwn(UNANSWERED, one))),
        text ? this.showRead(diagnosis) : null,
        har === null ? null : button("Another request of this file", () => this.move({ ...this.place, listed: true, text: "", code: null, answers: {} }), "small"),
        asks || diagnosis.verdict === "several" ? this.showShare() : null,
      ),
    ];
  }

  /** What was read off the text. @param {Diagnosis} diagnosis */
  showRead(diagnosis) {
    return make(
      "section",
      { "aria-labelledby": "read" },
      make("h3", { id: "read" }, "What was read"),
      showValues(diagnosis.found),
      diagnosis.found.length ? [showText(this.place.text, diagnosis.found), showMarks(diagnosis.found)] : make("p.ts-quiet", {}, "Nothing in it is known here."),
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

  /** What is shown before anything was pasted. */
  showStart() {
    return make(
      "div.ts-result__main",
      {},
      this.place.lost ? make("p", {}, "What was read here was too large to keep. Paste or open it again.") : null,
      chooseCode("Nothing to paste? Choose a code", (code) => this.choose(code)),
    );
  }

  /**
   * Offer the host of the text for commands, unless the reader has typed one. An offer is not kept:
   * the next text may be about another site.
   * @param {Found[]} found
   */
  fill(found) {
    for (const input of this.values?.querySelectorAll("input") || []) {
      const value = findValue(found, input.name.replaceAll("_", "-"));
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

  /** Move on to the first of some headings that is there. @param {...string} ids */
  focusOn(...ids) {
    const heading = ids.map((id) => document.getElementById(id)).find(Boolean);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
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
