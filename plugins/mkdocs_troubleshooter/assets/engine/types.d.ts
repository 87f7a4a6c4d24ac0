// What the scripts of this folder and of its neighbour share, for editors and for tsc --checkJs.

type Pattern = [source: string, ...cues: string[]];

interface Knowledge {
  label: string;
  other: number;
  begin: number;
  search: { states: number; ahead: number; width: number };
  actors: Record<string, string>;
  roles: Record<string, { outside?: boolean; visitor?: boolean }>;
  likelihoods: Record<string, { label: string; weight: number }>;
  risks: Record<string, { label: string; tone: string }>;
  placeholders: Record<string, string>;
  visitor: { heading: string; text: string };
  urls: Record<string, string>;
  signs: Record<string, Sign>;
  codes: Record<string, Code>;
  causes: Record<string, Cause>;
  checks: Record<string, Check>;
  resolutions: Record<string, Resolution>;
  support: Record<string, { title: string; always?: boolean }>;
}

interface Sign {
  title: string;
  order: number;
  says: string;
  reads?: string;
  foreign?: boolean;
  supplies?: string[];
  patterns: Pattern[];
}

interface Code {
  title: string;
  also?: string[];
  aside?: boolean;
  carriers?: string[];
  who: string[];
  signatures?: Pattern[];
  variants?: Record<string, string>;
  causes?: Array<{ id: string; likelihood: string; variant?: string; expects?: number[][] }>;
  support?: string[];
  visitor?: string;
}

interface Cause {
  title: string;
  words?: string;
  expects?: number[][];
  resolutions: string[];
}

interface Step {
  text: string;
  run?: string;
}

interface Check {
  title: string;
  question: string;
  minutes: number;
  who: string;
  where: string;
  risk?: string;
  do: Step;
  more: number;
  outcomes: Record<string, { label: string; sound?: boolean; patterns?: Pattern[] }>;
}

interface Resolution {
  title: string;
  risk: string;
  temporary?: boolean;
  proof: Step;
}

interface Hit {
  value: string;
  all: string;
  from: number;
  to: number;
}

interface Finding extends Hit {
  kind: "sign" | "signature" | "outcome";
  id: string;
  order: number;
  line?: string;
}

type Found = Omit<Finding, "all" | "order">;

interface Seen {
  outcomes: string[];
  answered: boolean;
  findings: Finding[];
}

interface Reason {
  kind: "prior" | "answer" | "outcome" | "words";
  text: string;
  fits?: boolean;
  from?: number;
  to?: number;
  line?: string;
}

interface Ranked {
  id: string;
  variant?: string;
  probability: number;
  because: Reason[];
}

interface Suspect {
  cause: string;
  weight: number;
  likelihood: string;
  variant?: string;
  expects: Map<string, number[]>;
}

interface Trial {
  check: string;
  minutes: number;
  last: boolean;
  outcomes: string[];
  speaks: any;
  allows: any[];
  shares: Array<Array<[any, number]>>;
}

interface Line {
  suspects: Suspect[];
  trials: Trial[];
  other: number;
  one: any;
  zero: any;
}

interface State {
  left: any;
  spoken: any;
}

interface Branch {
  outcomes: string[];
  chance: number;
  state: State;
}

interface Choice {
  minutes: number;
  trial: Trial | null;
}

interface Answer {
  outcomes: string[];
  leads: number;
}

interface Question {
  kind: "question";
  check: string;
  last: boolean;
  answers: Answer[];
}

interface End {
  /** open: nothing was ruled out; unlisted: no cause is known. Plans have only the first three. */
  kind: "found" | "left" | "none" | "open" | "unlisted";
  causes: string[];
}

interface Diagnosis {
  code: string | null;
  variant: string | null;
  codes: string[];
  status: string | null;
  verdict: "code" | "several" | "foreign" | "status" | "nothing";
  emitted_by: string;
  emitter: { because: Found[]; against: Found[] };
  causes: Ranked[];
  next: { check: string; outcomes: string[]; last: boolean } | null;
  end: End | null;
  found: Found[];
  support: Array<{ id: string; have: boolean }>;
  partial: boolean;
}

declare var troubleshooter: {
  diagnose(
    input?: {
      text?: string;
      answers?: Record<string, string>;
      seen?: Record<string, string[]>;
      code?: string | null;
      reader?: string | null;
    },
    knowledge?: Knowledge,
  ): Diagnosis;
  plan(
    input: { code: string; answers?: Record<string, string>; reader?: string | null },
    knowledge?: Knowledge,
  ): Array<Question | End>;
};
