import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { decide } from "../../src/operations/decisions/index.ts";
import { type Desk, examples, openDesk, visit } from "./harness.ts";

// Takes the pictures of docs/tour.md from our own examples, with the system's Chromium: node web/test/tour.ts
// The terminal, the dossier and the app, in English; they are kept small, and not retouched.

const root = join(import.meta.dirname, "../..");
const folder = join(root, "docs/tour");
const most = 150_000;
mkdirSync(folder, { recursive: true });
type List = { items: { id: string; counts?: { contested: number } }[] };
const contested = async (from: Desk): Promise<string> =>
  encodeURIComponent((await from.api<List>("/claims?contested=true")).items[0]?.id ?? "");
const disputed = async (from: Desk): Promise<string> => {
  const { items } = await from.api<List>("/stories");
  const [first] = items.toSorted((a, b) => (b.counts?.contested ?? 0) - (a.counts?.contested ?? 0));
  return first?.id ?? "";
};

/** A question with its matrix, as two analysts left it. */
async function prepare(from: Desk): Promise<void> {
  const { ledger, api } = from;
  const by = { author: "Ana", reason: "First reading" };
  const story = await disputed(from);
  const posed = await decide(ledger, { kind: "pose-question", text: "What destroyed the grain terminal?", story }, by);
  const question = posed.target.kind === "question" ? posed.target.question : "";
  const ids: string[] = [];
  const claims = (await api<List>("/claims?contested=true")).items;
  for (const text of ["Drones from across the river", "An accident in a badly aired silo"]) {
    const { body } = await decide(ledger, { kind: "add-hypothesis", question, text }, by);
    ids.push(body.kind === "add-hypothesis" ? body.hypothesis : "");
  }
  const cells = [
    ["C", "II"],
    ["I", "N"],
  ] as const;
  for (const [row, claim] of claims.slice(0, 2).entries()) {
    const { body } = await decide(ledger, { kind: "add-evidence", question, claim: claim.id }, by);
    const evidence = body.kind === "add-evidence" ? body.evidence : "";
    for (const [column, hypothesis] of ids.entries()) {
      const rating = cells[row]?.[column] ?? "N";
      await decide(ledger, { kind: "rate-consistency", question, evidence, hypothesis, rating }, by);
    }
    if (row === 1) {
      const bo = { author: "Bo", reason: "They were seen from the quay" };
      await decide(ledger, { kind: "rate-consistency", question, evidence, hypothesis: ids[0] ?? "", rating: "C" }, bo);
    }
  }
}

/** Keeps a picture of a page, or of a part of it, and says how large it is. */
async function take(page: Page, name: string, height: number, part?: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  if (part !== undefined) {
    await page
      .locator(part)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: "start" }));
  }
  const box = part === undefined ? null : await page.locator(part).first().boundingBox();
  const width = page.viewportSize()?.width ?? 1200;
  const clip = { x: 0, y: Math.max(0, box?.y ?? 0), width, height: Math.min(height, box?.height ?? height) };
  await page.screenshot({ path, clip });
  const { size } = statSync(path);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
  if (size > most) throw new Error(`${name}.png is larger than ${most / 1000} kB`);
}

const asText = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** What the command line says, in the type of a terminal. */
async function terminal({ page: open }: Desk): Promise<void> {
  const page = await open("en", { width: 1000 });
  const file = join("examples/port-aubry", "01-depeche-agence-boreale.html");
  const { stdout } = spawnSync(process.execPath, ["src/cli/main.ts", "read", "--format", "table", file], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, LANG: "en_GB.UTF-8", COLUMNS: "110" },
  });
  const lines = stdout.split("\n").slice(0, 30).join("\n");
  await page.setContent(`<body style="margin:0;padding:16px;background:#171614;color:#eae6dd"><pre style="margin:0;
    font:14px/1.45 'DejaVu Sans Mono',monospace">$ selon read ${asText(file)}\n${asText(lines)}</pre></body>`);
  await take(page, "terminal", 640);
}

/** Single parts of the dossier, as it goes out. */
async function dossier(from: Desk): Promise<void> {
  const page = await from.page("en", { width: 1100 });
  await page.setViewportSize({ width: 1100, height: 900 });
  const story = encodeURIComponent(await disputed(from));
  await page.goto(new URL(`/api/report?format=html&language=en&story=${story}`, from.url).href);
  await take(page, "dossier", 640);
  await take(page, "contested", 700, "#contested");
  await take(page, "matrix", 560, "#hypotheses");
}

/** The app at work. */
async function app(from: Desk): Promise<void> {
  const page = await from.page("en", { width: 1200 });
  await page.setViewportSize({ width: 1200, height: 800 });
  await visit(page, from, "/");
  await take(page, "stories", 560);
  await visit(page, from, `/claims/${await contested(from)}`);
  await take(page, "claim", 720);
  await page.locator(".graph svg").waitFor();
  await take(page, "origins", 640, "#origins");
  const { items } = await from.api<List>("/documents");
  await visit(page, from, `/documents/${encodeURIComponent(items[1]?.id ?? "")}`);
  await take(page, "reader", 720);
  await visit(page, from, "/figures");
  await page.locator(".axis svg").first().waitFor();
  await take(page, "figures", 560);
  await visit(page, from, "/review");
  await take(page, "review", 480);
}

const desk = await openDesk([examples]);
try {
  await prepare(desk);
  await terminal(desk);
  await dossier(desk);
  await app(desk);
} finally {
  await desk.close();
}
