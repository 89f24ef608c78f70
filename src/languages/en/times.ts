import type { Times } from "../times.ts";

export const times = {} satisfies Times;
