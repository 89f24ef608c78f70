import { randomBytes } from "node:crypto";

/** Something that happened, as it is sent: an id to go on from, a name, and what there is to tell. */
export type Sent = { readonly id: string; readonly event: string; readonly data: unknown };
type Take = (sent: Sent) => void;

/** Who listens is told of each event; who was away is told what was missed. */
export type Hub = {
  readonly listeners: number;
  publish(event: string, data: unknown): void;
  /**
   * Gives what came after `last` (`begin`: all that is kept), then each event as it comes. An id that is not known here
   * is answered by `reset`.
   */
  listen(last: string | null, take: Take): () => void;
};

/** How many events are kept for those who come back. */
const kept = 1_000;

export function hubOf(): Hub {
  const era = randomBytes(6).toString("base64url");
  const past: Sent[] = [];
  const listeners = new Set<Take>();
  let number = 0;
  return {
    get listeners() {
      return listeners.size;
    },
    publish(event, data) {
      number += 1;
      const sent = { id: `${era}.${number}`, event, data };
      past.push(sent);
      if (past.length > kept) past.shift();
      for (const take of listeners) take(sent);
    },
    listen(last, take) {
      if (last !== null && last !== "") {
        const [from, at] = last.split(".");
        const seen = from === era ? Number(at) : last === "begin" ? number - past.length : Number.NaN;
        // Ids count up by one, so that what is kept begins at a known number.
        const missed = number - seen;
        if (missed >= 0 && missed <= past.length) for (const sent of past.slice(past.length - missed)) take(sent);
        else take({ id: `${era}.${number}`, event: "reset", data: {} });
      }
      listeners.add(take);
      return () => {
        listeners.delete(take);
      };
    },
  };
}
