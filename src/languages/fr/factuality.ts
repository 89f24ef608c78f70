import type { Factuality } from "../factuality.ts";

export const factuality = {} satisfies Factuality;
