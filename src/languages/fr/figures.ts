import { countedOf, type Figures, outcomesOf } from "../figures.ts";
import * as lexicons from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const figures = {
  counted: countedOf(lexicons.countedNouns),
  outcomes: outcomesOf(lexicons.countedOutcomes),
  counting: words(
    "compter dénombrer recenser estimer évaluer chiffrer avancer évoquer annoncer revendiquer comptabiliser déplorer rapporter relever enregistrer parler tabler signaler décompter indiquer dire affirmer avance avancent compte comptent recense dénombre revendique évoque annonce annoncent revendiquent évoquent",
  ),
  counts: words("bilan chiffre nombre total décompte estimation évaluation fourchette"),
  tolls: new Map([["bilan", "mort"]]),
  including: [
    "dont",
    "parmi eux",
    "parmi elles",
    "parmi lesquels",
    "parmi lesquelles",
    "au nombre desquels",
    "y compris",
    "parmi les victimes",
  ],
  ofThem: ["d'entre eux", "d'entre elles", "d'entre les"],
  accordingTo: ["selon", "d'après", "suivant"],
  outOf: ["sur les", "sur", "parmi les", "des"],
  total: ["soit", "soit un total de", "soit au total", "au total", "en tout", "pour un total de", "portant le total à"],
  others: ["autre", "autres", "supplémentaires", "de plus"],
  wholeCountry: [
    "dans toute la france",
    "dans tout le pays",
    "dans l'ensemble du pays",
    "au niveau national",
    "à l'échelle nationale",
    "à l'échelle du pays",
    "au plan national",
    "sur l'ensemble du territoire",
    "à travers le pays",
    "à travers la france",
    "partout en france",
    "en france",
  ],
  small: words(
    "de du des la le les l d un une et en à au aux dans sur par pour plus moins environ près quelque ont été était étaient a ce cette ces",
  ),
} satisfies Figures;
