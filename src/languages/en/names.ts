import type { Names } from "../names.ts";

export const names = {} satisfies Names;
