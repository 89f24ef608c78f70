import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, browserPath, type Desk, examples, openDesk, visit, whyNot } from "./harness.ts";
import { pathsOf } from "./paths.ts";

describe.skipIf(browserPath === undefined)(
  `every page of the app${browserPath === undefined ? ` (${whyNot})` : ""}`,
  () => {
    let desk: Desk;
    let paths: Readonly<Record<string, string>>;
    beforeAll(async () => {
      desk = await openDesk([examples]);
      paths = await pathsOf(desk);
    }, 120_000);
    afterAll(() => desk.close());

    test.each(["fr", "en"] as const)(
      "can be used by everybody, complains of nothing, fits a telephone (%s)",
      async (language) => {
        const page = await desk.page(language);
        for (const [name, path] of Object.entries(paths)) {
          await page.setViewportSize({ width: 1440, height: 900 });
          await visit(page, desk, path);
          expect(await page.title(), name).toMatch(/Selon/);
          expect(await page.getAttribute("html", "lang"), name).toBe(language);
          expect(await barriers(page), name).toEqual([]);
          await page.setViewportSize({ width: 390, height: 844 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(over, `${name} is wider than a telephone`).toBeLessThanOrEqual(0);
        }
        expect(desk.complaints).toEqual([]);
      },
      180_000,
    );

    test("in the dark nothing fades", async () => {
      const page = await desk.page("fr", { dark: true });
      for (const name of ["home", "story", "claim", "reader", "figures"]) {
        await visit(page, desk, paths[name] ?? "/");
        expect(await barriers(page), name).toEqual([]);
      }
      expect(desk.complaints).toEqual([]);
    }, 120_000);

    test("an address that leads nowhere says so", async () => {
      const page = await desk.page("en");
      await page.goto(new URL("/nowhere", desk.url).href);
      await expect.poll(() => page.textContent("main")).toContain("There is nothing at this address.");
    });
  },
);
