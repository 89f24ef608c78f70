import { type Encoded, PAD } from "./lookups.ts";
import { arcFeatures, LABEL_FEATURES, STATE_FEATURES, stateFeatures } from "./parser-features.ts";
import { type Context, LEFT, RIGHT, SHIFT, State } from "./state.ts";
import type { Scorer } from "./table.ts";
import { best } from "./tagger.ts";

export type Parser = {
  readonly actions: Scorer;
  readonly labels: Scorer;
  readonly labelCount: number;
  /** Label of the one word attached to the root. */
  readonly rootLabel: number;
  /** 1 for labels whose dependents introduce a phrase (case, mark). */
  readonly markers: Uint8Array;
};

const features = new Int32Array(Math.max(STATE_FEATURES, LABEL_FEATURES));
const actionScores = new Float32Array(3);

/** The best legal action by score. */
export function bestAction(state: State, scores: Float32Array): number {
  let action = -1;
  if (state.canShift()) action = SHIFT;
  if (state.canLeft() && (action === -1 || scores[LEFT]! > scores[action]!)) action = LEFT;
  if (state.canRight() && (action === -1 || scores[RIGHT]! > scores[action]!)) action = RIGHT;
  return action;
}

/** Parses a tagged sentence greedily: linear in its length. */
export function parse(s: Encoded, context: Context, parser: Parser, labelScores: Float32Array): State {
  const state = new State(s.length);
  while (!state.done) {
    const onlyShift = state.depth === 1;
    if (onlyShift) {
      state.shift();
      continue;
    }
    let action = RIGHT;
    if (state.canShift()) {
      actionScores.fill(0);
      parser.actions.score(features, stateFeatures(state, s, context, features), actionScores);
      action = bestAction(state, actionScores);
    }
    if (action === SHIFT) {
      state.shift();
      continue;
    }
    let label = parser.rootLabel;
    if (!(action === RIGHT && state.depth === 2)) {
      labelScores.fill(0);
      parser.labels.score(features, arcFeatures(state, s, context, action, features), labelScores);
      labelScores[parser.rootLabel] = Number.NEGATIVE_INFINITY;
      label = best(labelScores, parser.labelCount);
    }
    state.reduce(action, label, s, parser.markers);
  }
  return state;
}

/** Ids of the tags that `contextOf` counts. */
export type Counted = { readonly punct: number; readonly verb: number; readonly cconj: number };

export function contextOf(s: Encoded, counted: Counted): Context {
  const make = () => new Int32Array(s.length + 2);
  const context = { marks: make(), verbs: make(), joins: make() };
  for (let i = 1; i <= s.length; i++) {
    const upos = s.upos[i - 1 + PAD]!;
    context.marks[i] = context.marks[i - 1]! + (upos === counted.punct ? 1 : 0);
    context.verbs[i] = context.verbs[i - 1]! + (upos === counted.verb ? 1 : 0);
    context.joins[i] = context.joins[i - 1]! + (upos === counted.cconj ? 1 : 0);
  }
  return context;
}
