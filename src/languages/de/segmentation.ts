import type { Segmentation } from "../segmentation.ts";

const words = (list: string): readonly string[] => list.split(" ");
const none: ReadonlySet<string> = new Set();

export const segmentation = {
  abbreviations: new Map([
    ...words(
      "hr. hrn. fr. dr. prof. st. abs. art. nr. str. bzw. ca. vgl. z. d. u. s. b. v. evtl. ggf. inkl. jan. feb. apr. aug. sept. okt. nov. dez. geb. gest. sog. tel. tsd.",
    ).map((form) => [form, "before"] as const),
    ...words("usw. etc. z.b. d.h. u.a. o.ä. i.d.r. mio. mrd.").map((form) => [form, "anywhere"] as const),
  ]),
  elided: none,
  whole: none,
  enclitics: [],
  encliticsFuse: false,
  splitHyphens: false,
  prefixes: none,
  contractions: new Map(
    Object.entries({
      am: "an dem",
      ans: "an das",
      beim: "bei dem",
      im: "in dem",
      ins: "in das",
      vom: "von dem",
      zum: "zu dem",
      zur: "zu der",
    }).map(([form, parts]) => [form, parts.split(" ")]),
  ),
  ambiguous: none,
  starters: new Set(
    words(
      "der die das ein eine er sie es wir ich in im am an auf bei nach mit von zu für und aber doch auch nun so dies diese dieser als wenn weil",
    ),
  ),
  spacedThousands: true,
} satisfies Segmentation;
