import type { Message, TextSpan } from "../../model/index.ts";
import type { Performed } from "../act.ts";
import type { RawAttribution } from "../attribution.ts";
import type { Commitment } from "../factuality/index.ts";
import { type ReasonCode, say, sentencesOf } from "../reasons/index.ts";
import { foldPhrase } from "./fold.ts";
import type { Referent } from "./referent.ts";
import type { Resolution } from "./resolution.ts";

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

function who(source: TextSpan | null, { who: one, means, antecedent }: Resolution): Message | null {
  const words = source === null ? null : short(source.text);
  if (words === null && means !== "same" && means !== "asker" && means !== "unnamed" && means !== "author")
    return means === "name" || means === "title" || means === "phrase" ? null : say("sourceIs", one.name);
  const named = words ?? "";
  switch (means) {
    case "pronoun":
    case "relative":
      return antecedent ? say("pointsBack", named, short(antecedent.text), one.name) : say("is", named, one.name);
    case "description":
      return antecedent
        ? say("describesLast", named, one.name, short(antecedent.text))
        : say("describes", named, one.name);
    case "seat":
      return say("standsFor", named, one.name);
    case "pair":
      return say("pair", named, one.name);
    case "joint":
      return say("joint", named);
    case "first-person":
      return say("firstPerson", named, one.name);
    case "same":
      return say("same", one.name);
    case "asker":
      return say("asker");
    case "unnamed":
      return say("unnamed");
    case "author":
      return say("author");
    case "unresolved":
      return say("unresolved", named);
    default:
      return source && !foldPhrase(source.text).includes(foldPhrase(one.name)) ? say("is", named, one.name) : null;
  }
}

function firmly(commitment: Commitment): Message | null {
  const words = commitment.words.map(({ text }) => `« ${short(text)} »`).join(", ");
  switch (commitment.by) {
    case "hedge":
      return say(commitment.factuality.startsWith("PS") ? "possible" : "probable", words);
    case "negation":
      return say("negation");
    case "denial":
      return say(commitment.factuality === "CT+" ? "denialInWords" : "denied");
    case "question":
      return say("questionUncommitted");
    case "demand":
      return say("demand");
    case "report":
      return say("report");
    case "intention":
      return say("intention");
    case "cue":
      return commitment.factuality === "UU" ? say("uncommitted") : null;
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
export function reasonOf(told: Told): { readonly reason: string; readonly messages: readonly Message[] } {
  const { raw, source, cue, resolution, performed, commitment, principal, carriers, anonymity } = told;
  const neutral: ReasonCode = `neutral-${performed.act}`;
  const messages = [
    raw.reason,
    who(source, resolution),
    principal === null ? null : say("speaksFor", resolution.who.name, principal.name),
    carriers.length === 0 ? null : say("byWay", carriers.map(({ name }) => name).join(" > ")),
    anonymity === null ? null : say("withheld", short(anonymity.text)),
    performed.by === "content" && cue ? say(neutral, short(cue.text)) : null,
    firmly(commitment),
  ].filter((one) => one !== null);
  return { reason: sentencesOf(messages, "en") ?? "", messages };
}
