import type { Actors } from "../actors.ts";

export const actors = {} satisfies Actors;
