import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { SelonError } from "../../model/error.ts";
import { findDocument } from "../../operations/find.ts";
import type { Addable, McpDesk } from "../desk.ts";
import { answered } from "./ledger.ts";

/** Characters of a text given at once, unless more or less is asked for. */
const usual = 4_000;
const most = 20_000;

/** Tools on one document: reading it, and adding one where that is allowed. */
export function addDocumentTools(server: McpServer, desk: McpDesk): void {
  server.registerTool(
    "read_document",
    {
      title: "Read a document",
      description: "A stretch of an article's text, with the statements found in it and their spans.",
      inputSchema: {
        document: z.string().min(1).max(100).describe("id of a document"),
        start: z.number().int().min(0).default(0).describe("first character (UTF-16 code unit)"),
        length: z.number().int().min(1).max(most).default(usual),
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ document: id, start, length }) => answered(desk, () => stretch(desk, id, start, length)),
  );
  const { add } = desk;
  if (add === null) return;
  server.registerTool(
    "add_document",
    {
      title: "Add a document",
      description: "Keeps an article, given as text or by its address, and reads it.",
      inputSchema: {
        text: z.string().min(1).max(1_000_000).optional(),
        url: z
          .url({ protocol: /^https?$/ })
          .max(8_000)
          .optional(),
        name: z.string().min(1).max(500).optional().describe("where a text is from"),
        published: z.iso.date().optional(),
        language: z
          .string()
          .regex(/^[a-z]{2,3}$/)
          .optional(),
      },
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    },
    ({ text, url, name, ...about }) =>
      answered(desk, async () => {
        if ((text === undefined) === (url === undefined)) throw oneOf();
        const mediaType = "text/plain; charset=utf-8";
        const item: Addable =
          url === undefined
            ? {
                kind: "bytes",
                bytes: new TextEncoder().encode(text),
                origin: { ...about, uri: name ?? "-", mediaType },
              }
            : { kind: "url", url, ...given(about) };
        const event = await add(item);
        if (event.kind !== "failed") return event;
        const { code, what, why, todo } = event.failure;
        throw new SelonError({ code, what, why, todo });
      }),
  );
}

function given(about: { published?: string | undefined; language?: string | undefined }) {
  const { published, language } = about;
  return { ...(published === undefined ? {} : { published }), ...(language === undefined ? {} : { language }) };
}

async function stretch({ ledger }: McpDesk, id: string, start: number, length: number) {
  const held = await findDocument(ledger, id);
  if (held === null) {
    const why = "Nothing in the ledger has that id.";
    throw new SelonError({ code: "not-found", what: "There is no such document.", why, todo: "Search for it first." });
  }
  const { document, statements } = held.reading;
  const { title, outlet, language, published, text, uri } = document;
  const end = Math.min(text.length, start + length);
  const within = statements.filter(({ content }) => content.some((span) => span.start < end && span.end > start));
  return {
    document: id,
    ...{ uri, title, outlet, language, published },
    total: text.length,
    start: Math.min(start, end),
    end,
    text: text.slice(start, end).toWellFormed(),
    next: end < text.length ? end : null,
    statements: within.slice(0, 40).map(({ id: statement, speaker, act, factuality, content, confidence }) => ({
      statement,
      speaker: speaker.name,
      act,
      factuality,
      confidence,
      spans: content.map((span) => [span.start, span.end]),
    })),
  };
}

function oneOf(): SelonError {
  return new SelonError({
    code: "bad-request",
    what: "Nothing was added.",
    why: "It takes a text or an address, one of the two.",
    todo: "Give text or url.",
  });
}
