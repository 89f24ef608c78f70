import { randomBytes } from "node:crypto";
import type { Origin } from "../../capture/index.ts";
import { SelonError } from "../../model/error.ts";
import type { AddEvent } from "../../operations/index.ts";
import { answerTo, HttpError, notFound } from "../error.ts";
import { type Hub, hubOf } from "../events/hub.ts";
import { errorIn, sentenceIn, type WordsLanguage } from "../language.ts";

/** Something to add: bytes as they were sent, or an address. */
export type Item =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly origin: Origin }
  | {
      readonly kind: "url";
      readonly url: string;
      readonly published?: string | undefined;
      readonly language?: string | undefined;
    };

/** What went wrong with an item: what capture says, or what happened to the ledger. */
type Failed = Record<"code" | "uri" | "what" | "why" | "todo", string>;
type Outcome = Exclude<AddEvent, { kind: "failed" }> | { readonly kind: "failed"; readonly failure: Failed };

/** What is told of each item, with its place in what was sent. */
export type Step = { readonly item: number | null; readonly outcome: Outcome };

/** A set of items being added, or added. */
export type Job = {
  readonly id: string;
  readonly by: string;
  /** Of whoever began it: what went wrong is told in it. */
  readonly language: WordsLanguage;
  readonly began: string;
  readonly total: number;
  readonly steps: Step[];
  readonly hub: Hub;
  state: "waiting" | "running" | "done";
};

export type Jobs = {
  /** Begins to add. Throws `busy` where too much waits already. */
  begin(items: readonly Item[], by: string, language?: WordsLanguage): Job;
  /** Throws `not-found`. */
  find(id: string): Job;
};

const mostWaiting = 20;
const mostKept = 100;

/** Adds sets of items one after the other, and remembers how it went. */
export function jobsOf(
  add: (item: Item) => AsyncIterable<AddEvent>,
  align: () => Promise<Outcome>,
  log: (error: unknown) => void,
): Jobs {
  const jobs = new Map<string, Job>();
  let last: Promise<void> = Promise.resolve();
  const run = async (job: Job, items: readonly Item[]): Promise<void> => {
    job.state = "running";
    const tell = ({ item, outcome }: Step): void => {
      const step = { item, outcome: outcome.kind === "failed" ? failedIn(job.language, outcome.failure) : outcome };
      job.steps.push(step);
      job.hub.publish(step.outcome.kind, step);
    };
    for (const [item, one] of items.entries()) {
      try {
        for await (const outcome of add(one)) tell({ item, outcome });
      } catch (error) {
        if (!(error instanceof SelonError)) log(error);
        tell({ item, outcome: { kind: "failed", failure: failureOf(one, error, job.language) } });
      }
    }
    try {
      tell({ item: null, outcome: await align() });
    } catch (error) {
      log(error);
    } finally {
      job.state = "done";
      job.hub.publish("done", { total: job.total });
    }
  };
  return {
    begin(items, by, language = "en") {
      const waiting = [...jobs.values()].filter(({ state }) => state !== "done").length;
      if (waiting >= mostWaiting) throw busy();
      const id = randomBytes(12).toString("base64url");
      const began = new Date().toISOString();
      const job: Job = { id, by, language, began, total: items.length, steps: [], hub: hubOf(), state: "waiting" };
      jobs.set(id, job);
      for (const [old, { state }] of jobs) {
        if (jobs.size <= mostKept) break;
        if (state === "done") jobs.delete(old);
      }
      last = last.then(() => run(job, items)).catch(() => {});
      return job;
    },
    find(id) {
      const job = jobs.get(id);
      if (job === undefined) throw notFound("There is no such addition.", "Additions are remembered for a while only.");
      return job;
    },
  };
}

function failureOf(item: Item, error: unknown, language: WordsLanguage): Failed {
  const uri = item.kind === "url" ? item.url : item.origin.uri;
  const { code, why, todo } = errorIn(language, answerTo(error));
  return { code, uri, what: `${uri} was not added.`, why, todo };
}

function failedIn(language: WordsLanguage, { what, why, todo, ...rest }: Failed): Outcome {
  const [said, reason, advice] = [what, why, todo].map((part) => sentenceIn(language, part));
  return { kind: "failed", failure: { ...rest, what: said ?? what, why: reason ?? why, todo: advice ?? todo } };
}

function busy(): HttpError {
  const why = `${mostWaiting} additions are waiting already.`;
  return new HttpError(503, ["busy", "Nothing was added.", why, "Send it again in a minute."], { "retry-after": "60" });
}
