import { daysOf, timesConflict } from "../time.ts";
import { fold, type Placed } from "./placed.ts";

/** Outcomes whose count goes on growing after the day: tolls of neighbouring days, in other articles, may be of one event. */
const tolls = new Set(["dead", "hurt", "missing", "arrest", "flee", "destroy", "damage"]);

/** Why two figures are not of one scope, or null when they are. */
export function difference(a: Placed, b: Placed): string | null {
  if (a.of !== b.of || a.measure !== b.measure) return "they count different things";
  if (a.outcome !== b.outcome) return "they count different things";
  if (a.others !== b.others) return "one counts others than the other";
  if (apart(a.modifiers, b.modifiers)) return "they count different things";
  if (a.place !== b.place) {
    const [x, y] = [a.place, b.place];
    if (x === null || y === null) {
      if (!(x === null ? names(a, b) : names(b, a))) return "only one of them names a place";
    } else if (!isCountry(x) || !isCountry(y) || (x !== "country" && y !== "country" && x !== y))
      return isCountry(x) !== isCountry(y) ? "one is for the whole country" : `${placeOf(a)} is not ${placeOf(b)}`;
  }
  const time = timesApart(a, b);
  if (time !== null) return time;
  if (!sameHappening(a, b)) return "they are of different happenings";
  if ((a.outcome === null || a.measure) && !onOneTopic(a, b)) return "they count different things";
  return null;
}

/** Whether the clause of the one without a place holds the letters of the other's: `l'explosion de Brannes`. */
const names = (without: Placed, other: Placed): boolean =>
  [...without.names].some((name) => name === fold(placeOf(other)) || other.names.has(name));
const isCountry = (place: string): boolean => place === "country" || place.startsWith("state:");
const placeOf = ({ scope, place }: Placed): string => scope.place ?? place?.replace(/^\w+:/u, "") ?? "";

const apart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));

function timesApart(a: Placed, b: Placed): string | null {
  if (a.time === null || b.time === null || a.time === b.time) return null;
  const [x, y] = [daysOf(a.time), daysOf(b.time)];
  const words = `${a.time} is not ${b.time}`;
  if (x === null || y === null) return timesConflict([a.time], [b.time]) ? words : null;
  const slack = a.document !== b.document && tolls.has(a.outcome ?? "") ? 2 : 0;
  return x[0] > y[1] + slack || y[0] > x[1] + slack ? words : null;
}

/** Of one story; or of one place in days that meet, when articles tell it as two stories. */
function sameHappening(a: Placed, b: Placed): boolean {
  if (a.story === b.story || a.document === b.document) return true;
  const shared =
    a.place !== null && a.place === b.place
      ? true
      : [...a.names].some((name) => b.names.has(name)) || names(a, b) || names(b, a);
  if (!shared || a.measure) return false;
  const [x, y] = [dayOf(a), dayOf(b)];
  if (x === null || y === null) return false;
  const slack = a.time !== null && b.time !== null && !tolls.has(a.outcome ?? "") ? 0 : 4;
  return x[0] <= y[1] + slack && y[0] <= x[1] + slack;
}

/** The days of a figure: those it names, else the days before it was given. */
export function dayOf({ time, given }: Placed): readonly [number, number] | null {
  const named = time === null ? null : daysOf(time);
  if (named !== null) return named;
  return given === null ? null : daysOf(given);
}

/** Measures, and counts of which no more is known, are of one thing only when their clauses are about it. */
function onOneTopic(a: Placed, b: Placed): boolean {
  if (a.document === b.document && (a.borrowed || b.borrowed)) return true;
  const shared = [...a.topic].filter((one) => b.topic.has(one)).length;
  const fewer = Math.min(a.topic.size, b.topic.size);
  if (fewer === 0) return a.document === b.document && Math.abs(a.start - b.start) < 250 && a.giver !== b.giver;
  return shared / fewer >= 0.5;
}
