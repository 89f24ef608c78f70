import type { Events } from "../events.ts";

export const events = {} satisfies Events;
