import { type Credit, documentName, type Mark, type Position, type Reading, type Statement } from "../model/index.ts";
import { entityOf } from "./agencies.ts";
import { isInHand } from "./inhand.ts";

/** A person's word on what a position rests on: `same` with all of that decision, `apart` on an origin of its own. */
export type DecidedOrigin = {
  readonly kind: "same" | "apart";
  readonly mark: Mark;
  readonly reason: string;
  /** What the origin is called, or null. */
  readonly root: string | null;
};

/** What a position rests on, as far as the words tell. */
export type Root = {
  /** Positions with one key rest on one origin. */
  readonly key: string;
  readonly name: string;
  readonly kind: "named" | "anonymous" | "author" | "unnamed";
  readonly position: Position;
  readonly statement: Statement | null;
  /** Who relays it in the text, outermost first: the chain without its last link. */
  readonly carriers: readonly { readonly id: string; readonly name: string }[];
  readonly decided?: DecidedOrigin;
  /** An agency that the document draws on besides its own work (`avec AFP`), for its narrator and those it quotes. */
  readonly draws?: { readonly key: string; readonly name: string };
  /** It is only mentioned, on the way to something else: `le feu qui a tué deux ouvriers`. */
  readonly passing?: true;
  /** A document, or the agency whose dispatch it is, tells it and names nobody for it. */
  readonly narrates?: true;
  /** The paper or agency whose document speaks, under the key by which others quote it; null where it is not known. */
  readonly outlet: string | null;
};

/** An agency or paper credited is the same as one that is quoted. */
const creditKey = ({ name }: Pick<Credit, "name">): string => entityOf(name) ?? `outlet:${name.toLowerCase()}`;

/** A root with what a person decided about it: one that stands apart shares its key only with those set apart with it. */
export function decidedRoot(root: Root, decided: DecidedOrigin | null): Root {
  if (decided === null) return root;
  const key = decided.kind === "apart" ? `apart:${decided.mark.decision}` : root.key;
  return { ...root, key, decided };
}

/** Finds the origin of a position: the last link of its chain, an anonymous one tied to whoever quotes it. */
export function rootOf(
  position: Position,
  statements: ReadonlyMap<string, Statement>,
  reading: Reading | undefined,
  family: ReadonlyMap<string, string>,
): Root {
  const statement = statements.get(`${position.document} ${position.statement}`) ?? null;
  const carriers = position.chain.slice(0, -1).filter(({ id }) => id !== "author" && id !== "unnamed");
  const { id, name } = position.speaker;
  const paper = reading?.document.outlet ?? null;
  const outlet = id === "author" && paper !== null ? creditKey({ name: paper }) : null;
  const partly = reading?.credits.find((credit) => credit.partly === true);
  const draws = partly === undefined ? {} : { draws: { key: creditKey(partly), name: partly.name } };
  const passing = isPassing(position, reading) ? { passing: true as const } : {};
  const common = { position, statement, carriers, outlet, ...passing };
  const text = family.get(position.document) ?? position.document;
  if (id === "author" || position.chain.length === 0) {
    const credit = reading?.credits.find(({ kind }) => kind !== "translation");
    if (credit !== undefined && credit.partly !== true)
      return { ...common, key: creditKey(credit), name: credit.name, kind: "named", narrates: true };
    if (reading !== undefined && isInHand(position, reading))
      return { ...common, key: `hand:${text}`, name: documentName(reading.document), kind: "named", narrates: true };
    return {
      ...common,
      key: `document:${text}`,
      name: documentName(reading?.document ?? { outlet: null, title: null, uri: position.uri }),
      kind: "author",
      narrates: true,
      ...draws,
    };
  }
  if (id === "unnamed" || name === "unnamed") {
    return { ...common, key: `unnamed:${text}`, name: "unnamed", kind: "unnamed" };
  }
  const anonymous = statement?.anonymous === true || statement?.speaker.kind === "anonymous";
  if (anonymous) {
    const carrier = carriers.at(-1);
    const key = carrier === undefined ? `anonymous:${text}` : `anonymous:${carrier.id}`;
    return { ...common, key, name: carrier === undefined ? name : `${name} (${carrier.name})`, kind: "anonymous" };
  }
  const dispatch = statement?.because.rule === "statements/rules/dispatch" ? { narrates: true as const } : {};
  return { ...common, ...draws, ...dispatch, key: id, name, kind: "named" };
}

const relatives = /^(?:qui|que|qu['’]|où|dont|who|which|that|where|whose)(?![\p{L}])/iu;

/** Whether it is taken for granted, or said of a noun on the way: `the fire that killed two workers`. */
function isPassing({ statement, evidence }: Position, reading: Reading | undefined): boolean {
  if (relatives.test(evidence.text.trimStart())) return true;
  return reading?.propositions.some(({ id, kind }) => id === statement && kind === "presupposed") ?? false;
}
