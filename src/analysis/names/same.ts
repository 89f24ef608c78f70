import { withoutAccents } from "../../text/normal.ts";

/**
 * One spelling for the transliterations of a name into French, English and German: `Poutine` and `Putin`,
 * `Zelensky`, `Selenskyj` and `Zelenskyy`, `Peskov` and `Peskow`, `Sergueï`, `Sergei` and `Sergey` meet. It is a
 * key to compare by, never shown.
 */
export function foldName(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/['’ʼ`.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .map(foldWord)
    .join(" ");
}

function foldWord(word: string): string {
  return word
    .replace(/iou|you|yu|ju/g, "iu")
    .replace(/ou/g, "u")
    .replace(/gu(?=[eiy])/g, "g")
    .replace(/tsch|tch|sch|sh|ch/g, "c")
    .replace(/kh/g, "h")
    .replace(/zh|dj/g, "j")
    .replace(/ks/g, "x")
    .replace(/w/g, "v")
    .replace(/z/g, "s")
    .replace(/ph/g, "f")
    .replace(/[yj]/g, "i")
    .replace(/(.)\1+/gu, "$1")
    .replace(/i?[eo](?:v|f)(a?)$/, "ov$1")
    .replace(/ski$|ski[ij]$/, "ski")
    .replace(/([bcdfghklmnprstvx])ine$/, "$1in")
    .replace(/ei$|ai$/, (end) => end.slice(0, 1));
}

/**
 * Whether two names, in whatever transliteration, name one person of one document: the same surname, and given names
 * that agree or are left out (`Sergueï Lavrov`, `Sergey Lavrov`, `S. Lavrov`, `Lavrov`). `Bill Clinton` and
 * `Hillary Clinton` do not.
 */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [foldName(a), foldName(b)];
  if (x === "" || y === "") return false;
  if (x === y) return true;
  const [long, short] = x.length >= y.length ? [x.split(" "), y.split(" ")] : [y.split(" "), x.split(" ")];
  if (short.length === 1) return long.length > 1 && long.at(-1) === short[0] && (short[0]?.length ?? 0) > 2;
  if (short.length > long.length) return endsWith(short, long);
  if (long.at(-1) !== short.at(-1)) return endsWith(long, short);
  const [given, other] = [long[0] ?? "", short[0] ?? ""];
  if (given.length === 1 || other.length === 1) return given[0] === other[0];
  return given.slice(0, 3) === other.slice(0, 3) || (long.length > short.length && endsWith(long, short));
}

/** `Ursula von der Leyen` ends with `von der Leyen`. */
const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  long.length > short.length && short.every((part, i) => part === long[long.length - short.length + i]);

/** The longest name in `names` that `name` can stand for, itself where there is none. */
export function fullNameOf(name: string, names: readonly string[]): string {
  let best = name;
  for (const other of names) if (other.length > best.length && sameName(other, name)) best = other;
  return best;
}
