import type { Server } from "node:http";
import { SelonError } from "../model/error.ts";

/** Nobody could use what listens there, or everybody could. */
export function notLoopback(host: string): SelonError {
  return new SelonError({
    code: "not-loopback",
    what: `Selon does not listen on ${host}.`,
    why: "The ledger has no user yet, so that whoever reaches the address could read and add everything.",
    todo: "Add one first: selon users add NAME --role admin.",
    details: { host },
  });
}

/** Listens, or throws `cannot-listen`. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        new SelonError({
          code: "cannot-listen",
          what: `Port ${port} of ${host} can't be used.`,
          why: taken ? "Another program listens there." : `The system refused (${error.code}).`,
          todo: "Choose another port with --port.",
          cause: error,
          details: { host, port, cause: taken ? "" : String(error.code) },
        }),
      );
    });
    server.listen({ host: host.replace(/^\[|\]$/g, ""), port }, resolve);
  });
}
