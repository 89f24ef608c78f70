import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, browserPath, type Desk, openDesk, visit, whyNot, wordsIn } from "./harness.ts";
import { pathsOf } from "./paths.ts";

/** Goes through every page over some articles, in both languages, wide and narrow, light and dark. */
export function everyPage(name: string, inputs: () => readonly string[], skipped: string | null): void {
  const why = browserPath === undefined ? whyNot : skipped;
  describe.skipIf(why !== null)(`every page over ${name}${why === null ? "" : ` ${why}`}`, () => {
    let desk: Desk;
    let paths: Readonly<Record<string, string>>;
    beforeAll(async () => {
      desk = await openDesk(inputs());
      paths = await pathsOf(desk);
    }, 180_000);
    afterAll(() => desk.close());

    test.each([
      ["fr", "light"],
      ["en", "dark"],
    ] as const)(
      "can be used by everybody, complains of nothing, fits a telephone (%s, %s)",
      async (language, theme) => {
        const page = await desk.page(language, { dark: theme === "dark" });
        for (const [name, path] of Object.entries(paths)) {
          await page.setViewportSize({ width: 1440, height: 900 });
          await visit(page, desk, path);
          expect(await page.title(), name).toMatch(/Selon/);
          expect(await page.getAttribute("html", "lang"), name).toBe(language);
          expect(await barriers(page), name).toEqual([]);
          // The narrowest at which WCAG 1.4.10 asks for no scrolling to the side: letters of another font fit a telephone.
          await page.setViewportSize({ width: 320, height: 844 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(over, `${name} is wider than a telephone`).toBeLessThanOrEqual(0);
        }
        expect(desk.complaints).toEqual([]);
      },
      480_000,
    );

    test("a server that no longer answers is missed until it is back", async () => {
      const page = await desk.page("en");
      await page.route("**/api/events", (route) => route.abort());
      await visit(page, desk, "/claims");
      await page.getByText(wordsIn.en.app.states.lost).waitFor();
      await page.unroute("**/api/events");
      await page.getByText(wordsIn.en.app.states.lost).waitFor({ state: "detached" });
      await page.context().close();
    });

    test("an address that leads nowhere says so", async () => {
      const page = await desk.page("en");
      await page.goto(new URL("/nowhere", desk.url).href);
      await page.waitForSelector("main .state");
      expect(await page.textContent("main")).toContain("There is nothing at this address.");
    });
  });
}
