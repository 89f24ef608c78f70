import type { Events } from "../events.ts";

const none: ReadonlySet<string> = new Set();

export const events = {
  predicates: new Map(),
  nouns: new Map(),
  concepts: new Map(),
  light: new Map(),
  verdicts: new Map(),
  untrue: { predicates: [], cleared: [], liars: [], replies: [] },
  negators: none,
  interrogatives: none,
  withholding: none,
  denials: none,
  sayings: none,
  partners: none,
  settings: none,
  weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
  markers: new Map(),
  generic: none,
  pointers: none,
  hedges: new Map([
    ["wahrscheinlich", "PR+"],
    ["vermutlich", "PR+"],
    ["wohl", "PR+"],
    ["vielleicht", "PS+"],
    ["möglicherweise", "PS+"],
  ]),
  tellings: new Set(["sagen", "schreiben", "wiederholen", "antworten"]),
} satisfies Events;
