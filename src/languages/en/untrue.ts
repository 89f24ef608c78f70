import type { Untrue } from "../events.ts";

/** By which words a clause says that something told is not so; on its words in lower case, one space between them. */
export const untrue: Untrue = {
  predicates: [
    /\b(?:do|does|did) ?(?:not|n't) (?:hold (?:water|up)|stand up|add up)\b/,
    /\b(?:found|finds|find) no support\b/,
    /\b(?:rest|rests|rested|is based|are based|was based|were based) on nothing\b/,
    /\b(?:is|are|was|were) (?:entirely )?(?:unsupported|not (?:supported|borne out|backed up)) by\b/,
    /\bexist(?:s|ed)? only in .*\b(?:imagination|mind|head|dreams|fantasy)$/,
    /\b(?:is|are|was|were) (?:entirely |completely |totally )?made up$/,
    /\b(?:made|conjured|plucked|pulled|picked) (?:up )?(?:out )?(?:of|from) (?:thin )?air$/,
    /^(?:nothing|no (?:evidence|fact|document|proof|testimony)) (?:supports|backs up|bears out|supported|backed up|bore out)\b/,
  ],
  cleared: [
    /\b(?:the number|the total) of .* (?:is|was|has been|stood at) (?:exactly )?(?:zero|nil)\b/,
    /\b(?:exonerat|absolv)(?:e|es|ed|ing)\b/,
    /\bclear(?:s|ed|ing)? (?:\S+ ){0,6}?of (?:any |all |every |the )?(?:wrongdoing|blame|charges?|fault|guilt|suspicion|fraud|misconduct|negligence|responsibility|involvement|allegations?|accusations?)\b/,
    /\b(?:inquiry|enquiry|investigation|investigators|probe|court|tribunal|judges?|jury|panel|review|audit) (?:\S+ ){0,2}?clear(?:s|ed)\b(?! (?:the )?(?:way|path|hurdle|road))/,
  ],
  liars: [
    /(?:^| )(?:is|are|'s|'re) (?:simply |just )?(?:lying|making (?:it|this|that|all this) up)$/,
    /\bmade (?:it|this|that|it all|the whole thing) up$/,
  ],
  replies: [
    /^(?:absolutely|certainly|definitely|of course|most certainly) not$/,
    /^(?:we|i) (?:\S+ly )?(?:reject|deny|dispute|refute) (?:this|that|it|these|those)(?: (?:claims?|allegations?|accusations?|charges?|reports?))?$/,
    /^(?:exactly |precisely |just )?the (?:opposite|contrary)$/,
    /^not at all$/,
    /^no way$/,
    /^(?:there (?:is|was|'s) )?not (?:a|one) (?:single )?(?:word|shred|grain|scrap|ounce) of (?:truth|it)(?: .*)?$/,
    /^(?:that|this|it) (?:simply |just )?(?:never (?:happened|took place|occurred|existed)|did ?(?:not|n't) (?:happen|take place|occur))$/,
    /^(?:nothing of the (?:sort|kind)|no such thing) (?:ever )?(?:happened|took place|occurred)$/,
    /^there (?:is|was|'s) (?:absolutely )?no truth (?:in|to|whatsoever)\b/,
    /^nothing could be further from the truth$/,
  ],
};
