import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { type Serving, serveLedger } from "../../src/http/index.ts";
import { addInputs, openToAdd } from "../../src/operations/index.ts";
import { wordsOf } from "../../src/report/words/format.ts";
import { en } from "../src/words/en.ts";
import { fr } from "../src/words/fr.ts";

/** The browser to test in: the one told, or the system's own. */
export const browserPath: string | undefined =
  process.env.SELON_TEST_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

export const whyNot = process.env.SELON_TEST_CHROMIUM_MISSING ?? "no Chromium found; see scripts/with-chromium.sh";

export const examples = join(import.meta.dirname, "../../examples/port-aubry");

export type Language = "fr" | "en";

const data = process.env.SELON_DATA ?? join(import.meta.dirname, "../../../shared");
const seedsFolder = join(data, "seeds");
/** Five articles of the press that were given with the project and are no part of it; undefined where they are not there. */
export const seeds: string | undefined = existsSync(seedsFolder) ? seedsFolder : undefined;
export const noSeeds = `SKIPPED: no articles in ${seedsFolder} (SELON_DATA)`;

/** Every word of the app and of the dossier, by which a test finds what it presses, as a reader does. */
export const wordsIn = { fr: { app: fr, words: wordsOf("fr") }, en: { app: en, words: wordsOf("en") } } as const;

/** A real browser before a real server over a real ledger; what the browser complained of is kept. */
export type Desk = {
  readonly url: string;
  readonly complaints: string[];
  /** Statuses of answers that a test asks for and are no complaint. */
  readonly expected: Set<number>;
  readonly ledger: Awaited<ReturnType<typeof openToAdd>>;
  page(language: Language, options?: { width?: number; dark?: boolean }): Promise<Page>;
  api<T>(path: string): Promise<T>;
  close(): Promise<void>;
};

export type DeskOptions = {
  /** Done to the ledger before it is served. */
  readonly prepare?: (ledger: Desk["ledger"]) => Promise<void>;
  /** The app as it is shipped; else as in development, where React complains of more and all is slower. */
  readonly shipped?: boolean;
};

/** Builds the app into a folder. */
export async function buildApp(folder: string, shipped: boolean): Promise<void> {
  const before = process.env.NODE_ENV;
  if (shipped) process.env.NODE_ENV = "production";
  const root = join(import.meta.dirname, "..");
  try {
    await build({ root, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  } finally {
    process.env.NODE_ENV = before;
  }
}

export async function openDesk(
  inputs: readonly string[],
  { prepare, shipped = false }: DeskOptions = {},
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "selon-web-"));
  const web = join(folder, "dist");
  await buildApp(web, shipped);
  const ledger = await openToAdd(join(folder, "ledger"));
  for await (const event of addInputs(ledger, inputs)) {
    if (event.kind === "failed") throw new Error(`not added: ${JSON.stringify(event.failure)}`);
  }
  await prepare?.(ledger);
  const serving: Serving = await serveLedger(ledger, { host: "127.0.0.1", port: 0, web });
  const browser: Browser = await chromium.launch({
    ...(browserPath === undefined ? {} : { executablePath: browserPath }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const complaints: string[] = [];
  const expected = new Set<number>();
  const contexts: BrowserContext[] = [];
  return {
    url: serving.url,
    complaints,
    expected,
    ledger,
    page: async (language, { width = 1440, dark = false } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: language,
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
      });
      contexts.push(context);
      // A machine that does other work besides needs its time.
      context.setDefaultTimeout(90_000);
      const page = await context.newPage();
      // A violated content policy is told on the console as well.
      page.on("console", (message) => {
        // What was not loaded is told below, with its status.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 400 && !expected.has(response.status()))
          complaints.push(`${page.url()}: ${response.status()} ${response.url()}`);
      });
      page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
      return page;
    },
    api: async <T>(path: string) => (await (await fetch(new URL(`/api${path}`, serving.url))).json()) as T,
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await serving.close();
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens an address within the app and waits until nothing more is loading. */
export async function visit(page: Page, desk: Desk, path: string): Promise<void> {
  await page.goto(new URL(path, desk.url).href);
  await page.waitForSelector("h1");
  await page.waitForFunction(() => document.querySelector('[role="status"].state') === null);
}

/**
 * What axe finds serious or critical on the page, in a line each. What is far from the screen and not laid out yet (by
 * `content-visibility`) is laid out for it, as it is for who scrolls there: else it would be measured over its neighbours.
 */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [all];
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(" | ")}`,
    );
}
