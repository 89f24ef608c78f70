import { address } from "./address.ts";

/** How many claims of a story come with its first view; the others follow once these are painted. */
export const firstClaims = 8;

/** The addresses that a page asks first, by its own: they are asked before the app has been read. */
export function firstOf(path: string, language: string): string[] {
  const [, list, id, more] = path.split("/");
  if (list === "") return [address("/stories", { limit: 50 })];
  if (id === undefined || id === "" || more !== undefined) return [];
  const whole = decodeURIComponent(id);
  const one = `/${list}/${encodeURIComponent(whole)}`;
  if (list === "stories") {
    return [address(one, { language }), address("/claims", { story: whole, limit: firstClaims })];
  }
  return list === "claims" || list === "documents" || list === "actors" ? [address(one)] : [];
}
