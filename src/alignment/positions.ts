import type { ActorRef, Position, PositionKind } from "../model/index.ts";
import { contraryOf } from "./contrary.ts";
import type { Node } from "./node.ts";
import { firmness, isBroughtAbout } from "./stance.ts";

const author: ActorRef = { id: "author", name: "author" };

/** A proposition's stand on a claim that is stated as it states it, or the other way round when `flipped`. */
export function positionKind(node: Node, flipped: boolean): PositionKind {
  const { proposition, statement } = node;
  if (proposition.reported === true) return "report-without-commitment";
  // `La mine aurait fui`: whoever the document has it from says so.
  const hearsay = statement?.because?.rule === "statements/rules/hearsay" && proposition.kind !== "presupposed";
  const held = hearsay
    ? "CT+"
    : statement === null ||
        statement.because?.rule === "statements/rules/dispatch" ||
        proposition.kind === "presupposed"
      ? proposition.factuality
      : statement.factuality;
  const factuality = firmness(node, held);
  if (factuality === "UU") {
    if (isBroughtAbout(node)) return flipped ? "deny" : "affirm";
    switch (statement?.act) {
      case "deny":
        return "deny";
      case "doubt":
        return "doubt";
      case "suppose":
      case "warn":
      case "threaten":
        return "possible";
      case "refuse":
        return proposition.declined === true ? (flipped ? "affirm" : "deny") : "report-without-commitment";
      default:
        return "report-without-commitment";
    }
  }
  const negative = factuality.endsWith("-") !== (proposition.negated !== flipped);
  if (factuality.startsWith("CT")) return negative ? "deny" : "affirm";
  if (negative) return "doubt";
  return factuality.startsWith("PR") ? "probable" : "possible";
}

/** The position a node takes on its claim, with who takes it and on which words it rests. */
export function positionOf(node: Node, kind: PositionKind, reason: string): Position {
  const { proposition, statement, reading } = node;
  const speaker = proposition.speaker ?? statement?.speaker ?? author;
  const chain = proposition.speaker !== undefined ? [refOf(proposition.speaker)] : (statement?.chain ?? []);
  return {
    document: reading.document.id,
    uri: reading.document.uri,
    statement: statement?.id ?? proposition.id,
    speaker: refOf(speaker),
    chain: chain.map(refOf),
    position: kind,
    evidence: proposition.evidence,
    because: { rule: "alignment/positions", spans: proposition.because.spans, reason },
    ...(statement?.decided === undefined ? {} : { decided: statement.decided }),
  };
}

const refOf = ({ id, name }: ActorRef): ActorRef => ({ id, name });

/**
 * Whether a claim is stated negatively: nobody states or reports it otherwise. Where all say no, some by denying or ruling
 * it out, most have to say so in negative words of their own: `La digue ne sera pas percée`, `Il n'est pas question de
 * percer la digue`, `Elle exclut de percer la digue`. Not: two denials of what a third says was not so. Questions count
 * for neither side.
 */
export function isFlipped(nodes: readonly Node[], turned: ReadonlySet<Node> = new Set()): boolean {
  if (nodes.length === 0) return false;
  const asserted = nodes.filter(({ statement }) => statement?.act !== "ask");
  const stated = asserted.length > 0 ? asserted : nodes;
  const negated = stated.filter((node) => node.proposition.negated !== turned.has(node));
  if (negated.length === stated.length) return !isAnswer(stated, turned);
  const own = negated.filter(({ statement }) => statement?.act !== "deny").length;
  return 2 * own > stated.length && stated.every((node) => positionKind(node, turned.has(node)) === "deny");
}

/**
 * Whether propositions are one party's own denial, and nobody else says anything of it: `« Il n'y a pas eu de vente », a dit
 * le maire` answers that there was one. Not: `Le bac n'a pas été vendu`, which a document tells by itself, nor what several
 * say is not so, nor a denial that another one then calls false, which is what he takes up.
 */
export function isAnswer(nodes: readonly Node[], turned: ReadonlySet<Node> = new Set()): boolean {
  const speaker = nodes[0]?.statement?.speaker.id;
  return (
    speaker !== undefined &&
    nodes.every(
      (node) =>
        node.statement?.act === "deny" &&
        node.statement.speaker.id === speaker &&
        node.statement.factuality === "CT+" &&
        node.proposition.negated &&
        !turned.has(node) &&
        !isTakenUp(node),
    ) &&
    nodes.some(
      ({ proposition, statement, reading }) =>
        // `a qualifié de « rumeurs » les informations sur la vente`: its words say nothing negative.
        statement?.because?.rule === "statements/rules/predicate" ||
        contraryOf(proposition.evidence.text, reading.document.language) !== null,
    )
  );
}

/** Sentences within which somebody else's verdict is on a proposition. */
const reply = 2;

/** Whether somebody else in the document judges what a proposition says: `« C'est faux », répond le maire`. */
function isTakenUp({ proposition, statement, reading }: Node): boolean {
  const by = (id: string | null) => reading.statements.find((one) => one.id === id)?.speaker.id;
  return reading.propositions.some(
    ({ kind, judges, sentence, speaker, statement: own }) =>
      kind === "verdict" &&
      (judges === proposition.id ||
        (judges === undefined && sentence >= proposition.sentence && sentence - proposition.sentence <= reply)) &&
      (speaker?.id ?? by(own)) !== statement?.speaker.id,
  );
}

const reasons: Readonly<Record<PositionKind, string>> = {
  affirm: "The words state it without reserve.",
  deny: "The words state the contrary.",
  probable: "The words hold it for probable.",
  possible: "The words hold it for possible.",
  doubt: "The words doubt it.",
  "report-without-commitment": "The words report it and commit nobody to it.",
};

/** Why a position is what it is; with the words that are contraries where one of them had to be turned. */
export const reasonFor = (kind: PositionKind, contraries: readonly [string, string] | null = null): string =>
  contraries === null
    ? reasons[kind]
    : `${reasons[kind].slice(0, -1)}, « ${contraries[0]} » being the contrary of « ${contraries[1]} ».`;
