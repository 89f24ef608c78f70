import type { Analysis } from "../../model/index.ts";
import type { RawAttribution } from "../attribution.ts";
import type { Discourse } from "./discourse.ts";
import type { Referent } from "./referent.ts";
import type { Resolution } from "./resolution.ts";

/** Who spoke in one attribution, and in which sentence. */
export type Spoke = { readonly raw: RawAttribution; readonly found: Resolution; readonly sentence: number };

/**
 * Whether a name says who was spoken of by office right before: `Le directeur de l'usine a assuré que l'alarme avait
 * sonné. « Elle a sonné », a déclaré Ivo Lund.` Not where the name was there before, has an office of its own, or stands in
 * another paragraph.
 */
export function saysWho(analysis: Analysis, last: Spoke | null, now: Spoke, first: boolean): last is Spoke {
  if (last === null || !first || now.raw.mode !== "direct" || now.sentence - last.sentence !== 1) return false;
  const [before, who] = [last.found.who, now.found.who];
  const { source } = now.raw;
  // `a déclaré Ida Kroll, ouvrière`: the words behind the comma say who that is.
  if (source.kind !== "phrase" || /,/.test(analysis.text.slice(source.span.start, source.span.end + 1))) return false;
  if (now.found.means !== "name" || who.kind !== "person" || who.roles.length > 0) return false;
  if (last.found.means !== "phrase" || before.kind !== "person" || /^\p{Lu}/u.test(before.name)) return false;
  if (before.anonymous || before.number === "plural" || before.roles.length === 0) return false;
  if (before.gender !== null && who.gender !== null && before.gender !== who.gender) return false;
  return analysis.sentences[now.sentence]?.paragraph === analysis.sentences[last.sentence]?.paragraph;
}

/** Gives somebody named the office and the places in the text of whoever was spoken of by it. */
export function become(old: Referent, who: Referent, discourse: Discourse): void {
  for (const role of old.roles) if (who.roles.length < 12) who.roles.push(role);
  who.gender ??= old.gender;
  who.principal ??= old.principal;
  discourse.replace(old, who);
}
