import { languageCodes, languageOf } from "../languages/index.ts";
import type { Reading, Span } from "../model/index.ts";
import { bodyOffset } from "../text/head.ts";
import { isStatesman } from "./affair.ts";
import { company, goesOn, isFollowUp, isOneMatter } from "./company.ts";
import { isSymmetric } from "./happening.ts";
import { isLead, type Local, localHappenings, opening } from "./locals.ts";
import type { Node } from "./node.ts";
import { conceptOf } from "./propositions/concepts.ts";
import { datedBy, gapOf, isRecent, type Window, windowOf } from "./time.ts";
import { normOf, specific, specificity } from "./weights.ts";

/**
 * What one document tells of one happening. Each document has a main episode, what it was written for, and further ones
 * where it tells of other days (`en janvier, l'attaque de …`) or of another meeting.
 */
export type Episode = {
  readonly id: string;
  readonly main: boolean;
  readonly reading: Reading;
  readonly locals: readonly Local[];
  /** The people who met, for a conversation. */
  readonly met: ReadonlySet<string>;
  /** When it happened, in the words of the text. */
  readonly when: readonly Window[];
  readonly times: readonly string[];
  /** When it was published, for what its words leave undated. */
  readonly published: Window | null;
  readonly bag: ReadonlyMap<string, number>;
  readonly norm: number;
};

/** Episodes of one document, the main one first. */
export function episodesOf(nodes: readonly Node[], reading: Reading): Episode[] {
  const dated = reading.document.published ?? dateline(reading);
  const locals = localHappenings(nodes, dated);
  const lead = locals.filter(isLead);
  const windows = (times: readonly string[]): Window[] => windowsOf(times.map((value) => datedBy(value, dated)));
  const published = dated === null ? null : windowOf(dated);
  const told = nodes.filter(({ proposition }) => proposition.paragraph <= opening && !isAside(proposition.setting));
  const body = bodyOffset(reading.document.text);
  const leadTimes = lead.flatMap(({ times }) => times);
  const first = told.filter(({ proposition }) => proposition.evidence.start >= body).slice(0, 6);
  const close = leadTimes.length > 0 ? leadTimes : first.flatMap(({ proposition }) => proposition.times);
  const own = close.length > 0 ? close : openingTimes(reading, body);
  const mainWhen = windows(own).filter((window) => published === null || isRecent(window, published));
  const further: Local[][] = [];
  const inMain: Local[] = [...lead];
  for (const local of locals) {
    if (lead.includes(local)) continue;
    if (!isFurther(local, windows(local.times), lead, mainWhen, published)) {
      inMain.push(local);
      continue;
    }
    const same = further.find(([first]) => first !== undefined && belong(first, local, windows));
    if (same === undefined) further.push([local]);
    else same.push(local);
  }
  const apart = new Set(further.flat().flatMap(({ nodes: one }) => one));
  const main: Episode = {
    id: `${reading.document.id} main`,
    main: true,
    reading,
    locals: inMain,
    met: meeting(lead),
    when: mainWhen,
    times: own,
    published,
    ...weighted(
      nodes.filter((node) => !apart.has(node)),
      ({ proposition: { paragraph } }) => (paragraph <= opening ? 1 : Math.max(0.15, opening / paragraph)),
    ),
  };
  return [
    main,
    ...further.map((group): Episode => {
      const inside = group.flatMap(({ nodes: one }) => one);
      const places = new Set(inside.map(({ proposition }) => proposition.paragraph));
      const around = nodes.filter(({ proposition }) => places.has(proposition.paragraph));
      const times = group.flatMap((local) => local.times);
      const members = new Set(inside);
      return {
        id: `${reading.document.id} ${inside[0]?.proposition.id ?? ""}`,
        main: false,
        reading,
        locals: group,
        met: meeting(group),
        when: windows(times),
        times,
        published: null,
        ...weighted(around, (node) => (members.has(node) ? 1 : 0.5)),
      };
    }),
  ];
}

/** `Le Soir de Brand, 12 mai 2031`: the date at the head of a text that says no other way when it was published. */
function dateline({ times, document }: Reading): string | null {
  const end = document.text.trimStart().search(/\n\s*\n/u);
  const head = end < 0 ? 0 : Math.min(end, 120);
  const first = times.find(({ start, value }) => start < head && value !== null && /^\d{4}-\d{2}-\d{2}/.test(value));
  return first?.value ?? null;
}

/**
 * Times of the first sentences, where no proposition has one: `Des drones ont frappé Sorn dans la nuit du 6 mars : …`.
 * Not: the day on which somebody spoke (`The palace on Monday denied that …`).
 */
function openingTimes({ times, statements }: Reading, body: number): string[] {
  const near = times.filter(({ start, value, anchor }) => {
    return start >= body && start <= body + 300 && value !== null && anchor !== "narrative";
  });
  const isSaying = ({ start, end }: Span): boolean =>
    statements.some(({ source, cue, content }) => {
      const [from, to] = [source, cue].reduce(
        ([low, high], span) => (span === null ? [low, high] : [Math.min(low, span.start), Math.max(high, span.end)]),
        [Number.POSITIVE_INFINITY, 0],
      );
      return start >= from - 3 && end <= to + 25 && !content.some((span) => span.start < end && start < span.end);
    });
  return near.flatMap(({ start, end, value }) => (value === null || isSaying({ start, end }) ? [] : [value]));
}

const isAside = (setting: string | null | undefined): boolean => setting !== null && setting !== undefined;

/** Whether a happening is another than what the document is about: of other days, or a meeting of its own. */
function isFurther(
  local: Local,
  own: readonly Window[],
  lead: readonly Local[],
  main: readonly Window[],
  published: Window | null,
): boolean {
  const gap = gapOf(own, main);
  if (gap !== null && gap > 24) return true;
  if (main.length === 0 && published !== null && own.length > 0 && own.every((one) => !isRecent(one, published)))
    return true;
  return isSymmetric(local.event) && people(local).length >= 2 && !lead.some(({ event }) => isSymmetric(event));
}

const people = ({ participants }: Local): string[] =>
  [...participants].filter((actor) => /^(?:person|name|state):/.test(actor));

function belong(a: Local, b: Local, windows: (times: readonly string[]) => Window[]): boolean {
  if (isSymmetric(a.event) !== isSymmetric(b.event)) return false;
  const gap = gapOf(windows(a.times), windows(b.times));
  if (gap !== null) return gap <= 12;
  return !isSymmetric(a.event) || people(b).filter((actor) => a.participants.has(actor)).length >= 2;
}

/** Windows of a month at most; a night stands for the two days it is named by. */
function windowsOf(times: readonly string[]): Window[] {
  const all = times.map(windowOf).filter((window) => window !== null && window[1] - window[0] <= 24 * 32) as Window[];
  const nights = all.filter(isNight);
  return all.filter((one) => isNight(one) || !nights.some((night) => one[0] < night[1] && night[0] < one[1]));
}

function meeting(locals: readonly Local[]): ReadonlySet<string> {
  const met = locals.filter(({ event }) => isSymmetric(event)).map(people);
  return new Set(met.filter((who) => who.length >= 2).flat());
}

function weighted(nodes: readonly Node[], share: (node: Node) => number): Pick<Episode, "bag" | "norm"> {
  const bag = new Map<string, number>();
  for (const node of nodes) {
    const factor = share(node);
    for (const item of node.bag.keys()) {
      if (months().has(item)) continue;
      // Who leads or speaks for a state is in the news of every day, as the state is.
      const weight = specificity(isStatesman(item, node.cast) ? "state:" : item) * factor;
      if (weight > (bag.get(item) ?? 0)) bag.set(item, weight);
    }
  }
  return { bag, norm: normOf(bag) };
}

let known: ReadonlySet<string> | null = null;

/** Names of months as topics: what they say is in the times of an episode, and articles of one month are no story. */
function months(): ReadonlySet<string> {
  if (known !== null) return known;
  const found = new Set<string>();
  for (const language of languageCodes.map(languageOf)) {
    // `march` is what people do, too.
    for (const name of Object.keys(language?.times.months ?? {})) {
      const concept = language === null || name.length < 5 ? "@" : conceptOf(name, language.events);
      if (!concept.startsWith("@")) found.add(concept);
    }
  }
  known = found;
  return found;
}

/** At and above this, two episodes are of one happening. */
export const kinship = 0.3;

/**
 * How surely two episodes of different documents are of one happening, 0 when they can't be. Meetings of the same people
 * are told apart by their dates, and where there are none by what else is told: who met says nothing about which time.
 */
export function kin(a: Episode, b: Episode): number {
  if (a.reading === b.reading) return 0;
  const meets = a.met.size > 0 && b.met.size > 0;
  const both = new Set([...a.met].filter((who) => b.met.has(who)));
  if (meets && both.size < 2) return 0;
  const when = nearness(a, b);
  if (when === 0) return !meets && (isFollowUp(a, b) || goesOn(a, b)) ? kinship + 0.02 : 0;
  if (meets && gapOf(a.when, b.when) === 0) return 1;
  const near = when >= 1 && when !== distant;
  if (near && Math.min(a.bag.size, b.bag.size) <= brief && (meets || sameLocal(a, b))) return 0.5;
  let shared = 0;
  let overlap = 0;
  let dot = 0;
  for (const [item, weight] of a.bag) {
    const other = b.bag.get(item);
    if (other === undefined || both.has(item)) continue;
    overlap += Math.min(weight, other);
    dot += weight * other;
    if (specificity(item) >= specific) shared += specificity(item);
  }
  // Articles of the same days on a meeting of the same people, which no date tells apart.
  if (meets && when >= distant) return 0.4;
  // The same people and firms, most of whom either names, in articles of one time: how one matter went on.
  const matter = !meets && isOneMatter(a, b);
  const affair = !meets && goesOn(a, b);
  if (!matter && !affair && shared + (when > 1.45 ? 1.5 : when > 1 ? 0.5 : 0) < enough) return 0;
  const smaller = Math.min(total(a), total(b));
  const score = (0.65 * dot) / (a.norm * b.norm) + 0.35 * (smaller < 3 ? 0 : overlap / smaller);
  const elsewhere = meets || matter || !isElsewhere(a, b) ? 1 : 0.55;
  const floor = matter && elsewhere === 1 ? kinship + 0.05 : affair ? kinship + 0.02 : 0;
  return Math.max(
    floor,
    Math.min(
      1,
      score * when * elsewhere * (meets ? 1.7 : company(a, b) * (a.met.size > 0 || b.met.size > 0 ? 0.75 : 1)),
    ),
  );
}

/** Names in what a text opens with, by their first letters: places are spelt otherwise in other languages. */
const openingNames = ({ bag }: Episode): Set<string> =>
  new Set(
    [...bag].flatMap(([item, weight]) => {
      const name = /^(?:name|place|city|region):(.{3,})/.exec(item)?.[1];
      return name === undefined || weight < 1.2 ? [] : [name.slice(0, Math.max(5, name.length - 3))];
    }),
  );

/** Whether each opens with names of places or bodies, and none with one of the other's: one march here, one there. */
function isElsewhere(a: Episode, b: Episode): boolean {
  const [x, y] = [[...openingNames(a)], [...openingNames(b)]];
  if (x.length === 0 || y.length === 0) return false;
  return !x.some((one) => y.some((other) => one.startsWith(other) || other.startsWith(one)));
}

/** Weight of what two texts share besides common words: two rare words, or one name and the day. */
const enough = 1.8;

/** Items of an episode of which hardly more is told than that it happened. */
const brief = 7;

const sameLocal = (a: Episode, b: Episode): boolean =>
  a.locals.some((one) =>
    b.locals.some(
      (other) =>
        one.event === other.event && [...one.participants].some((participant) => other.participants.has(participant)),
    ),
  );

const total = ({ bag }: Episode): number => [...bag.values()].reduce((sum, weight) => sum + weight, 0);

/** Factor for articles of two or three days apart. */
const distant = 1.25;

/** Factor for what the dates say: above 1 where they agree, 0 where they exclude one another. */
function nearness(a: Episode, b: Episode): number {
  const gap = gapOf(a.when, b.when);
  if (gap !== null) return gap === 0 ? 1.5 : gap <= 24 && !(a.when.some(isNight) && b.when.some(isNight)) ? 0.8 : 0;
  const [x, y] = [anchors(a), anchors(b)];
  const apart = gapOf(x, y);
  if (apart === null) return 1;
  const days = apart / 24;
  return days <= 1.5 ? 1.4 : days <= 3 ? distant : days <= 5 ? 1 : days <= 14 ? 0.6 : days <= 60 ? 0.35 : 0;
}

const anchors = ({ when, published }: Episode): readonly Window[] =>
  when.length > 0 ? when : published === null ? [] : [published];

/** `dans la nuit de lundi à mardi`: nights tell of one another exactly. */
const isNight = ([from, to]: Window): boolean => to - from < 20 && from % 24 >= 18;
