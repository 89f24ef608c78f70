import { languageOf } from "../../languages/index.ts";
import type { Language } from "../../languages/language.ts";
import type { Analysis, Document, Proposition, Span, Statement } from "../../model/index.ts";
import type { Found } from "../../statements/attribution.ts";
import { askedBy } from "./asked.ts";
import { propositionBuilder } from "./build.ts";
import { type Clause, clauseHeads, contentHeads, indexed } from "./clauses.ts";
import { presuppositions } from "./presupposed.ts";
import { asksNoName, isSourcing } from "./sourcing.ts";
import { standOf } from "./stands.ts";
import { isComment, takenUp, takenUpBy } from "./taken-up.ts";
import { overlaps, stretch, within } from "./tree.ts";

/**
 * What each statement and each main clause of a document's own voice says, in the form in which texts are compared.
 * One proposition a clause: a statement with two coordinated predicates has two, the first under the statement's own id.
 */
export function propositionsOf(document: Document, analysis: Analysis, found: Found): Proposition[] {
  const language = languageOf(analysis.language);
  if (language === null) return [];
  const { events } = language;
  const build = propositionBuilder(analysis, found, events, (lemma) => speaks(language, lemma));
  const propositions: Proposition[] = [];
  const numbers = new Map<string, number>();
  const identify = (base: string): string => {
    const number = (numbers.get(base) ?? 0) + 1;
    numbers.set(base, number);
    return number === 1 ? base : `${base}/${number}`;
  };
  const byPlace = indexed(found.statements.map((statement) => ({ ...extent(statement), statement })));
  const near = (statement: Statement): Statement[] =>
    (byPlace(extent(statement)) as unknown as readonly { statement: Statement }[]).map((one) => one.statement);
  const takes = (statement: Statement, kept: boolean): boolean => {
    const twin = takenUpBy(statement, near(statement));
    const id = `${statement.id}:p`;
    const own = twin && takenUp(id, statement, `${twin.id}:p`, kept, build.trees, analysis);
    if (own) propositions.push({ ...own, id: identify(id) });
    return own !== null;
  };
  const dispatches = found.statements.filter(isDispatch);
  const denying = indexed(
    [...found.statements, ...(found.bare ?? [])].flatMap(({ id, act, cue }) =>
      act === "deny" && cue !== null ? [{ ...cue, id }] : [],
    ),
  );
  // `The company denied the sale, a spokesman said`, `La société conteste : …`: the denial is the company's position.
  const isDenialTold = ({ head }: Clause, { id, act }: Statement): boolean =>
    act !== "deny" &&
    (denying(head) as unknown as readonly (Span & { id: string })[]).some((cue) => cue.id !== id && within(head, cue));
  for (const statement of found.statements) {
    if (isDispatch(statement)) continue;
    if (isRestated(statement, found.statements)) continue;
    if (isComment(statement) && takes(statement, true)) continue;
    for (const clause of contentHeads(build.trees, analysis, statement, near(statement), events)) {
      if (isDenialTold(clause, statement) || asksNoName(clause, statement.cue, events)) continue;
      const stand = standOf(clause, statement, events);
      // Inside of another's words, these say so.
      if (stand !== null && statement.parent !== null) continue;
      propositions.push(
        stand === null
          ? build.clause(identify(`${statement.id}:p`), clause, statement)
          : spoken(build.clause(identify(`${document.id}:${stand.span.start}`), stand, null), statement),
      );
    }
  }
  for (const statement of found.bare ?? []) takes(statement, false);
  const attributed = [...found.statements.filter((statement) => !isDispatch(statement)), ...(found.bare ?? [])];
  const denials = indexed((found.bare ?? []).flatMap(({ cue }) => (cue === null ? [] : [cue])));
  for (const clause of clauseHeads(build.trees, analysis, attributed, events)) {
    // `Contactée, la société dément`: what is denied stands before, and nothing else is said.
    if (clause.words.some((word) => denials(word).some((cue) => overlaps(cue, word)))) continue;
    if (askedBy(clause, events) === "open" || isSourcing(clause, events)) continue;
    // A reproduced dispatch speaks as a document does, but for whoever sent it.
    const sent = dispatches.find(({ content }) => content.some((span) => within(clause.head, span))) ?? null;
    const own = sent === null ? clause : clauseWithin(clause, sent);
    propositions.push(build.clause(identify(`${sent?.id ?? document.id}:${own.span.start}`), own, sent));
  }
  for (const mention of presuppositions(build.trees, found, events)) {
    propositions.push(build.mention(identify(`${document.id}:${mention.span.start}`), mention));
  }
  return propositions.filter(({ statement, evidence }) => !build.isJudged(statement, evidence.start));
}

/** The document tells it of somebody, and it is their position. */
const spoken = (proposition: Proposition, { speaker: { id, name, kind } }: Statement): Proposition =>
  kind === "author" || id === "unnamed" ? proposition : { ...proposition, speaker: { id, name, kind } };

const isDispatch = ({ because }: Statement): boolean => because.rule === "statements/rules/dispatch";

/** A clause of a dispatch without its dateline. */
function clauseWithin(clause: Clause, { content }: Statement): Clause {
  const words = clause.words.filter((word) => content.some((span) => within(word, span)));
  return { ...clause, words, span: stretch(words) };
}

const extent = ({ content }: Statement): Span => ({ start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 });

const silent = new Set(["assert", "confirm", "refuse"]);

/** A verb of saying and no more: `répondre`, `commenter`. */
const speaks = ({ attribution }: Language, lemma: string): boolean =>
  attribution.verbs.byHead.get(lemma)?.some(({ entry }) => entry.class === "speech" && silent.has(entry.act)) === true;

/**
 * A demand, warning or question inside another's words is not a claim of its own: the outer statement says that it was made. Nor
 * is a wish or a refusal that is denied or asked about (`a démenti vouloir vendre le port`, `dément avoir refusé de payer`),
 * nor a refusal to own what the inner statement then says (`refuse d'admettre que le bac a coulé`).
 */
function isRestated(statement: Statement, statements: readonly Statement[]): boolean {
  if (statement.act === "refuse" && statements.some((other) => isRefused(other, statement))) return true;
  if (statement.parent === null) return false;
  const warns = statement.act === "warn" || statement.act === "threaten";
  const asks = statement.act === "demand" || statement.act === "ask" || (warns && statement.factuality === "UU");
  const wishes = statement.act === "suppose" || statement.act === "promise" || statement.act === "refuse";
  return statements.some(
    ({ id, act }) => id === statement.parent && (asks || (wishes && (act === "deny" || act === "ask"))),
  );
}

const isRefused = ({ parent, act, speaker }: Statement, outer: Statement): boolean =>
  parent === outer.id && act === "confirm" && speaker.id === outer.speaker.id;
