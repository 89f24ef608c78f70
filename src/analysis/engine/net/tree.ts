/**
 * The best tree with one root (Chu and Liu 1965, Edmonds 1967), quadratic in the number of words.
 * `scores[i * stride + j]` is the score of head j for word i; words count from 1 to n, 0 is the root. Writes the head of
 * every word into `heads`.
 */
export function bestTree(scores: Float32Array, n: number, stride: number, heads: Int32Array): void {
  heads[0] = -1;
  let roots = 0;
  for (let i = 1; i <= n; i++) {
    let [at, most] = [0, scores[i * stride]!];
    for (let j = 1; j <= n; j++) {
      const score = scores[i * stride + j]!;
      if (score > most && j !== i) {
        most = score;
        at = j;
      }
    }
    heads[i] = at;
    if (at === 0) roots++;
  }
  if (roots !== 1 || hasCycle(heads, n)) new Contraction(scores, n, stride, heads).solve();
}

function hasCycle(heads: Int32Array, n: number): boolean {
  const seen = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    let at = i;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = i;
      at = heads[at]!;
    }
    if (at !== 0 && seen[at] === i) return true;
  }
  return false;
}

/** A word, or a cycle drawn together; members keep the arc by which the cycle runs into them. */
type Node = { parent: Node | null; readonly members: readonly Member[] };
type Member = { readonly node: Node; readonly head: number; readonly dependent: number };

/** So much less is a further root worth than any other tree: words hang from one root only. */
const ROOT = 1e7;

const [NEW, ON_PATH, DONE, GONE] = [0, 1, 2, 3];

class Contraction {
  private readonly size: number;
  private readonly heads: Int32Array;
  /** Score of the best arc from place u into place v, and which words it joins. */
  private readonly weights: Float64Array;
  private readonly arcHead: Int32Array;
  private readonly arcDependent: Int32Array;
  private readonly nodes: Node[] = [];
  private readonly leaves: Node[] = [];
  private readonly state: Uint8Array;
  private readonly best: Int32Array;

  constructor(scores: Float32Array, n: number, stride: number, heads: Int32Array) {
    const size = n + 1;
    this.size = size;
    this.heads = heads;
    this.weights = new Float64Array(size * size);
    this.arcHead = new Int32Array(size * size);
    this.arcDependent = new Int32Array(size * size);
    this.state = new Uint8Array(size);
    this.best = new Int32Array(size);
    for (let v = 0; v < size; v++) {
      const leaf: Node = { parent: null, members: [] };
      this.nodes.push(leaf);
      this.leaves.push(leaf);
      for (let u = 0; u < size; u++) {
        this.weights[u * size + v] = v === 0 ? 0 : scores[v * stride + u]! - (u === 0 ? ROOT : 0);
        this.arcHead[u * size + v] = u;
        this.arcDependent[u * size + v] = v;
      }
    }
    this.state[0] = DONE;
  }

  solve(): void {
    const { size, state, best } = this;
    for (let start = 1; start < size; start++) {
      if (state[start] !== NEW) continue;
      const path = [start];
      state[start] = ON_PATH;
      while (path.length > 0) {
        const v = path[path.length - 1]!;
        const u = this.bestInto(v);
        best[v] = u;
        if (state[u] === DONE) {
          for (const place of path) state[place] = DONE;
          path.length = 0;
        } else if (state[u] === NEW) {
          state[u] = ON_PATH;
          path.push(u);
        } else {
          const from = path.indexOf(u);
          this.contract(path.slice(from));
          path.length = from + 1;
        }
      }
    }
    for (let v = 1; v < size; v++)
      if (state[v] !== GONE) {
        const arc = best[v]! * size + v;
        this.enter(this.nodes[v]!, this.arcHead[arc]!, this.arcDependent[arc]!);
      }
  }

  private bestInto(v: number): number {
    const { size, state, weights } = this;
    let [at, most] = [0, Number.NEGATIVE_INFINITY];
    for (let u = 0; u < size; u++) {
      if (u === v || state[u] === GONE) continue;
      const weight = weights[u * size + v]!;
      if (weight > most) {
        most = weight;
        at = u;
      }
    }
    return at;
  }

  /** Draws a cycle together into its first place. */
  private contract(cycle: readonly number[]): void {
    const { size, state, weights, best, nodes, arcHead, arcDependent } = this;
    const place = cycle[0]!;
    const members = cycle.map((c) => {
      const arc = best[c]! * size + c;
      return { node: nodes[c]!, head: arcHead[arc]!, dependent: arcDependent[arc]! };
    });
    const inner = cycle.map((c) => weights[best[c]! * size + c]!);
    const inCycle = new Set(cycle);
    for (let x = 0; x < size; x++) {
      if (state[x] === GONE || inCycle.has(x)) continue;
      let [into, gain, out, most] = [place, Number.NEGATIVE_INFINITY, place, Number.NEGATIVE_INFINITY];
      for (let k = 0; k < cycle.length; k++) {
        const c = cycle[k]!;
        const enter = weights[x * size + c]! - inner[k]!;
        if (enter > gain) [into, gain] = [c, enter];
        const leave = weights[c * size + x]!;
        if (leave > most) [out, most] = [c, leave];
      }
      this.move(x * size + into, x * size + place, gain);
      this.move(out * size + x, place * size + x, most);
    }
    const node: Node = { parent: null, members };
    for (const member of members) member.node.parent = node;
    for (const c of cycle) if (c !== place) state[c] = GONE;
    nodes[place] = node;
  }

  private move(from: number, to: number, weight: number): void {
    this.weights[to] = weight;
    this.arcHead[to] = this.arcHead[from]!;
    this.arcDependent[to] = this.arcDependent[from]!;
  }

  /** An arc runs into a node: of a cycle's members, the one it meets loses its own arc. */
  private enter(node: Node, head: number, dependent: number): void {
    const open: Member[] = [{ node, head, dependent }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node: entered, head: h, dependent: d } = next;
      if (entered.members.length === 0) {
        this.heads[d] = h;
        continue;
      }
      let met = this.leaves[d]!;
      while (met.parent !== null && met.parent !== entered) met = met.parent;
      for (const member of entered.members)
        open.push(member.node === met ? { node: met, head: h, dependent: d } : member);
    }
  }
}
