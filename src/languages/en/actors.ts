import {
  type Actors,
  actorNouns,
  closedClass,
  type DeterminerKind,
  familiesOf,
  type Ground,
  type PronounKind,
  seats,
} from "../actors.ts";
import * as lexicons from "./lexicons.generated.ts";

const pronoun = (kind: PronounKind, notation: string, only: "person" | "thing" | null = null) =>
  closedClass(notation, (number, gender) => ({ kind, number, gender, only }));
const determiner = (kind: DeterminerKind, notation: string) =>
  closedClass(notation, (number, gender) => ({ kind, number, gender }));

export const actors = {
  nouns: actorNouns(lexicons.actorNouns),
  pronouns: new Map([
    ...pronoun("personal", "he:sm she:sf him:sm her:sf himself:sm herself:sf his:sm hers:sf", "person"),
    ...pronoun("personal", "it:s- itself:s- its:s-", "thing"),
    ...pronoun("personal", "they:p- them:p- themselves:p- their:p-"),
    ...pronoun("first", "i:s- me:s- myself:s- my:s-", "person"),
    ...pronoun("first-plural", "we:p- us:p- ourselves:p- our:p-"),
    ...pronoun("second", "you:-- yourself:s-"),
    ...pronoun("latter", "latter:-- former:--"),
    ...pronoun("relative", "who:-- which:-- that:-- whom:--"),
    ...pronoun(
      "indefinite",
      "some:p- many:p- several:p- few:p- others:p- most:p- those:p- all:p- both:p- someone:s- somebody:s- everyone:s-",
    ),
    ...pronoun("impersonal", "one:s-", "person"),
  ]),
  determiners: new Map([
    ...determiner("definite", "the:--"),
    ...determiner("indefinite", "a:s- an:s- another:s-"),
    ...determiner("demonstrative", "this:s- that:s- these:p- those:p-"),
    ...determiner("possessive", "his:-- her:-- its:-- their:-- our:-- my:-- your:--"),
    ...determiner(
      "quantifier",
      "some:p- several:p- many:p- few:p- various:p- numerous:p- two:p- three:p- four:p- five:p- six:p- most:p- all:p- both:p-",
    ),
  ]),
  // The city speaks for the Union more often than for its country.
  seats: new Map([...seats(lexicons.capitals), ["brussels", "org:eu"]]),
  ofWords: new Set(["of", "for", "to", "with", "at", "in", "from"]),
  quantityNouns: new Set(
    "number majority part dozen dozens hundreds thousands half handful lot lots couple array range pair plurality percent share score member kind sort series".split(
      " ",
    ),
  ),
  closeWords: new Set(["close", "familiar", "briefed", "knowledge", "near"]),
  anonymousWords: new Set(["anonymous", "unnamed", "unidentified", "anonymity", "undisclosed", "confidential"]),
  anonymityPhrases: [
    "on condition of anonymity",
    "on the condition of anonymity",
    "requested anonymity",
    "requesting anonymity",
    "was granted anonymity",
    "were granted anonymity",
    "asked for anonymity",
    "declined to be named",
    "declined to be identified",
    "asked not to be named",
    "asked not to be identified",
    "did not want to be named",
    "did not want to be identified",
    "who was not authorized",
    "who were not authorized",
    "who is not authorized",
    "not authorized to",
    "not authorised to",
    "for fear of retribution",
    "for fear of reprisal",
    "fearing retribution",
    "insisted on anonymity",
    "speaking anonymously",
    "spoke anonymously",
  ],
  groundPhrases: new Map<string, Ground>([
    ["eyewitness", "saw"],
    ["eyewitnesses", "saw"],
    ["saw with", "saw"],
    ["witnessed the", "saw"],
    ["who was present", "saw"],
    ["who were present", "saw"],
    ["at the scene", "saw"],
    ["documents reviewed by", "document"],
    ["document reviewed by", "document"],
    ["documents obtained by", "document"],
    ["document obtained by", "document"],
    ["obtained by the", "document"],
    ["seen by the", "document"],
    ["reviewed by the", "document"],
    ["internal memo", "document"],
    ["internal emails", "document"],
    ["internal documents", "document"],
    ["satellite images", "document"],
    ["court records", "document"],
    ["according to documents", "document"],
    ["a copy of the", "document"],
    ["intercepted communications", "intercept"],
    ["intercepted calls", "intercept"],
    ["intercepted messages", "intercept"],
    ["wiretaps", "intercept"],
    ["has intercepted", "intercept"],
    ["have intercepted", "intercept"],
    ["had intercepted", "intercept"],
    ["intercepts show", "intercept"],
    ["briefed on", "heard"],
    ["was told by", "heard"],
    ["were told by", "heard"],
    ["heard from", "heard"],
    ["heard that", "heard"],
    ["learned from", "heard"],
    ["informed by", "heard"],
  ]),
  dualWords: new Set(["two", "both"]),
  sameWords: new Set(["same"]),
  epithets: new Set(
    "official veteran lawmaker septuagenarian octogenarian native billionaire tycoon magnate leader politician nominee candidate incumbent challenger businessman businesswoman expert professor researcher executive".split(
      " ",
    ),
  ),
  formerWords: new Set(["former", "ex", "late", "future", "onetime", "one-time", "ex-"]),
  honorifics: new Map([
    ["mr.", "m"],
    ["mr", "m"],
    ["mrs.", "f"],
    ["mrs", "f"],
    ["ms.", "f"],
    ["ms", "f"],
    ["miss", "f"],
    ["dr.", null],
    ["dr", null],
    ["sen.", null],
    ["rep.", null],
    ["gov.", null],
    ["gen.", null],
    ["lt.", null],
    ["col.", null],
    ["rev.", null],
    ["prof.", null],
    ["sir", "m"],
    ["lord", "m"],
    ["lady", "f"],
    ["dame", "f"],
  ]),
  outletWords: new Set(
    "courier gazette post times herald tribune journal news daily star sun mail express chronicle observer independent telegraph guardian mirror examiner inquirer dispatch globe sentinel ledger bulletin record register standard press magazine weekly radio tv fm television review monitor".split(
      " ",
    ),
  ),
  titles: new Set(
    "mayor governor prefect sheriff clerk inspector superintendent senator congressman congresswoman shareholder coach banker ceo general colonel admiral captain pilot firefighter prosecutor judge lawyer expert".split(
      " ",
    ),
  ),
  generic: new Set(
    "agency alliance association authority body coalition committee company corporation department firm group institution movement organisation organization outfit party service union watchdog".split(
      " ",
    ),
  ),
  families: familiesOf({
    public:
      "administration, agency, assembly, authority, bank, board, body, bureau, cabinet, chamber, chancellery, command, commission, committee, congress, consulate, council, court, delegation, department, embassy, executive branch, government, hospital, institution, legislature, ministry, mission, municipality, observatory, office, panel, parliament, presidency, prosecution, school, secretariat, senate, service, staff, task force, transition, tribunal, university, watchdog",
    forces:
      "agency, air force, army, authority, battalion, body, brigade, command, department, fleet, force, group, guard, headquarters, institution, intelligence, militia, movement, navy, organisation, organization, outfit, police, service, staff, unit",
    company:
      "agency, airline, bank, body, business, chain, company, consortium, corporation, exchange, firm, giant, group, house, insurer, lab, laboratory, maker, manufacturer, operator, organisation, organization, outfit, retailer, start-up, startup, subsidiary, utility",
    association:
      "alliance, association, body, campaign, charity, church, club, coalition, committee, confederation, federation, foundation, group, institute, league, lobby, movement, ngo, non-profit, nonprofit, organisation, organization, outfit, party, think tank, union, watchdog",
    political:
      "alliance, body, campaign, caucus, coalition, faction, group, movement, organisation, organization, outfit, party, union",
  }),
  professions: new Map(),
  accused: new Set(["accused", "defendant"]),
  scenes: new Set(
    "court stand sidelines opening interview statement conference briefing hearing visit rally television radio morning evening night".split(
      " ",
    ),
  ),
  turns: new Set(["part", "side", "turn"]),
  governing: new Set("government minister ministry prefect sub-prefect prefecture".split(" ")),
  and: "and",
  askers: "journalists",
} satisfies Actors;
