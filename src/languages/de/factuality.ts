import type { Factuality } from "../factuality.ts";

const none: ReadonlySet<string> = new Set();

export const factuality = {
  hedges: new Map(),
  modals: new Map(),
  conditionalModals: new Map(),
  negations: new Set(["nicht", "nie"]),
  conditions: new Set(["wenn", "falls"]),
  falsehoods: none,
  occurrences: none,
  deictics: none,
  firstPerson: none,
  thirdPerson: none,
  telling: none,
  assuring: none,
  agreeing: none,
  none: new Set(),
  alarms: none,
  offers: none,
  predicatives: none,
} satisfies Factuality;
