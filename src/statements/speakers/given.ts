import type { Gender } from "../../languages/actors.ts";
import { table } from "../../languages/lexicon.ts";
import { givenNameGenders, givenNames } from "../../languages/lexicons.generated.ts";

const genders = table(givenNameGenders);
const known = table(givenNames);

/** What a person's first name tells of their gender; null for names of both and for unknown ones. */
export function genderOfGivenName(name: string): Gender {
  const first = name.trim().split(/\s+/)[0] ?? "";
  for (const form of [first, first.split("-")[0] ?? ""]) {
    const listed = genders.get(form)?.[0];
    if (listed === "f") return "f";
    if (listed === "e") return null;
    if (known.has(form)) return "m";
  }
  // Most first names on -a are women's, in most languages of the press.
  return /^\p{Lu}\p{L}{2,}a$/u.test(first) ? "f" : null;
}
