import { countedOf, type Figures, outcomesOf } from "../figures.ts";
import * as lexicons from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const figures = {
  counted: countedOf(lexicons.countedNouns),
  outcomes: outcomesOf(lexicons.countedOutcomes),
  counting: words("count estimate put tally report claim record say give announce register cite speak tell confirm"),
  counts: words("toll figure number total count tally estimate"),
  tolls: new Map([["toll", "death"]]),
  including: [
    "including",
    "among them",
    "of whom",
    "of which",
    "among whom",
    "of them",
    "among the victims",
    "including at least",
    "counting",
  ],
  ofThem: ["of whom", "of which", "of them", "of those", "of these"],
  accordingTo: ["according to", "per"],
  outOf: ["of the", "out of the", "out of", "of", "among the", "among"],
  total: ["a total of", "in all", "in total", "altogether", "making", "for a total of", "bringing the total to", "or"],
  others: ["other", "others", "another", "more", "additional", "further"],
  wholeCountry: [
    "nationwide",
    "across the country",
    "throughout the country",
    "countrywide",
    "across france",
    "in the whole country",
    "in the country as a whole",
    "at national level",
    "nationally",
  ],
  small: words(
    "the a an of in on at by and about more than some nearly over were was been have has had are is with to from",
  ),
} satisfies Figures;
