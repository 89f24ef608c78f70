import type { Language } from "../language.ts";
import { actors } from "./actors.ts";
import { attribution } from "./attribution.ts";
import { events } from "./events.ts";
import { factuality } from "./factuality.ts";
import { figures } from "./figures.ts";
import { names } from "./names.ts";
import { quantities } from "./quantities.ts";
import { segmentation } from "./segmentation.ts";
import { syntax } from "./syntax.ts";
import { times } from "./times.ts";

export const de = {
  code: "de",
  segmentation,
  syntax,
  names,
  times,
  quantities,
  attribution,
  factuality,
  actors,
  events,
  figures,
} satisfies Language;
