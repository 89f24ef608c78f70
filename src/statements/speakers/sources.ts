import type { Analysis, Name, Span } from "../../model/index.ts";
import type { RawAttribution, Source } from "../attribution.ts";

/** The first names that begin at or after an offset. */
function namesFrom(analysis: Analysis, offset: number): readonly Name[] {
  let low = 0;
  let high = analysis.names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((analysis.names[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return analysis.names.slice(low, low + 4);
}

const named = (name: Name): Source => ({
  kind: "phrase",
  span: name,
  head: { sentence: name.sentence, word: name.word },
});
const speaks = ({ kind }: Name): boolean => kind !== "nationality" && kind !== "event";

/** `a-t-il déclaré`: the pronoun within the cue. */
function cliticOf(analysis: Analysis, cue: Span): Source | null {
  const verb = analysis.text.slice(cue.start, cue.end).split(/\s/)[0] ?? "";
  const clitic = /-(?:t-)?(ils?|elles?|on|je|nous)$/i.exec(verb);
  if (!clitic?.[1]) return null;
  const end = cue.start + clitic.index + clitic[0].length;
  return { kind: "phrase", span: { start: end - clitic[1].length, end }, head: null };
}

/** `« … », a déclaré aux journalistes le porte-parole du Kremlin, X`: a person named behind the cue, else any name. */
function behindCue(analysis: Analysis, cue: Span): Source | null {
  const stop = analysis.text.slice(cue.end, cue.end + 90).search(/[.!?\n]/);
  const reach = cue.end + (stop < 0 ? 90 : stop);
  const names = namesFrom(analysis, cue.end).filter((name) => name.start < reach && speaks(name));
  const found = names.find(({ kind }) => kind === "person") ?? names[0];
  return found ? named(found) : null;
}

/** Where no source was found for a verb: a name right before it (`Vassin added that`). */
function beforeCue(analysis: Analysis, cue: Span): Source | null {
  let low = 0;
  let high = analysis.names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((analysis.names[middle]?.end ?? 0) < cue.start) low = middle + 1;
    else high = middle;
  }
  const near = [analysis.names[low - 1], analysis.names[low]].find(
    (name) => name && name.end <= cue.start && cue.start - name.end <= 1,
  );
  return near && speaks(near) ? named(near) : null;
}

/** Attributions with sources that can be: a noun inside a quotation does not say that quotation. */
export function withLikelySources(analysis: Analysis, raws: readonly RawAttribution[]): RawAttribution[] {
  const quoted = raws
    .filter(({ mode, parent }) => mode === "direct" && parent === null)
    .flatMap(({ content }) => content)
    .sort((a, b) => a.start - b.start);
  const inQuotation = (span: Span): boolean => {
    let low = 0;
    let high = quoted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quoted[middle]?.end ?? 0) < span.end) low = middle + 1;
      else high = middle;
    }
    const one = quoted[low];
    return one !== undefined && one.start <= span.start && span.end <= one.end;
  };
  return raws.map((raw) => {
    const { source, cue } = raw;
    if (source.kind === "unnamed" && cue.kind === "verb" && cue.span)
      return { ...raw, source: beforeCue(analysis, cue.span) ?? source };
    if (source.kind !== "phrase" || raw.mode !== "direct" || raw.parent !== null || !inQuotation(source.span))
      return raw;
    const better = cue.span ? (cliticOf(analysis, cue.span) ?? behindCue(analysis, cue.span)) : null;
    return { ...raw, source: better ?? (cue.span ? source : { kind: "same", as: -1 }) };
  });
}
