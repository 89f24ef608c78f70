import type { SelonError } from "../../model/error.ts";
import { type LedgerErrorCode, ledgerError } from "../error.ts";

/** What the server says (https://www.postgresql.org/docs/15/errcodes-appendix.html), by class or whole code. */
const states: Readonly<Record<string, LedgerErrorCode>> = {
  "08": "ledger-unreachable",
  "57P": "ledger-unreachable",
  "28": "ledger-refused",
  "3D000": "ledger-no-database",
  "3F000": "ledger-no-database",
  "42501": "ledger-no-rights",
  "25006": "ledger-no-rights",
  "55P03": "ledger-locked",
  "40001": "ledger-locked",
  "40P01": "ledger-locked",
  "53100": "ledger-disk-full",
  "53300": "ledger-crowded",
  "58": "ledger-disk-failed",
  XX: "ledger-damaged",
};

/** What the network says. */
const network = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);
/** What the driver says in words only. */
const lost = /terminated|connection error|not queryable|timeout exceeded when trying to connect|connection timeout/i;
const refused = /password|SASL|does not support SSL|certificate/i;

/** The coded error for what PostgreSQL or the way to it says, or null where it is a mistake of ours (a wrong query). */
export function codedFailure(error: unknown, address: string): SelonError | null {
  if (!(error instanceof Error)) return null;
  const inner = error instanceof AggregateError ? error.errors.find((one) => one instanceof Error) : undefined;
  const told = inner ?? error;
  const state = "code" in told && typeof told.code === "string" ? told.code : "";
  const details = { folder: address, cause: told.message };
  if (network.has(state)) return ledgerError("ledger-unreachable", details, error);
  for (const length of [5, 3, 2]) {
    const code = state.length === 5 ? states[state.slice(0, length)] : undefined;
    if (code !== undefined) return ledgerError(code, details, error);
  }
  if (state !== "") return null;
  if (lost.test(told.message)) return ledgerError("ledger-unreachable", details, error);
  if (refused.test(told.message)) return ledgerError("ledger-refused", details, error);
  return null;
}
