import { decide } from "../../src/operations/decisions/index.ts";
import type { Desk } from "./harness.ts";

type List = { items: { id: string }[] };

/** A question with two explanations, one of them contradicted; asked where there is none yet. */
async function question(desk: Desk): Promise<string> {
  const asked = (await desk.api<List>("/questions")).items[0]?.id;
  if (asked !== undefined) return encodeURIComponent(asked);
  const by = { author: "Ana", reason: null };
  const posed = await decide(desk.ledger, { kind: "pose-question", text: "What happened at the quay?" }, by);
  const id = posed.target.kind === "question" ? posed.target.question : "none";
  const claim = (await desk.api<List>("/claims?contested=true")).items[0]?.id;
  const put = [
    await decide(desk.ledger, { kind: "add-hypothesis", question: id, text: "An accident" }, by),
    await decide(desk.ledger, { kind: "add-hypothesis", question: id, text: "An attack" }, by),
    await decide(
      desk.ledger,
      { kind: "add-evidence", question: id, ...(claim === undefined ? { text: "Smoke was seen" } : { claim }) },
      by,
    ),
  ].map(({ body }) => body);
  const [accident, , evidence] = put;
  if (accident?.kind === "add-hypothesis" && evidence?.kind === "add-evidence") {
    const cell = { question: id, evidence: evidence.evidence, hypothesis: accident.hypothesis };
    await decide(desk.ledger, { kind: "rate-consistency", ...cell, rating: "II" }, by);
    await decide(desk.ledger, { kind: "rate-consistency", ...cell, rating: "C" }, { ...by, author: "Bo" });
  }
  return encodeURIComponent(id);
}

/** The address of each page of the app, with things of the ledger that show what it can. */
export async function pathsOf(desk: Desk): Promise<Readonly<Record<string, string>>> {
  const first = async (path: string): Promise<string> =>
    encodeURIComponent((await desk.api<List>(path)).items[0]?.id ?? "none");
  const documents = (await desk.api<List>("/documents")).items.map(({ id }) => encodeURIComponent(id));
  return {
    home: "/",
    story: `/stories/${await first("/stories")}`,
    claims: "/claims",
    claim: `/claims/${await first("/claims?contested=true")}`,
    articles: "/documents",
    reader: `/documents/${documents[1]}`,
    beside: `/documents/${documents[1]}?beside=${documents[2]}`,
    figures: "/figures",
    timeline: "/timeline",
    actors: "/actors",
    actor: `/actors/${await first("/actors")}`,
    sources: "/sources",
    review: "/review",
    hypotheses: "/hypotheses",
    question: `/hypotheses/${await question(desk)}`,
    search: "/search?q=port",
  };
}
