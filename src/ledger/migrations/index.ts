import { first } from "./001-first.ts";
import { search } from "./002-search.ts";
import { alignment } from "./003-alignment.ts";
import { access } from "./004-access.ts";
import { decisions } from "./005-decisions.ts";
import { lists } from "./006-lists.ts";
import { queue } from "./007-queue.ts";
import { watch } from "./008-watch.ts";
import { months } from "./009-months.ts";
import { told } from "./010-told.ts";
import { former } from "./011-former.ts";
import type { Migration } from "./migration.ts";

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [
  first,
  search,
  alignment,
  access,
  decisions,
  lists,
  queue,
  watch,
  months,
  told,
  former,
];
export type { EngineTypes, Migration } from "./migration.ts";
