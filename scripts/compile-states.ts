/**
 * Writes `src/languages/LANG/lexicons/states.txt` for every language pack from the Unicode CLDR names of territories
 * that Node's own `Intl` carries: form, kind, `state:` and the ISO 3166-1 code. Run by hand when Node's CLDR moves;
 * aliases that CLDR does not have (`Etats-Unis`, `Burma`) stand in `state-aliases.txt`, which is written by hand.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = "src/languages";
/** Codes that are no territory of ISO 3166-1, or groupings and uninhabited ones that stand for no actor. */
const left = new Set(
  "AA AC AN AQ BU BV CP CQ CS DD DG DY EA EU EZ FX HM HV IC NH NT OO QM QO QU RH SU TA TP UK UN VD XA XB YD YU ZR ZZ".split(
    " ",
  ),
);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !left.has(code));

for (const language of readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())) {
  if (!existsSync(join(folder, language, "index.ts"))) continue;
  const lines = new Set<string>();
  for (const style of ["long", "short"] as const) {
    const names = new Intl.DisplayNames([language], { type: "region", style, fallback: "none" });
    for (const code of codes) {
      const name = names.of(code);
      if (name === undefined || /[()]|R\.A\.S\.|\bSAR\b/.test(name)) continue;
      lines.add(
        `${name.replaceAll("’", "'").replaceAll(" & ", language === "fr" ? " et " : " and ")}\tstate\tstate:${code}`,
      );
    }
  }
  const head = `# origin: Unicode CLDR ${process.versions.cldr}, territory names, by scripts/compile-states.ts\n# licence: Unicode-3.0\n`;
  writeFileSync(join(folder, language, "lexicons", "states.txt"), `${head}${[...lines].sort().join("\n")}\n`);
}
