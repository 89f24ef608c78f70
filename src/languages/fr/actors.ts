import { type Actors, actorNouns, closedClass, type DeterminerKind, type PronounKind, seats } from "../actors.ts";
import * as lexicons from "./lexicons.generated.ts";

const pronoun = (kind: PronounKind, notation: string, only: "person" | "thing" | null = null) =>
  closedClass(notation, (number, gender) => ({ kind, number, gender, only }));
const determiner = (kind: DeterminerKind, notation: string) =>
  closedClass(notation, (number, gender) => ({ kind, number, gender }));

export const actors = {
  nouns: actorNouns(lexicons.actorNouns),
  pronouns: new Map([
    ...pronoun(
      "personal",
      "il:sm elle:sf ils:pm elles:pf lui:s- eux:pm le:sm la:sf l':s- leur:p- les:p- se:-- s':-- son:s- sa:s- ses:s- leurs:p-",
    ),
    ...pronoun("first", "je:s- j':s- j’:s- moi:s- me:s- m':s- mon:s- ma:s- mes:s-", "person"),
    ...pronoun("first-plural", "nous:p- notre:p- nos:p-"),
    ...pronoun("second", "vous:p- tu:s- votre:p- vos:p-"),
    ...pronoun(
      "latter",
      "celui-ci:sm celle-ci:sf ceux-ci:pm celles-ci:pf dernier:sm dernière:sf derniers:pm dernières:pf",
    ),
    ...pronoun("relative", "qui:-- lequel:sm laquelle:sf lesquels:pm lesquelles:pf"),
    ...pronoun(
      "indefinite",
      "certains:pm certaines:pf plusieurs:p- beaucoup:p- aucuns:pm autres:p- tous:pm nombreux:pm quelques-uns:pm ceux:pm celles:pf quelqu'un:sm",
    ),
    ...pronoun("impersonal", "on:s-", "person"),
  ]),
  determiners: new Map([
    ...determiner("definite", "le:sm la:sf l':s- l’:s- les:p- au:sm aux:p- du:sm"),
    ...determiner("indefinite", "un:sm une:sf des:p- de:p- d':p-"),
    ...determiner("demonstrative", "ce:sm cet:sm cette:sf ces:p-"),
    ...determiner(
      "possessive",
      "son:s- sa:sf ses:p- leur:s- leurs:p- notre:s- nos:p- mon:s- ma:sf mes:p- votre:s- vos:p-",
    ),
    ...determiner(
      "quantifier",
      "certains:pm certaines:pf plusieurs:p- quelques:p- divers:pm diverses:pf différents:pm différentes:pf nombreux:pm nombreuses:pf deux:p- trois:p- quatre:p- cinq:p- six:p-",
    ),
  ]),
  // The city speaks for the Union more often than for its country.
  seats: new Map([...seats(lexicons.capitals), ["bruxelles", "org:eu"]]),
  ofWords: new Set(["de", "du", "des", "d'", "d’", "pour", "auprès"]),
  quantityNouns: new Set(
    "plupart majorité partie nombre dizaine douzaine vingtaine trentaine cinquantaine centaine millier moitié tiers quart poignée ensemble foule multitude quantité type sorte série groupe membre".split(
      " ",
    ),
  ),
  closeWords: new Set(["proche", "proches", "informé", "informée", "informées", "informés", "familier", "familière"]),
  anonymousWords: new Set(
    "anonyme anonymes anonymat non-identifié identifié identifiée identifiés identifiées inconnu inconnue inconnus".split(
      " ",
    ),
  ),
  anonymityPhrases: [
    "sous couvert d'anonymat",
    "sous le couvert de l'anonymat",
    "sous couvert de l'anonymat",
    "sous le sceau de l'anonymat",
    "sous condition d'anonymat",
    "à condition de rester anonyme",
    "à condition de ne pas être",
    "requis l'anonymat",
    "requérant l'anonymat",
    "requiert l'anonymat",
    "préféré garder l'anonymat",
    "souhaité garder l'anonymat",
    "souhaite garder l'anonymat",
    "souhaité rester anonyme",
    "souhaite rester anonyme",
    "souhaitant rester anonyme",
    "préfère rester anonyme",
    "gardé l'anonymat",
    "réclamé l'anonymat",
    "demandé l'anonymat",
    "refusé d'être identifié",
    "refusé d'être nommé",
    "souhaité ne pas être",
    "n'a pas voulu être",
    "n'ont pas voulu être",
    "pas autorisé à s'exprimer",
    "pas autorisée à s'exprimer",
    "pas autorisés à s'exprimer",
    "pas autorisé à parler",
    "pas autorisée à parler",
    "pas autorisés à parler",
    "pas habilité à",
    "pas habilitée à",
    "pas habilités à",
    "par crainte de représailles",
    "de peur de représailles",
    "pour des raisons de sécurité",
  ],
  dualWords: new Set(["deux"]),
  sameWords: new Set(["même", "mêmes"]),
  epithets: new Set(
    "intéressé intéressée élu élue trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire natif native concerné concernée protagoniste jeune homme dirigeant dirigeante leader patron patronne locataire magnat milliardaire édile tribun avocat expert experte spécialiste chercheur chercheuse".split(
      " ",
    ),
  ),
  formerWords: new Set(["ancien", "ancienne", "anciens", "anciennes", "ex", "feu", "futur", "future", "anc."]),
  honorifics: new Map([
    ["m.", "m"],
    ["mm.", "m"],
    ["monsieur", "m"],
    ["mr", "m"],
    ["mr.", "m"],
    ["mme", "f"],
    ["mme.", "f"],
    ["madame", "f"],
    ["mlle", "f"],
    ["mmes", "f"],
    ["maître", null],
    ["me", null],
    ["dr", null],
    ["pr", null],
    ["mgr", "m"],
    ["lord", "m"],
    ["sir", "m"],
    ["lady", "f"],
  ]),
  outletWords: new Set(
    "courrier gazette dépêche écho échos figaro monde parisien nouvelliste quotidien télégramme dauphiné progrès républicain tribune journal radio fm télévision tv presse post times herald news telegraph magazine hebdo matin soir libération humanité observateur".split(
      " ",
    ),
  ),
  and: "et",
  askers: "journalists",
} satisfies Actors;
