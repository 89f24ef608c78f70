import type { Desk } from "./harness.ts";

type List = { items: { id: string }[] };

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
    search: "/search?q=port",
  };
}
