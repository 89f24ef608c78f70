import type { Actors } from "../../languages/actors.ts";
import type { Analysis, Name, Span } from "../../model/index.ts";
import type { RawAttribution, Source } from "../attribution.ts";
import { isNobody, withoutScene } from "./scene.ts";

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

/** Characters before a cue in which its subject is looked for where the tree gives nobody. */
const behind = 120;

/** Who stands nearest before a cue in its sentence: `Le patron de Sarnel, Jean Ost, a de son côté juré`. */
function subjectBefore(analysis: Analysis, cue: Span): Source | null {
  const text = analysis.text.slice(Math.max(0, cue.start - behind), cue.start);
  const from = cue.start - text.length + text.search(/[^.!?\n:»”]*$/);
  const names = namesFrom(analysis, from).filter((name) => name.end <= cue.start && speaks(name));
  const found = names.findLast(({ kind }) => kind === "person") ?? names.at(-1);
  return found ? named(found) : null;
}

/** A source cut to who speaks; one that is a time or a mere turn gives way to who is named by the cue. */
function withSomebody(analysis: Analysis, actors: Actors, raw: RawAttribution): RawAttribution {
  const { source, cue } = raw;
  if (source.kind !== "phrase") return raw;
  if (isNobody(analysis, actors, source.span)) {
    if (cue.kind !== "verb" || !cue.span) return raw;
    const inverted = source.span.start >= cue.span.end;
    const found = inverted
      ? (behindCue(analysis, cue.span) ?? subjectBefore(analysis, cue.span))
      : (subjectBefore(analysis, cue.span) ?? behindCue(analysis, cue.span));
    return found ? { ...raw, source: found } : raw;
  }
  const span = withoutScene(analysis, actors, source.span);
  return span.end === source.span.end ? raw : { ...raw, source: { ...source, span } };
}

/** `Jon Pell was accused of arson`: whoever stands before a passive does not say it. Not: `Ross called for calm`. */
function isUndergone(analysis: Analysis, head: RawAttribution["cue"]["head"]): boolean {
  if (head === null) return false;
  const words = analysis.sentences[head.sentence]?.words ?? [];
  return words
    .slice(Math.max(0, head.word - 5), head.word)
    .some((word) => word.deprel === "aux:pass" && word.head === head.word);
}

/** Attributions with sources that can be: a noun inside a quotation does not say that quotation. */
export function withLikelySources(
  analysis: Analysis,
  actors: Actors,
  raws: readonly RawAttribution[],
): RawAttribution[] {
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
  return raws.map((one) => {
    const raw = withSomebody(analysis, actors, one);
    const { source, cue } = raw;
    if (source.kind === "unnamed" && cue.kind === "verb" && cue.span && !isUndergone(analysis, cue.head))
      return { ...raw, source: beforeCue(analysis, cue.span) ?? source };
    if (source.kind !== "phrase" || raw.mode !== "direct" || raw.parent !== null || !inQuotation(source.span))
      return raw;
    const better = cue.span ? (cliticOf(analysis, cue.span) ?? behindCue(analysis, cue.span)) : null;
    return { ...raw, source: better ?? (cue.span ? source : { kind: "same", as: -1 }) };
  });
}
