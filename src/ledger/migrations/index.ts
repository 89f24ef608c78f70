import { first } from "./001-first.ts";
import type { Migration } from "./migration.ts";

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [first];
export type { EngineTypes, Migration } from "./migration.ts";
