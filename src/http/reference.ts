import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openToAdd } from "../operations/index.ts";
import { appOf } from "./app.ts";
import { deskOf } from "./desk.ts";

/** The reference page of the HTTP API, made from its OpenAPI document: `node src/http/reference.ts > docs/reference/http.md`. */
export async function reference(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "selon-reference-"));
  const ledger = await openToAdd(folder);
  const desk = deskOf(ledger, { web: folder });
  try {
    const answer = await appOf(desk, () => {}).request("/api/openapi.json");
    const { paths } = (await answer.json()) as { paths: Paths };
    return `${head}\n${sections(paths).join("\n")}`;
  } finally {
    desk.close();
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
};
type Operation = {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
};
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const head = `# The HTTP API

Generated from the routes by \`node src/http/reference.ts > docs/reference/http.md\`; a test holds it to them. A server tells the same at \`/api/docs\`, and to programs at \`/api/openapi.json\` (OpenAPI 3.1).

\`selon serve\` listens on this machine's loopback. There, with one user or none, nobody signs in. Anywhere else, with more users, through a proxy, or with \`--public-url\`, everybody does: with a session (\`POST /api/session\`; the cookie goes by itself, and whatever changes something carries \`X-Selon-CSRF\` with the word that \`GET /api/session\` tells) or with a token (\`Authorization: Bearer selon_…\`, made by \`selon tokens create\`). *Leave* below is the scope a token needs; a reader has read, an analyst also add and decide, an administrator all.

**Lists** answer \`items\`, \`total\` and \`next\`; \`next\` given as \`cursor\` gives the page after. **Answers** have an \`ETag\`; with \`If-None-Match\`, what is known is answered with 304. **Errors** all have one shape, \`{"error": {"code", "what", "why", "todo"}}\`, in French where \`Accept-Language\` asks for it. Too many requests are answered with 429 and \`Retry-After\`. **Events** (\`text/event-stream\`) go on after \`Last-Event-ID\`.
`;

function sections(paths: Paths): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method.toUpperCase(), path, operation)),
  );
}

function section(method: string, path: string, operation: Operation): string {
  const { summary = "", description, parameters = [], requestBody, responses, security = [] } = operation;
  const scope = security.flatMap((one) => one.token ?? [])[0];
  const lines = [`## ${method} ${path}`, "", summary, ""];
  if (description !== undefined) lines.push(description, "");
  const told = Object.entries(responses)
    .filter(([status]) => status !== "default")
    .map(([status, response]) => `${status} ${response.description.replace(/\.$/, "")}`);
  const body = requestBody === undefined ? [] : [`Takes: ${Object.keys(requestBody.content).join(", ")}.`];
  lines.push([`Leave: ${scope ?? "none needed"}.`, ...body, `Answers: ${told.join("; ")}.`].join(" "), "");
  const asked = parameters.filter((one) => one.in === "query");
  if (asked.length > 0) {
    const rows = asked.map(({ name, description: about = "", required }) => {
      return `| \`${name}\`${required === true ? " (needed)" : ""} | ${about.replaceAll("|", "\\|")} |`;
    });
    lines.push("| parameter | |", "| --- | --- |", ...rows, "");
  }
  return lines.join("\n");
}

if (import.meta.main) process.stdout.write(await reference());
