import { entriesOf, type Factuality, hedges } from "../factuality.ts";
import * as lexicons from "./lexicons.generated.ts";

export const factuality = {
  hedges: hedges(lexicons.hedges),
  modals: new Map([
    ["may", "possible"],
    ["might", "possible"],
    ["could", "possible"],
    ["can", "able"],
    ["must", "necessary"],
    ["should", "expected"],
    ["ought", "expected"],
    ["shall", "expected"],
    ["seem", "seeming"],
    ["appear", "seeming"],
    ["look", "seeming"],
    ["need", "necessary"],
  ]),
  conditionalModals: new Map(),
  negations: new Set(["not", "n't", "never", "no", "nor", "neither", "none", "nobody", "nothing"]),
  conditions: new Set(["if", "unless"]),
  falsehoods: entriesOf(lexicons.denials, "false"),
  occurrences: entriesOf(lexicons.denials, "occurrence"),
  deictics: new Set(["this", "that", "it", "these", "those", "they"]),
  firstPerson: new Set(["i", "we"]),
  thirdPerson: new Set(["he", "she", "it", "they"]),
  telling: new Set(["tell", "say", "write", "remind", "instruct", "repeat"]),
  assuring: new Set(["assure", "guarantee", "vow", "swear", "promise"]),
  agreeing: new Set(["agree", "consent", "accept"]),
  planning: new Set(["consider", "contemplate", "envisage"]),
  none: new Set(["no"]),
  alarms: new Set(["beware", "danger", "caution", "warning"]),
  offers: new Set(
    "proposal offer plan request bid idea deal call appeal compromise initiative application bill amendment motion invitation ultimatum condition demand mediation dialogue truce ceasefire withdrawal negotiation budget reform treaty nomination settlement overture".split(
      " ",
    ),
  ),
  predicatives: new Set(["as"]),
} satisfies Factuality;
