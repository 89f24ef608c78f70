import type { Act, TextSpan } from "../../model/index.ts";
import type { Performed } from "../act.ts";
import type { RawAttribution } from "../attribution.ts";
import type { Commitment } from "../factuality/index.ts";
import { foldPhrase } from "./fold.ts";
import type { Referent } from "./referent.ts";
import type { Resolution } from "./resolution.ts";

const quote = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text}”`;

const verbs: Readonly<Record<Act, string>> = {
  assert: "says it",
  deny: "denies it",
  confirm: "confirms it",
  accuse: "accuses",
  doubt: "doubts it",
  suppose: "thinks or expects it",
  announce: "announces it",
  promise: "promises it",
  threaten: "threatens it",
  warn: "warns of it",
  demand: "demands it",
  ask: "asks it",
  refuse: "refuses it",
  praise: "praises it",
  condemn: "condemns it",
};

function who(source: TextSpan | null, { who: one, means, antecedent }: Resolution): string {
  const words = source ? quote(source.text) : "The source";
  switch (means) {
    case "pronoun":
    case "relative":
      return antecedent
        ? `${words} points back to ${quote(antecedent.text)}, ${one.name}.`
        : `${words} is ${one.name}.`;
    case "description":
      return antecedent
        ? `${words} describes ${one.name}, last spoken of as ${quote(antecedent.text)}.`
        : `${words} describes ${one.name}.`;
    case "seat":
      return `${words} stands for ${one.name}.`;
    case "pair":
      return `${words} are the two spoken of last: ${one.name}.`;
    case "joint":
      return `${words} speak together.`;
    case "first-person":
      return `${words} is whoever speaks here: ${one.name}.`;
    case "same":
      return `It goes on with the words of ${one.name}.`;
    case "asker":
      return "Only the question is told; it is put by journalists.";
    case "unnamed":
      return "The text names nobody.";
    case "author":
      return "It is the text's own judgement.";
    case "unresolved":
      return `Who ${words} is could not be worked out.`;
    default:
      return source && !foldPhrase(source.text).includes(foldPhrase(one.name)) ? `${words} is ${one.name}.` : "";
  }
}

function firmly(commitment: Commitment): string {
  const words = commitment.words.map(({ text }) => quote(text)).join(", ");
  switch (commitment.by) {
    case "hedge":
      return `${words} makes it ${commitment.factuality.startsWith("PS") ? "possible" : "probable"} only.`;
    case "negation":
      return "The cue itself is negated.";
    case "denial":
      return commitment.factuality === "CT+"
        ? "The denial is in the words themselves."
        : "What is quoted is what is denied.";
    case "question":
      return "A question commits to nothing.";
    case "demand":
      return "A demand does not say that it is so.";
    case "report":
      return "The text passes it on without standing in for it.";
    case "intention":
      return "An intention is not yet a fact.";
    case "cue":
      return commitment.factuality === "UU" ? "The cue commits to nothing." : "";
  }
}

export type Told = {
  readonly raw: RawAttribution;
  readonly source: TextSpan | null;
  readonly cue: TextSpan | null;
  readonly resolution: Resolution;
  readonly performed: Performed;
  readonly commitment: Commitment;
  readonly principal: Referent | null;
  readonly carriers: readonly Referent[];
  readonly anonymity: TextSpan | null;
};

/** A few short sentences fit to be shown: what was found, who it is, what is done with it, how firmly. */
export function reasonOf(told: Told): string {
  const { raw, source, cue, resolution, performed, commitment, principal, carriers, anonymity } = told;
  const parts = [raw.reason.trim().replace(/([^.!?…])$/, "$1.")];
  parts.push(who(source, resolution));
  if (principal) parts.push(`${resolution.who.name} speaks for ${principal.name}.`);
  if (carriers.length > 0) parts.push(`It comes by way of ${carriers.map(({ name }) => name).join(", then ")}.`);
  if (anonymity) parts.push(`The name is withheld: ${quote(anonymity.text)}.`);
  if (performed.by === "content" && cue)
    parts.push(`${quote(cue.text)} is neutral; by its words the speaker ${verbs[performed.act]}.`);
  parts.push(firmly(commitment));
  return parts.filter((part) => part !== "").join(" ");
}
