/**
 * The month in which a document was added, `2031-05`: where a server keeps tables by month, it is part of every key of what
 * belongs to the document. An instant that is none, of a time before there were ledgers or still to come (an export can say
 * what it likes) counts as `now`, so that there are no more months than have gone by.
 */
export function monthOf(added: string, now: string = new Date().toISOString()): string {
  const month = /^(20\d\d-(?:0[1-9]|1[0-2]))-/.exec(added)?.[1];
  const last = now.slice(0, 7);
  return month === undefined || month < firstMonth || month > last ? last : month;
}

/** The months after one, so many. */
export function monthsAfter(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return Array.from({ length: count }, (_, n) => {
    const all = year * 12 + number + n;
    return `${String(Math.floor(all / 12)).padStart(4, "0")}-${String((all % 12) + 1).padStart(2, "0")}`;
  });
}

/** Before it there was no ledger. */
export const firstMonth = "2026-01";
