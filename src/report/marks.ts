import type { PositionKind, Reading, Statement } from "../model/index.ts";
import type { DossierClaim, DossierFigureGroup, DossierPosition, FigureMark, Mark } from "./dossier.ts";
import { isNarration } from "./view.ts";

/** Every statement of an article, and every sentence of its own that takes a position, in the order of the text. */
export function marksOf(reading: Reading, article: number, claims: readonly DossierClaim[]): Mark[] {
  const takes = positionsByStatement(claims, article);
  const read = new Set(reading.statements.map((statement) => statement.id));
  const ownVoice = [...takes].filter(([id]) => !read.has(id));
  const drafts: Omit<Mark, "anchor" | "parent">[] = [
    ...reading.statements.map((statement) => statementMark(statement, article, takes.get(statement.id) ?? [])),
    ...ownVoice.map(([id, positions]) => ownVoiceMark(id, article, positions)),
  ].filter((draft) => draft.spans.length > 0);
  drafts.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  const anchors = new Map(drafts.map((draft, index) => [draft.statement, `s${article}-${index + 1}`]));
  const parents = new Map(reading.statements.map((statement) => [statement.id, statement.parent]));
  return drafts.map((draft, index) => ({
    ...draft,
    anchor: `s${article}-${index + 1}`,
    parent: anchors.get(parents.get(draft.statement) ?? "") ?? null,
  }));
}

/** Every figure of an article that some group compares. */
export function figureMarksOf(reading: Reading, article: number, groups: readonly DossierFigureGroup[]): FigureMark[] {
  const rows = new Map<string, string[]>();
  for (const group of groups) {
    for (const member of group.members) {
      if (member.article !== article) continue;
      const at = `${member.start} ${member.end}`;
      rows.set(at, [...(rows.get(at) ?? []), member.anchor]);
    }
  }
  const figures = reading.figures.filter((figure) => rows.has(`${figure.start} ${figure.end}`));
  return figures.map((figure, index) => ({
    ...figure,
    anchor: `f${article}-${index + 1}`,
    article,
    rows: rows.get(`${figure.start} ${figure.end}`) ?? [],
  }));
}

/** The stand that a statement takes by itself, for the mark of one that belongs to no claim. */
export function standOf(statement: Pick<Statement, "act" | "factuality">): PositionKind {
  if (statement.act === "deny") return "deny";
  switch (statement.factuality) {
    case "CT+":
      return "affirm";
    case "CT-":
      return "deny";
    case "PR+":
      return "probable";
    case "PS+":
      return "possible";
    case "PR-":
    case "PS-":
      return "doubt";
    case "UU":
      return "report-without-commitment";
  }
}

function positionsByStatement(claims: readonly DossierClaim[], article: number): Map<string, DossierPosition[]> {
  const found = new Map<string, DossierPosition[]>();
  for (const claim of claims) {
    if (isNarration(claim)) continue;
    for (const position of claim.positions) {
      if (position.article !== article) continue;
      const list = found.get(position.statement);
      if (list) list.push(position);
      else found.set(position.statement, [position]);
    }
  }
  return found;
}

function statementMark(
  statement: Statement,
  article: number,
  positions: readonly DossierPosition[],
): Omit<Mark, "anchor" | "parent"> {
  return {
    article,
    statement: statement.id,
    spans: statement.content,
    speaker: { id: statement.speaker.id, name: statement.speaker.name },
    speaksFor: statement.speaksFor,
    chain: statement.chain,
    anonymous: statement.anonymous,
    act: statement.act,
    factuality: statement.factuality,
    position: positions[0]?.position ?? standOf(statement),
    said: statement.said,
    confidence: statement.confidence,
    because: statement.because,
    takes: positions.map((position) => position.anchor),
  };
}

function ownVoiceMark(
  id: string,
  article: number,
  positions: readonly DossierPosition[],
): Omit<Mark, "anchor" | "parent"> {
  const first = positions[0];
  if (!first) throw new Error(`no position for ${id}`);
  return {
    article,
    statement: id,
    spans: [first.evidence],
    speaker: first.speaker,
    speaksFor: null,
    chain: first.chain,
    anonymous: false,
    act: null,
    factuality: factualityOf[first.position],
    position: first.position,
    said: null,
    confidence: null,
    because: first.because,
    takes: positions.map((position) => position.anchor),
  };
}

const factualityOf: Record<PositionKind, Mark["factuality"]> = {
  affirm: "CT+",
  deny: "CT-",
  probable: "PR+",
  possible: "PS+",
  doubt: "PR-",
  "report-without-commitment": "UU",
};

const startOf = (mark: { spans: readonly { start: number }[] }): number => mark.spans[0]?.start ?? 0;
const endOf = (mark: { spans: readonly { end: number }[] }): number => mark.spans.at(-1)?.end ?? 0;
