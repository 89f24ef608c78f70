import type { Attribution } from "../attribution.ts";

export const attribution = {} satisfies Attribution;
