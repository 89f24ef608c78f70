import { table } from "../lexicon.ts";
import type { Segmentation } from "../segmentation.ts";
import { abbreviations } from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const segmentation = {
  abbreviations: new Map(
    [...table(abbreviations)].map(([form, [kind]]) => [form, kind === "anywhere" ? "anywhere" : "before"]),
  ),
  elided: words("l d j m t s n c qu jusqu lorsqu puisqu quoiqu parc presqu quelqu entr"),
  whole: words(
    "aujourd'hui quelqu'un quelqu'une quelqu'uns presqu'île presqu'îles entr'ouvert d'abord-là c'est-à-dire prud'homme prud'hommes main-d'œuvre rendez-vous peut-être celui-ci celui-là celle-ci celle-là ceux-ci ceux-là celles-ci celles-là ci là-bas moi-même toi-même lui-même elle-même nous-mêmes vous-même vous-mêmes eux-mêmes elles-mêmes soi-même par-ci par-là de-ci de-là au-delà ceci-là jusque-là là-là chez-moi chez-soi garde-à-vous sauve-qui-peut suivez-moi-jeune-homme tête-à-tête vis-à-vis m'as-tu-vu qu'en-dira-t-on va-t-en-guerre on-dit voici-ci",
  ),
  enclitics:
    "-t-elles -t-ils -t-elle -t-il -t-on -elles -nous -vous -ils -elle -leur -moi -toi -les -lui -il -on -je -tu -ce -le -la -en -ci -là -y".split(
      " ",
    ),
  encliticsFuse: false,
  splitHyphens: false,
  prefixes: new Set<string>(),
  contractions: new Map(
    Object.entries({
      du: "de le",
      des: "de les",
      au: "à le",
      aux: "à les",
      duquel: "de lequel",
      desquels: "de lesquels",
      desquelles: "de lesquelles",
      auquel: "à lequel",
      auxquels: "à lesquels",
      auxquelles: "à lesquelles",
    }).map(([form, parts]) => [form, parts.split(" ")]),
  ),
  ambiguous: words("du des"),
  starters: words(
    "le la les l un une des ce cet cette ces il elle ils elles on je nous vous tu en dans à au aux par pour sur selon mais et or car donc après avant lors depuis si son sa ses leur leurs mon notre votre plusieurs quelques deux trois certains certaines chaque tous toutes tout cela ceci c d qu quand lorsque alors ainsi cependant toutefois pourtant enfin puis",
  ),
  spacedThousands: true,
} satisfies Segmentation;
