import { parentPort } from "node:worker_threads";
import { readCapture, relatePart } from "../../pipeline.ts";
import type { Answer, Task } from "./threads.ts";

// A thread that reads and relates what it is sent, one thing after the other. Nothing of the ledger is known here.

parentPort?.on("message", (task: Task) => {
  parentPort?.postMessage(answerTo(task));
});

function answerTo(task: Task): Answer {
  try {
    if (task.kind === "read") return { ok: true, value: readCapture(task.capture) };
    return { ok: true, value: relatePart(...task.given) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
