/** Event classes of things that happen once, at a time, among participants: what stories are made of. */
const happenings = new Set(
  (
    "talk negotiate agree attack kill die injure poison intercept destroy explode burn crash flood pollute invade capture " +
    "arrest release kidnap sue convict acquit elect vote appoint resign dismiss protest strike-work trade visit marry steal hack " +
    "merge fine sanction close open cancel postpone rescue retreat deploy"
  ).split(" "),
);

/** Whether a class names something that happens once and that articles tell of as one event. */
export const isHappening = (name: string | null): boolean => name !== null && happenings.has(name);

/** Classes in which it does not matter who is the agent and who the patient. */
const symmetric = new Set("talk negotiate agree cooperate fight marry divorce merge split".split(" "));

export const isSymmetric = (name: string | null): boolean => name !== null && symmetric.has(name);

/** Encounters of people: told apart by who took part, never by words alone. */
export const isEncounter = (name: string | null): boolean => name === "talk" || name === "negotiate";

/** Classes in which somebody or something comes to harm: one blow is told by what was done, or by what came of it. */
const harms = new Set("attack kill die injure poison intercept destroy explode burn crash flood pollute".split(" "));

/** What a class of happenings is a kind of: the class itself, or harm. */
export const kindOf = (name: string): string => (harms.has(name) ? "harm" : name);

/** Classes so wide that two events of one class need not be alike at all. */
const wide = new Set(
  "supply talk control rise fall leave enter return demand plan publish aid evaluate promise support inform participate use".split(
    " ",
  ),
);

export const isWide = (name: string): boolean => wide.has(name);
