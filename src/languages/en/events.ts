import { conceptEntries, type Events, eventEntries } from "../events.ts";
import * as lexicons from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(", "));

export const events = {
  ...eventEntries(lexicons.events),
  concepts: conceptEntries(1),
  light: new Map([
    ...["take place", "happen", "occur", "be", "exist"].map((verb) => [verb, "occur"] as const),
    ...[
      "conduct",
      "commit",
      "perpetrate",
      "orchestrate",
      "launch",
      "carry out",
      "mount",
      "stage",
      "make",
      "hold",
      "have",
      "mastermind",
      "organize",
      "organise",
      "place",
      "claim",
      "undertake",
      "do",
      // `Prosecutors opened an investigation`: an investigation. Not: `The ballot box was opened`.
      ...["investigation", "inquiry", "probe", "talk", "negotiation"].map((noun) => `open ${noun}`),
      ...["complaint", "lawsuit", "suit", "appeal"].map((noun) => `file ${noun}`),
    ].map((verb) => [verb, "do"] as const),
  ]),
  verdicts: new Map([
    ...[
      "false",
      "fiction",
      "invention",
      "fabrication",
      "lie",
      "untrue",
      "unfounded",
      "baseless",
      "hoax",
      "fake",
      "nonsense",
      "wrong",
      "inaccurate",
      "slander",
      "disinformation",
      "fantasy",
      "groundless",
      "absurd",
    ].map((word) => [word, "false"] as const),
    ...["true", "accurate", "correct", "reality"].map((word) => [word, "true"] as const),
  ]),
  negators: words("refuse, avoid, prevent, cease, fail, decline, stop, abstain, forbid, ban, bar, neglect"),
  withholding: words("confirm, comment, verify, elaborate, detail, specify"),
  denials: words("denial, refutation, rebuttal"),
  sayings: words(
    "claim, allegation, accusation, report, statement, rumour, rumor, assertion, account, version, news, suggestion",
  ),
  partners: words("between, with"),
  hedges: new Map([
    ["probably", "PR+"],
    ["likely", "PR+"],
    ["perhaps", "PS+"],
    ["maybe", "PS+"],
    ["possibly", "PS+"],
  ]),
  tellings: words("tell, say, write, repeat, answer"),
  weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  markers: new Map([
    ["before", "before"],
    ["after", "after"],
    ["since", "after"],
    ["without", "without"],
    ["against", "against"],
  ]),
  settings: words("during, in, at, after, since, amid"),
  generic: words(
    "be, have, do, say, tell, state, announce, report, can, could, may, might, must, should, will, would, go, come, put, make, also, still, already, very, more, less, all, same, other, certain, several, thing, case, time, side, part, not, never, nothing, nobody, no, he, she, it, they, this, that, which, who, whose, where, mr., mrs., ms., mr, mrs, ms, new",
  ),
  bearers: words(
    "be, have, do, there, exist, make, present, show, contain, constitute, represent, find, see, hear, notice, note, observe, detect, spot, record, rule out, exclude, fear, let, indicate, reveal, confirm, take place, happen, occur, carry out, commit, conduct, perform, perpetrate, give, can, could, may, might, must, should, will, would, want, go, come, remain, stay, seem, appear, likely, unlikely, possible, probable, plausible, question, decide, plan, try, attempt, continue, begin, start",
  ),
  minds: words("believe, think, know, suppose, imagine, guess, hope, ask, able, unable"),
  theories: words(
    "theory, hypothesis, scenario, idea, version, possibility, rumour, rumor, accusation, suspicion, existence, report, allegation, claim",
  ),
  shells: words(
    "rumour, rumor, accusation, suspicion, report, allegation, claim, trace, theory, hypothesis, existence, idea, possibility, fact, case, act, form, type, kind, sort, group, set, series, part, number, hundred, dozen, thousand, million, use, order, attempt, sign, proof, evidence, intention, plan, version, scenario, question, prospect, notion, situation, process, beginning, moment, presence, absence, issue, problem, principle, level",
  ),
  refuters: words("refute, rebut, disprove, debunk, dismiss, rule, discount, contradict"),
  settlers: words("decide, settle, fix, agree, finalise, finalize, conclude, sign, take, make, reach, decision"),
  pointers: words("this, that, these, those, such, said"),
} satisfies Events;
