import { feature, hashString } from "./hash.ts";
import { featureForm, type Lookups, wordHash } from "./lookups.ts";
import type { Scorer } from "./table.ts";

const features = new Int32Array(32);

/** Features of an ambiguous contraction among the tokens around it. */
export function contractionFeatures(forms: readonly string[], at: number, known: Lookups, out: Int32Array): number {
  const word = (i: number) => (forms[i] === undefined ? 0 : wordHash(forms[i] as string));
  const ending = (i: number) => (forms[i] === undefined ? 0 : hashString(featureForm(forms[i] as string).slice(-3)));
  const [w0, p1, p2, n1, n2] = [word(at), word(at - 1), word(at - 2), word(at + 1), word(at + 2)];
  const [xp, xn, xn2] = [known.lexicon(p1), known.lexicon(n1), known.lexicon(n2)];
  const [cp, cn] = [known.cluster(p1), known.cluster(n1)];
  let n = 0;
  out[n++] = feature(800, w0);
  out[n++] = feature(801, w0, p1);
  out[n++] = feature(802, w0, n1);
  out[n++] = feature(803, w0, p1, n1);
  out[n++] = feature(804, w0, p2, p1);
  out[n++] = feature(805, w0, n1, n2);
  out[n++] = feature(806, w0, xp);
  out[n++] = feature(807, w0, xp, xn);
  out[n++] = feature(808, w0, cp);
  out[n++] = feature(809, w0, cp, cn);
  out[n++] = feature(810, w0, ending(at - 1));
  out[n++] = feature(811, w0, ending(at + 1), xp);
  out[n++] = feature(812, w0, xn, xn2);
  out[n++] = feature(813, w0, known.lexicon(p2), xp);
  out[n++] = feature(814, w0, p1, xn);
  out[n++] = feature(815, w0, xp, n1);
  out[n++] = feature(816, w0, cp, xn);
  out[n++] = feature(817, w0, at === 0 ? 1 : 0);
  return n;
}

/** Whether a contraction stands for two words here. */
export function isContraction(forms: readonly string[], at: number, known: Lookups, model: Scorer): boolean {
  const scores = new Float32Array(2);
  model.score(features, contractionFeatures(forms, at, known, features), scores);
  return scores[1]! >= scores[0]!;
}
