import type { Segmentation } from "../segmentation.ts";

export const segmentation = {} satisfies Segmentation;
