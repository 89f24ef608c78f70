import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { examples, openDesk, visit } from "./harness.ts";
import { pathsOf } from "./paths.ts";

// Pictures of every page, at three widths, in both themes and languages, to be looked at: npm run shots [FILE…]
// They go to `screenshots/`, which is not kept. Without files, the examples are shown.

const folder = join(import.meta.dirname, "../../screenshots");
mkdirSync(folder, { recursive: true });
const given = process.argv.slice(2);
const desk = await openDesk(given.length === 0 ? [examples] : given);
const paths = await pathsOf(desk);
for (const language of ["fr", "en"] as const) {
  for (const dark of [false, true]) {
    for (const width of [1440, 1024, 390]) {
      const page = await desk.page(language, { width, dark });
      for (const [name, path] of Object.entries(paths)) {
        await visit(page, desk, path);
        const file = `${name}-${width}-${language}-${dark ? "dark" : "light"}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: true });
      }
      await page.context().close();
    }
  }
}
await desk.close();
for (const complaint of desk.complaints) console.error(complaint);
console.log(`${Object.keys(paths).length} pages in ${folder}`);
