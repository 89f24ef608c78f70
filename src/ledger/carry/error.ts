import { SelonError } from "../../model/error.ts";

/** A file that is no export, or not a whole one. `line` is 0 where no line is to blame. */
export function badExport(line: number, cause: string): SelonError {
  return new SelonError({
    code: "bad-export",
    what: `That is not an exported ledger${line === 0 ? "" : ` (line ${line})`}.`,
    why: `${cause}. Nothing was kept.`,
    todo: "Export again with: selon export > ledger.jsonl",
    details: { line, cause },
  });
}

/** There is something where a ledger was to be put. */
export function notEmpty(folder: string): SelonError {
  return new SelonError({
    code: "ledger-not-empty",
    what: `There is something in ${folder} already.`,
    why: "A ledger is not written over another.",
    todo: "Name another folder.",
    details: { folder },
  });
}
