import { entriesOf, type Factuality, hedges } from "../factuality.ts";
import * as lexicons from "./lexicons.generated.ts";

export const factuality = {
  hedges: hedges(lexicons.hedges),
  modals: new Map([
    ["pouvoir", "able"],
    ["devoir", "necessary"],
    ["falloir", "necessary"],
    ["sembler", "seeming"],
    ["paraître", "seeming"],
    ["risquer", "possible"],
  ]),
  conditionalModals: new Map([
    ["pouvoir", "possible"],
    ["devoir", "expected"],
    ["falloir", "necessary"],
    ["sembler", "seeming"],
    ["paraître", "seeming"],
    ["risquer", "possible"],
  ]),
  negations: new Set(["ne", "n'", "non", "jamais", "aucun", "aucune", "ni"]),
  conditions: new Set(["si", "s'"]),
  falsehoods: entriesOf(lexicons.denials, "false"),
  occurrences: entriesOf(lexicons.denials, "occurrence"),
  deictics: new Set(["ce", "c'", "cela", "ça", "ceci", "il", "elle", "ils", "elles", "tout"]),
  firstPerson: new Set(["je", "j'", "nous", "on"]),
  thirdPerson: new Set(["il", "elle", "ils", "elles"]),
  telling: new Set(["dire", "répéter", "écrire", "rappeler", "indiquer", "signifier", "répondre", "conseiller"]),
  assuring: new Set(["assurer", "garantir", "jurer", "certifier", "affirmer", "répéter"]),
  agreeing: new Set(["convenir", "accepter", "consentir", "s'entendre", "s'accorder"]),
  planning: new Set(["envisager", "prévoir", "songer", "projeter"]),
  none: new Set(["aucun", "aucune"]),
  alarms: new Set(["attention", "danger", "alerte", "gare", "prudence"]),
  offers: new Set(
    "proposition offre plan demande projet idée accord appel requête compromis initiative candidature texte loi amendement motion invitation ultimatum condition exigence conditions médiation dialogue trêve cessez-le-feu retrait négociation budget réforme traité".split(
      " ",
    ),
  ),
  predicatives: new Set(["comme"]),
} satisfies Factuality;
