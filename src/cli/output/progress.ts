import { plain } from "./style.ts";
import { clip } from "./text.ts";

/** Tells on standard error how far long work has come. Silent for the first second, and where nobody watches. */
export type Progress = {
  at(done: number, label: string): void;
  clear(): void;
};

const silent: Progress = { at: () => {}, clear: () => {} };
const width = 20;

/** `total` is null where nobody knows how much there is (a folder, a stream). */
export function progressOn(stream: NodeJS.WriteStream, word: string, total: number | null): Progress {
  if (stream.isTTY !== true) return silent;
  const begun = Date.now();
  let shown = 0;
  return {
    at(done, label) {
      const now = Date.now();
      if (now - begun < 1000 || now - shown < 80) return;
      shown = now;
      const rate = (done / ((now - begun) / 1000)).toFixed(1);
      const bar = total === null ? `${done}` : `${barOf(done / total)} ${done}/${total}`;
      stream.write(`\r\u001b[2K${clip(`${word} ${bar} · ${rate}/s · ${plain(label)}`, (stream.columns ?? 80) - 1)}`);
    },
    clear() {
      if (shown > 0) stream.write("\r\u001b[2K");
      shown = 0;
    },
  };
}

function barOf(part: number): string {
  const full = Math.round(Math.min(1, part) * width);
  return `${"█".repeat(full)}${"░".repeat(width - full)}`;
}
