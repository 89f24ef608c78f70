import type { Context } from "../context.ts";
import { plain } from "./style.ts";
import { clip } from "./text.ts";

/** Tells on standard error how far long work has come. Silent for the first second, and where nobody watches. */
export type Progress = {
  at(done: number, label: string): void;
  clear(): void;
};

const silent: Progress = { at: () => {}, clear: () => {} };
const width = 20;
/** So many documents are aligned before anybody looks for what takes so long. */
const atOnce = 20;
const decimals = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/**
 * `total` is null where nobody knows how much there is (a folder, a stream). With `begin` the first step is told at once,
 * since the next may be long in coming.
 */
export function progressOn(
  { err: stream, messages }: Pick<Context, "err" | "messages">,
  word: string,
  total: number | null,
  { begin = false }: { readonly begin?: boolean } = {},
): Progress {
  if (stream.isTTY !== true) return silent;
  const begun = Date.now();
  let shown = 0;
  return {
    at(done, label) {
      const now = Date.now();
      if (now - shown < 80 || (now - begun < 1000 && !(begin && shown === 0))) return;
      shown = now;
      const name = label === "" ? "" : ` · ${plain(label)}`;
      const rate = (done / ((now - begun) / 1000)).toLocaleString(messages.code, decimals);
      const bar = total === null ? `${done}` : `${barOf(done / total)} ${done}/${total}`;
      stream.write(
        `\r\u001b[2K${clip(`${word} ${bar}${done === 0 ? "" : ` · ${rate}/s`}${name}`, (stream.columns || 80) - 1)}`,
      );
    },
    clear() {
      if (shown > 0) stream.write("\r\u001b[2K");
      shown = 0;
    },
  };
}

/** The same for aligning: `told` hears how many documents still wait. Where many do, the first step is told at once. */
export function aligningOn(context: Pick<Context, "err" | "messages">): {
  readonly told: (waiting: number) => void;
  clear(): void;
} {
  let at: { readonly progress: Progress; readonly of: number } | null = null;
  return {
    told: (waiting) => {
      const word = context.messages.decisions.progress.aligning;
      at ??= { progress: progressOn(context, word, waiting, { begin: waiting > atOnce }), of: waiting };
      at.progress.at(at.of - waiting, "");
    },
    clear: () => at?.progress.clear(),
  };
}

function barOf(part: number): string {
  const full = Math.round(Math.min(1, part) * width);
  return `${"█".repeat(full)}${"░".repeat(width - full)}`;
}
