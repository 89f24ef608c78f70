import type { Capture, Reading } from "../../model/index.ts";
import type { relatePart } from "../../pipeline.ts";
import type { parseBytes } from "../parse.ts";

/** Whoever reads captures and relates readings: this thread, or others beside it. */
export type Reader = {
  /** How many captures it reads at once. */
  readonly width: number;
  readonly read: (capture: Capture) => Promise<Reading>;
  readonly relate: (...given: Parameters<typeof relatePart>) => Promise<ReturnType<typeof relatePart>>;
  readonly parse: typeof parseBytes;
  readonly close: () => Promise<void>;
};

/** Reads in this thread, which does nothing else meanwhile. */
export const inThisThread: Reader = {
  width: 1,
  read: async (capture) => {
    const { encoded, readCapture } = await import("../../pipeline.ts");
    return encoded(readCapture(capture));
  },
  relate: async (...given) => (await import("../../pipeline.ts")).relatePart(...given),
  parse: async (...given) => (await import("../parse.ts")).parseBytes(...given),
  close: async () => {},
};
