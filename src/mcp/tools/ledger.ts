import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { documentRefs } from "../../ledger/counts.ts";
import { SelonError } from "../../model/error.ts";
import type { Claim, FigureGroup } from "../../model/index.ts";
import { findClaim } from "../../operations/find.ts";
import { pageClaims, pageFigures, pageStories } from "../../operations/pages.ts";
import { searchLedger } from "../../operations/search.ts";
import { countStories } from "../../operations/story.ts";
import type { McpDesk } from "../desk.ts";
import { problem, untrusted } from "../untrusted.ts";

const text = z.string().min(1).max(500);
const limit = z.number().int().min(1).max(50).default(10).describe("how many at most");
const narrowed = {
  story: text.optional().describe("id of a story, or its beginning"),
  actor: text.optional().describe("id of an actor, or part of a name"),
  since: text
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional()
    .describe("ISO 8601 date: only what rests on articles since"),
  contested: z.boolean().optional().describe("only what is contested"),
  limit,
};
const readOnly = { readOnlyHint: true, openWorldHint: false };

/** Tools that look something up. Results are small: ids to go on with, and spans to cite. */
export function addLedgerTools(server: McpServer, desk: McpDesk): void {
  const { ledger } = desk;
  server.registerTool(
    "search",
    {
      title: "Search sentences",
      description:
        'Finds sentences by their words in any form, phrases in quotation marks, and fields: speaker: act: status: since: language: outlet:. For example: "closed bridge" act:deny since:2031-05',
      inputSchema: { query: z.string().min(1).max(2_000), limit },
      annotations: readOnly,
    },
    ({ query, limit: most }) =>
      answered(desk, async () => {
        const found = await searchLedger(ledger, query, most);
        return found.map(({ document, title, outlet, published, start, end, text: words, statements }) => ({
          ...{ document, title, outlet, published, start, end, text: words },
          statements: statements.map(({ id, speaker, act }) => ({ id, speaker: speaker.name, act })),
        }));
      }),
  );
  server.registerTool(
    "stories",
    {
      title: "List stories",
      description: "What happened, with how many claims about it are contested, corroborated or on a single origin.",
      inputSchema: narrowed,
      annotations: readOnly,
    },
    ({ limit: most, ...filter }) =>
      answered(desk, async () => {
        const { items } = await pageStories(ledger, filter, { limit: most, order: "newest" });
        const stories = await countStories(ledger, items);
        return stories.map(({ id, title, when, where, counts }) => ({ id, title, when, where, counts }));
      }),
  );
  server.registerTool(
    "claims",
    {
      title: "List claims",
      description: "What is claimed: how many affirm, hedge or deny it, and on how many independent origins it rests.",
      inputSchema: narrowed,
      annotations: readOnly,
    },
    ({ limit: most, ...filter }) =>
      answered(desk, async () => (await pageClaims(ledger, filter, { limit: most })).items.map(brief)),
  );
  const ofClaim = { claim: text.describe("id of a claim"), limit };
  server.registerTool(
    "positions",
    {
      title: "Positions on a claim",
      description: "Who takes which position on a claim, in which words, through whom, in which article.",
      inputSchema: { ...ofClaim, from: z.number().int().min(0).default(0).describe("how many to leave out first") },
      annotations: readOnly,
    },
    ({ claim: id, limit: most, from }) =>
      answered(desk, async () => {
        const claim = await claimNamed(desk, id);
        const shown = claim.positions.slice(from, from + most);
        const refs = await documentRefs(ledger, [...new Set(shown.map(({ document }) => document))]);
        const articles = new Map(refs.map((ref) => [ref.id, ref]));
        const positions = shown.map((one) => ({
          position: one.position,
          speaker: one.speaker,
          through: one.chain.slice(0, -1).map(({ name }) => name),
          statement: one.statement,
          document: one.document,
          outlet: articles.get(one.document)?.outlet ?? null,
          published: articles.get(one.document)?.published ?? null,
          ...one.evidence,
        }));
        return { ...brief(claim), total: claim.positions.length, positions };
      }),
  );
  server.registerTool(
    "origins",
    {
      title: "Origins of a claim",
      description:
        "On how many independent origins each side of a claim rests, as bounds, and why positions count as one.",
      inputSchema: ofClaim,
      annotations: readOnly,
    },
    ({ claim: id, limit: most }) =>
      answered(desk, async () => {
        const claim = await claimNamed(desk, id);
        const side = ({ lower, upper, groups }: Claim["origins"]["affirm"]) => ({
          lower,
          upper,
          groups: groups
            .slice(0, most)
            .map(({ root, members, because }) => ({ root, positions: members.length, because })),
        });
        return { ...brief(claim), origins: { affirm: side(claim.origins.affirm), deny: side(claim.origins.deny) } };
      }),
  );
  server.registerTool(
    "figures",
    {
      title: "Compare figures",
      description: "Figures of the same thing beside each other, or why they can't be compared.",
      inputSchema: narrowed,
      annotations: readOnly,
    },
    ({ limit: most, ...filter }) =>
      answered(desk, async () => (await pageFigures(ledger, filter, { limit: most })).items.map(figures)),
  );
}

/** What to do, where the words of the error name a command that a client does not have. */
const todos: Readonly<Record<string, string>> = {
  "no-such-story": "List them with stories.",
  "bad-query": "Words, phrases in quotation marks, and the fields of the tool's description are taken.",
};

/** An answer with words of articles in it; a mistake of the asker's is an answer too. */
export async function answered(desk: McpDesk, ask: () => Promise<unknown>): Promise<CallToolResult> {
  try {
    await desk.fresh();
    return untrusted(await ask());
  } catch (error) {
    if (error instanceof SelonError) return problem(error.what, error.why, todos[error.code] ?? error.todo);
    throw error;
  }
}

async function claimNamed({ ledger }: McpDesk, id: string): Promise<Claim> {
  const claim = await findClaim(ledger, id);
  if (claim !== null) return claim;
  const why = "Nothing in the ledger has that id.";
  throw new SelonError({ code: "no-such-claim", what: "There is no such claim.", why, todo: "List them with claims." });
}

function brief({ id, story, proposition, status, positions, origins }: Claim) {
  const counts: Record<string, number> = {};
  for (const { position } of positions) counts[position] = (counts[position] ?? 0) + 1;
  const bounds = ({ lower, upper }: { lower: number; upper: number }) =>
    lower === upper ? `${lower}` : `${lower}–${upper}`;
  const rests = { affirm: bounds(origins.affirm), deny: bounds(origins.deny) };
  return { id, story, proposition, status, positions: counts, origins: rests };
}

function figures({ id, story, quantity, relation, because, members }: FigureGroup) {
  const shown = members.slice(0, 12).map((one) => ({
    value: one.value,
    upper: one.upper,
    unit: one.unit,
    bound: one.bound,
    scope: one.scope,
    speaker: one.speaker.name,
    document: one.document,
    start: one.start,
    end: one.end,
    text: one.text,
  }));
  return { id, story, quantity, relation, because, total: members.length, members: shown };
}
