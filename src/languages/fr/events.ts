import { conceptEntries, type Events, eventEntries } from "../events.ts";
import * as lexicons from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(", "));

export const events = {
  ...eventEntries(lexicons.events),
  concepts: conceptEntries(0),
  light: new Map([
    ...["avoir lieu", "se produire", "se tenir", "survenir", "se dérouler", "intervenir", "exister", "y avoir"].map(
      (verb) => [verb, "occur"] as const,
    ),
    ...[
      "mener",
      "commettre",
      "perpétrer",
      "orchestrer",
      "lancer",
      "effectuer",
      "réaliser",
      "conduire",
      "passer",
      "tenir",
      "monter",
      "organiser",
      "commanditer",
      "revendiquer",
      "procéder",
      "avoir",
      "faire",
      // `Le parquet a ouvert une enquête`: an investigation. Not: `L'urne a été ouverte`.
      ...["enquête", "instruction", "information judiciaire", "négociation", "procès", "hostilité"].map(
        (noun) => `ouvrir ${noun}`,
      ),
      "diligenter enquête",
      "ordonner enquête",
      "déposer plainte",
      "déposer recours",
      "engager négociation",
      "engager procédure",
      "engager poursuite",
      "entamer négociation",
      "entamer grève",
    ].map((verb) => [verb, "do"] as const),
  ]),
  verdicts: new Map([
    ...[
      "faux",
      "fiction",
      "invention",
      "fabrication",
      "mensonge",
      "mensonger",
      "infondé",
      "intox",
      "bobard",
      "fable",
      "inexact",
      "absurde",
      "sornette",
      "élucubration",
      "affabulation",
      "calomnie",
      "désinformation",
      "imaginaire",
      "fantaisiste",
      "canular",
    ].map((word) => [word, "false"] as const),
    ...["vrai", "exact", "avéré", "véridique", "réalité"].map((word) => [word, "true"] as const),
  ]),
  negators: words(
    "refuser, éviter, empêcher, cesser, échouer, renoncer, manquer, omettre, interdire, s'abstenir, se abstenir",
  ),
  withholding: words("confirmer, commenter, infirmer, détailler, préciser, vérifier"),
  denials: words("démenti, dénégation, négation, réfutation"),
  sayings: words(
    "affirmation, allégation, accusation, information, propos, déclaration, rumeur, assertion, dire, version, récit, nouvelle",
  ),
  partners: words("entre, avec"),
  hedges: new Map([
    ["probablement", "PR+"],
    ["vraisemblablement", "PR+"],
    ["peut-être", "PS+"],
    ["éventuellement", "PS+"],
  ]),
  tellings: words("dire, écrire, répéter, rappeler, répondre"),
  weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  markers: new Map([
    ["avant", "before"],
    ["après", "after"],
    ["depuis", "after"],
    ["sans", "without"],
    ["contre", "against"],
  ]),
  settings: words("lors, pendant, durant, cours, occasion, marge, issue, après, depuis, dans"),
  generic: words(
    "être, avoir, faire, dire, déclarer, affirmer, indiquer, annoncer, pouvoir, devoir, vouloir, aller, venir, mettre, aussi, également, encore, déjà, très, plus, moins, tout, même, autre, certain, plusieurs, chose, cas, fois, côté, part, lieu, notamment, ainsi, ne, pas, jamais, rien, personne, aucun, il, ce, celui, cela, on, y, en, se, qui, que, dont, où, monsieur, madame, m., mme",
  ),
  bearers: words(
    "être, avoir, y avoir, exister, faire, présenter, comporter, connaître, subir, constituer, représenter, relever, constater, observer, mesurer, enregistrer, recenser, remarquer, noter, voir, entendre, apercevoir, trouver, déceler, détecter, signaler, exclure, écarter, évoquer, redouter, craindre, laisser, montrer, indiquer, révéler, confirmer, avoir lieu, se produire, survenir, se dérouler, se tenir, intervenir, mener, commettre, perpétrer, effectuer, réaliser, procéder, opérer, donner, pouvoir, devoir, vouloir, falloir, compter, aller, venir, agir, se agir, rester, demeurer, sembler, paraître, parler, probable, possible, improbable, plausible, vraisemblable, certain, question, décider, prévoir, tenter, essayer, continuer, commencer, finir",
  ),
  minds: words("croire, penser, savoir, supposer, imaginer, estimer, juger, espérer, mesure"),
  theories: words(
    "hypothèse, thèse, piste, théorie, scénario, idée, version, possibilité, éventualité, rumeur, accusation, soupçon, existence, information, allégation",
  ),
  shells: words(
    "rumeur, accusation, soupçon, information, allégation, trace, piste, hypothèse, thèse, existence, idée, possibilité, éventualité, fait, cas, acte, forme, type, sorte, espèce, groupe, ensemble, série, partie, nombre, centaine, dizaine, millier, vingtaine, trentaine, cinquantaine, quinzaine, million, usage, ordre, tentative, signe, preuve, indice, intention, volonté, projet, version, théorie, scénario, question, perspective, notion, situation, processus, début, fin, moment, lieu, présence, absence, recours, mise, prise, sujet, affaire, problème, principe, niveau",
  ),
  refuters: words("infirmer, réfuter, démentir, contredire, invalider, écarter, exclure, balayer"),
  settlers: words(
    "décider, acter, trancher, arrêter, fixer, arbitrer, conclure, exclure, jouer, signer, prendre, décision, arbitrage",
  ),
  pointers: words("ce, cet, cette, ces, celui, celle, celui-ci, celle-ci, ledit"),
} satisfies Events;
