import type { Quantities } from "../quantities.ts";

export const quantities = {} satisfies Quantities;
