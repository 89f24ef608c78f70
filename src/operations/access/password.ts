import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { SelonError } from "../../model/error.ts";

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const hashing = promisify(argon2);

/** Shortest password, in characters (NIST SP 800-63B asks for at least eight; there is no second factor here). */
export const shortest = 12;
const longest = 1_024;

/** The hash of a password as a PHC string. Throws `weak-password`. */
export async function hashPassword(password: string, name = ""): Promise<string> {
  const given = normal(password);
  const count = [...given].length;
  if (
    count < shortest ||
    given.length > longest ||
    given.toLowerCase() === name.toLowerCase() ||
    new Set(given).size < 5
  ) {
    throw new SelonError({
      code: "weak-password",
      what: "This password is not taken.",
      why: `It needs ${shortest} characters at least, five of them different, and can't be the name.`,
      todo: "Choose a longer one: several words do well.",
      details: { shortest },
    });
  }
  const nonce = randomBytes(16);
  const hash = await derive(given, nonce, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(hash)}`;
}

/** Whether a password is the one of a hash. With null, for a user who is not there, it takes as long and says no. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [memory, passes, parallelism, nonce, hash] = partsOf(kept ?? nobody);
  const given = await derive(normal(password).slice(0, longest), nonce, { memory, passes, parallelism });
  return timingSafeEqual(given, hash) && kept !== null;
}

const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`;

/** How many passwords are worked out at once: each takes memory. */
const abreast = 2;
const mostWaiting = 32;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(message: string, nonce: Uint8Array, parameters: typeof cost): Promise<Buffer> {
  if (waiting.length >= mostWaiting) {
    const why = "Too many sign in at once.";
    throw new SelonError({ code: "busy", what: "Nobody was signed in.", why, todo: "Try again in a minute." });
  }
  if (running >= abreast) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await hashing("argon2id", { message, nonce, tagLength: 32, ...parameters });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** One password, however its letters are composed. */
function normal(password: string): string {
  return password.normalize("NFKC");
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}

function partsOf(kept: string): [number, number, number, Buffer, Buffer] {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept);
  if (match === null) throw new Error("a password's hash is not a PHC string of argon2id");
  const [, memory = "", passes = "", parallelism = "", nonce = "", hash = ""] = match;
  return [
    Number(memory),
    Number(passes),
    Number(parallelism),
    Buffer.from(nonce, "base64"),
    Buffer.from(hash, "base64"),
  ];
}
