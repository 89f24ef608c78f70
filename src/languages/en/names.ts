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
  elided: [],
  gazetteers: [outlets, organisations, capitals, places, states, stateAliases],
  demonyms,
  institutions,
  roles: actorNouns,
  roleClasses: list(
    "adviser executive expert head justice leader military minister official politician press religious spokesperson",
  ),
  givenNames,
  address: list("Mr Mrs Ms Miss Dr Sir Lord Lady Dame Rev Sen Rep Gov Gen Lt Col Capt Sgt Maj Prof Hon St Adm Cmdr"),
  organisationWords: list(
    "University Institute Agency Party Ministry Commission Council Committee Federation Association Bank Court Foundation Organization Organisation Observatory Group Company Center Centre Movement Front Union Alliance League Academy School Service Services Bureau Forces Army Force Brigade Hospital Museum Inc Corp Co LLC Ltd GmbH Airlines College Department Office Authority Board Congress Senate House Society Network Club Fund Department Tribunal Parliament Administration Campaign Coalition Corporation Trust Times Post Journal Tribune Press Radio Television News Guard Guards Police",
  ),
  organisationNouns: [],
  placeWords: list(
    "River Street Avenue Lake Island Islands County City Valley Bay Beach Mountain Mountains Mount Square Airport Bridge Road Park Peninsula Fort Port Sea Ocean Strait Boulevard Hills Heights Creek Falls Springs Ridge Grove Junction Crossing Village Town Station Harbor Harbour",
  ),
  placeHeads: list(
    "city town village region oblast province district county capital port island suburb state airport settlement hamlet area municipality neighborhood neighbourhood valley gulf",
  ),
  placePrepositions: list("in near from at to outside around across into throughout"),
  particles: list("de van von der den bin ben al el da dos di della la le du ibn ter zu"),
  links: list("of the for and on in"),
  determiners: list("the a an his her their its our this that"),
  roleBreaks: list(
    "is are was were has have had that which who whom whose but or if by with against after before will would said says not he she they it we i as from told to",
  ),
  saying: list(
    "said says say told tells added adds stated states claimed claims argued argues insisted insists warned warns denied denies announced announces explained explains noted notes wrote writes tweeted asked asks replied responded declared declares acknowledged admitted admits confirmed confirms suggested suggests believes thinks accused accuses called vowed promised pledged urged rejected dismissed predicted testified recalled continued concluded",
  ),
  sourcePrepositions: list("per according"),
  outletHeads: list(
    "newspaper daily weekly monthly magazine website broadcaster outlet tabloid newsletter podcast newswire",
  ),
  notMedia: list("internet web telegram youtube facebook twitter x"),
  notNames: list(
    "the a an this that these those my your his her its our their i you he she it we they me him us them who whom whose which what when where why how if because although though while since unless until and or but nor so yet for of in on at by to from with without about into over under after before between against during through as than then there here not no yes all any some each every both either neither many much most more few several other another such same one two three four five six seven eight nine ten eleven twelve twenty thirty hundred is are was were be been being am do does did has have had will would can could shall should may might must let just even still also only now today yesterday tomorrow meanwhile however moreover furthermore instead perhaps maybe indeed later earlier once again never always often sometimes very too january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun photo image video source read see asked update updated according despite like unlike among amid because well first second third last next new old according speaking following given those thank thanks hello please article chapter page section figure table everyone someone nobody nothing something people let's it's i'm don't that's he's she's we're they're i've we've you're what's there's i'll we'll can't won't didn't doesn't isn't wasn't",
  ),
} satisfies Names;
