import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRounds } from "../src/cli/durability.ts";

// `node bench/kill.ts [ROUNDS]`: ends a process with SIGKILL while it adds and decides, 200 times, and looks each time for
// what was acknowledged. Prints what survived; ends with 1 when anything is lost, doubled or altered.

const rounds = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), "selon-kill-"));
const begun = performance.now();
try {
  const survived = await killRounds(join(folder, "ledger"), rounds, (round, faults) => {
    if (round % 10 === 0) process.stderr.write(`${round} of ${rounds}, ${faults} faults\n`);
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${JSON.stringify({ ...survived, seconds }, null, 2)}\n`);
  if (survived.faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
