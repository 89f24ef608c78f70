import { parentPort } from "node:worker_threads";
import { encoded, readCapture, relatePart } from "../../pipeline.ts";
import { parseBytes } from "../parse.ts";
import type { Answer, Task } from "./threads.ts";

// A thread that reads and relates what it is sent, one thing after the other. Nothing of the ledger is known here.

parentPort?.on("message", async (task: Task) => {
  parentPort?.postMessage(await answerTo(task));
});

async function answerTo(task: Task): Promise<Answer> {
  try {
    if (task.kind === "read") return { ok: true, value: encoded(readCapture(task.capture)) };
    if (task.kind === "parse") return { ok: true, value: await parseBytes(...task.given) };
    return { ok: true, value: relatePart(...task.given) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
