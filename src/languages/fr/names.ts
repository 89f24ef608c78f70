import { givenNames, outlets } from "../lexicons.generated.ts";
import type { Names } from "../names.ts";
import {
  actorNouns,
  capitals,
  demonyms,
  institutions,
  organisations,
  places,
  stateAliases,
  states,
} from "./lexicons.generated.ts";

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const names = {
  elided: list("l d j m t s c n qu jusqu lorsqu puisqu quoiqu"),
  gazetteers: [outlets, organisations, capitals, places, states, stateAliases],
  demonyms,
  institutions,
  roles: actorNouns,
  roleClasses: list(
    "adviser executive expert head justice leader military minister official politician press religious spokesperson",
  ),
  givenNames,
  address: list("M MM Mme Mmes Mlle Me Dr Pr Mgr Monsieur Madame maître sir lord"),
  organisationWords: list(
    "Université Institut Agence Parti Ministère Commission Conseil Comité Fédération Association Syndicat Banque Cour Fondation Organisation Observatoire Groupe Société Compagnie Centre Mouvement Front Union Alliance Ligue Académie École Service Direction Bureau Forces Armée Brigade Hôpital Musée Inc Corp SA SARL Ltd GmbH Airlines Université Collectif Conseil Tribunal Parquet Préfecture Coordination Chambre",
  ),
  organisationNouns: list(
    "société entreprise groupe compagnie association parti syndicat banque fondation fédération ONG start-up firme coalition collectif mouvement milice usine fabricant constructeur exploitant opérateur armateur laboratoire enseigne",
  ),
  placeWords: list("Mont Monts Île Îles Ile Lac Cap Port Fort Saint Sainte Nouvelle Nouveau Haute Basse"),
  placeHeads: list(
    "ville village région oblast province commune capitale département canton district quartier île port baie aéroport vallée presqu'île péninsule gare rue avenue place boulevard pont mairie préfecture localité bourg hameau forêt lac fleuve rivière mer golfe détroit col faubourg raion comté",
  ),
  placePrepositions: list("à en vers depuis près dans entre"),
  particles: list("de du van von der den bin ben el al da dos di della la le ibn ter zu"),
  links: list("de du des la le l' d' pour et les à"),
  determiners: list("le la les l' un une des son sa ses leur leurs notre nos ce cette cet"),
  roleBreaks: list(
    "est sont était a ont avait que qu' qui dont où mais ou si selon par avec contre après avant sera seront été n' ne se s' y il elle ils elles on",
  ),
  saying: list(
    "dit disait déclaré déclare déclarait affirmé affirme affirmait ajouté ajoute indiqué indique indiquait expliqué explique estimé estime estimait assuré assure annoncé annonce précisé précise souligné souligne rappelé rappelle répondu répond écrit confié confie raconté raconte prévenu prévient averti avertit démenti dément nié nie rejeté rejette accusé accuse dénoncé dénonce réagi réagit martelé martèle lancé lance poursuivi poursuit conclu conclut reconnu reconnaît promis promet demandé demande espère espéré craint jugé juge salué salue évoqué évoque insisté insiste soutenu soutient commenté commente",
  ),
  sourcePrepositions: list("selon d'après suivant"),
  outletHeads: list(
    "journal quotidien hebdomadaire mensuel magazine site radio chaîne agence revue tabloïd webzine média podcast",
  ),
  notMedia: list("internet web telegram youtube facebook twitter x"),
  notNames: list(
    "le la les l' un une des du de d' au aux ce cet cette ces c' mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je j' tu il elle on nous vous ils elles me m' te t' se s' y en lui eux moi toi soi qui que qu' quoi dont où quand comme si lorsque lorsqu' puisque puisqu' quoique et ou mais or ni car donc à dans par pour sur sous avec sans vers chez entre contre depuis pendant durant avant après dès jusque jusqu' selon malgré parmi outre hormis sauf ne n' pas plus moins très trop peu aussi ainsi alors puis ensuite enfin déjà encore toujours jamais souvent parfois hier aujourd'hui demain ici là oui non tout toute tous toutes aucun aucune chaque certains certaines plusieurs quelques quelque autre autres même mêmes tel telle quel quelle quels quelles combien comment pourquoi est-ce être est sont était étaient sera a ont avait il-y-a cependant pourtant toutefois néanmoins notamment lors près loin voici voilà ceci cela ça celui celle ceux celles deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche mise photo image vidéo contexte source lire voir interrogé traduit publié premier première derniers dernier face grâce dont bien ailleurs effet monsieur bonjour merci attention article chapitre interview exclusif direct vrai faux rien personne quelqu'un",
  ),
} satisfies Names;
