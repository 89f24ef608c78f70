import type { OriginGroup } from "../../model/index.ts";
import type { DossierClaim, DossierPosition } from "../dossier.ts";
import { carriersOf } from "../view.ts";
import { isAuthor } from "../words/format.ts";
import { articleName, type Context, speakerName } from "./context.ts";
import { html, type Markup } from "./tag.ts";

/** Paths drawn of one claim; what is beyond stands in the columns above. */
const most = 24;
const row = 26;
const columns = [0, 250, 500] as const;
const width = 730;

/** `citation`: the article says whose word it is; `reuse`: the words or facts are another's; `translation`: from another language. */
type Way = "citation" | "reuse" | "translation";
type Path = {
  readonly side: "affirm" | "deny";
  readonly article: number;
  readonly carriers: readonly string[];
  readonly root: string;
  readonly party: boolean;
  readonly way: Way;
};

/**
 * On what the sides of a claim finally rest, drawn from left to right: article, carrier, root. A single line cites, a
 * double one reuses text, a dashed one translates. Nothing is drawn where every article is its own origin.
 */
export function provenanceMarkup(context: Context, claim: DossierClaim): Markup | null {
  const { words } = context;
  const paths = (["affirm", "deny"] as const).flatMap((side) => pathsOf(context, claim, side));
  const articles = new Set(paths.map(({ article }) => article));
  if (
    articles.size < 2 ||
    paths.every(({ carriers, root, article }) => carriers.length === 0 && root === articleName(context, article))
  )
    return alarmMarkup(context, claim);
  const drawn = paths.slice(0, most);
  const ways = new Set(drawn.map(({ way }) => way));
  const legend = (["citation", "reuse", "translation"] as const).filter((way) => ways.has(way));
  return html`${alarmMarkup(context, claim)}<figure class="provenance"><div class="scroll" tabindex="0">${drawing(context, claim, drawn)}</div>
<figcaption>${words.provenance}${words.colon}${legend.map((way, index) => html`${index > 0 ? " · " : ""}<svg class="way" aria-hidden="true" focusable="false" width="28" height="8">${line(way, [0, 4], [28, 4])}</svg> ${words.ways[way]}`)}${
    paths.length > most ? html` · ${words.more(paths.length - most)}` : null
  }</figcaption></figure>
`;
}

/** Circular reporting comes first, in red and in words. */
function alarmMarkup(context: Context, { circles = [] }: DossierClaim): Markup | null {
  if (circles.length === 0) return null;
  const { words } = context;
  return html`<p class="alarm"><span aria-hidden="true">⟲</span> <b>${words.circle}</b>${words.colon}${circles.map(({ outlets }) => [...outlets, outlets[0]].join(" → ")).join(" · ")}</p>
`;
}

function pathsOf(context: Context, claim: DossierClaim, side: "affirm" | "deny"): Path[] {
  const found = new Map<string, Path>();
  const byStatement = new Map(
    claim.origins[side].groups.flatMap((group) => group.members.map((member) => [member, group] as const)),
  );
  for (const position of claim.positions) {
    const group = byStatement.get(position.statement);
    if (group === undefined) continue;
    const path = pathOf(context, position, group, side);
    const key = `${side} ${path.article} ${path.carriers.join(">")} ${path.root}`;
    if (!found.has(key)) found.set(key, path);
  }
  return [...found.values()];
}

function pathOf(context: Context, position: DossierPosition, group: OriginGroup, side: Path["side"]): Path {
  const { article, chain, speaker } = position;
  const own = isAuthor(speaker);
  const root = group.root === "unnamed" || group.root === "" ? context.words.unnamed : group.root;
  const names = own ? [] : carriersOf(chain, speaker).map((link) => speakerName(context, link, article));
  const voice = own ? null : speakerName(context, speaker, article);
  // Who only relays the root stands between the article and it.
  const carriers = [...names, ...(voice === null || voice === root || root.startsWith(`${voice} (`) ? [] : [voice])];
  const party = group.party === true;
  return {
    side,
    article,
    carriers: [...new Set(carriers)].filter((name) => name !== root),
    root,
    party,
    way: wayOf(context, position, group),
  };
}

function wayOf(context: Context, { article, speaker }: DossierPosition, group: OriginGroup): Way {
  if (!isAuthor(speaker)) return "citation";
  const found = context.dossier.articles[article - 1];
  if (found?.credits.some(({ kind }) => kind === "translation") === true) return "translation";
  if (group.root === articleName(context, article)) return "citation";
  if (/in two languages/.test(group.because)) return "translation";
  return found !== undefined &&
    (found.credits.length > 0 || /One text|in other words|Versions of one page/.test(group.because))
    ? "reuse"
    : "citation";
}

type Node = {
  readonly text: string;
  readonly x: number;
  y: number;
  readonly kind: "article" | "carrier" | "root";
  readonly side: Path["side"];
  readonly party: boolean;
};

function drawing(context: Context, claim: DossierClaim, paths: readonly Path[]): Markup {
  // Paths to one root stand together, and each path has a row of its own, so that no line runs through a name.
  const ordered = [...paths].sort(
    (a, b) =>
      order(a.side, b.side) ||
      order(a.root, b.root) ||
      order(a.carriers.join(), b.carriers.join()) ||
      a.article - b.article,
  );
  const nodes = new Map<string, Node>();
  const rows = new Map<string, number[]>();
  const put = (key: string, at: number, node: Omit<Node, "y">): void => {
    if (!nodes.has(key)) nodes.set(key, { ...node, y: 0 });
    rows.set(key, [...(rows.get(key) ?? []), at]);
  };
  const drawn = ordered.map((path, at) => {
    const { side, article, carriers, root, party } = path;
    const keys = {
      article: `a ${side} ${article} ${root}`,
      carrier: `c ${side} ${root} ${carriers.join(" › ")}`,
      root: `r ${side} ${root}`,
    };
    put(keys.article, at, {
      text: `${article}  ${articleName(context, article)}`,
      x: columns[0],
      kind: "article",
      side,
      party: false,
    });
    if (carriers.length > 0)
      put(keys.carrier, at, { text: carriers.join(" › "), x: columns[1], kind: "carrier", side, party: false });
    put(keys.root, at, { text: root, x: columns[2], kind: "root", side, party });
    return { path, keys, at };
  });
  for (const [key, node] of nodes) node.y = mean(rows.get(key) ?? [0]) * row + row / 2;
  const height = ordered.length * row + 4;
  const edges = new Map<string, Markup>();
  for (const { path, keys, at } of drawn) {
    const [from, through, to] = [nodes.get(keys.article), nodes.get(keys.carrier), nodes.get(keys.root)];
    if (from === undefined || to === undefined) continue;
    const direct = path.carriers.length === 0 || through === undefined;
    const y = direct ? at * row + row / 2 : through.y;
    const ends = [
      [from.x + 210, from.y],
      [columns[1] - 6, y],
      [columns[1] + 210, y],
      [to.x - 6, to.y],
    ] as const;
    edges.set(`${ends[0]} ${ends[1]} ${path.way}`, line(path.way, ends[0], ends[1]));
    if (direct) edges.set(`${ends[1]} ${ends[2]} ${path.way}`, line(path.way, ends[1], ends[2]));
    const rest = direct ? path.way : "citation";
    edges.set(`${ends[2]} ${ends[3]} ${rest}`, line(rest, ends[2], ends[3]));
  }
  const label = context.words.provenanceOf(claim.number);
  return html`<svg class="prov" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${[...edges.values()]}${[...nodes.values()].map((node) => nodeMarkup(context, node))}</svg>`;
}

function nodeMarkup(context: Context, { text, x, y, kind, side, party }: Node): Markup {
  const glyph =
    kind === "root"
      ? html`<use href="#g-${side}" class="p-${side}" x="${x}" y="${y - 6}" width="12" height="12"/>`
      : null;
  const shift = kind === "root" ? 18 : 0;
  const told = party ? `${short(text, 20)} (${context.words.party})` : short(text, 29);
  return html`${glyph}<text x="${x + shift}" y="${y + 4}" class="${kind}">${told}</text>`;
}

const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A curve from one node to the next; double for reuse, dashed for translation. */
function line(way: Way, [x, y]: readonly [number, number], [to, end]: readonly [number, number]): Markup {
  const middle = (x + to) / 2;
  const curve = (by: number): string =>
    `M${x} ${round(y + by)}C${middle} ${round(y + by)} ${middle} ${round(end + by)} ${to} ${round(end + by)}`;
  if (way === "reuse") return html`<path class="edge" d="${curve(-1.75)}"/><path class="edge" d="${curve(1.75)}"/>`;
  return html`<path class="edge${way === "translation" ? " dashed" : ""}" d="${curve(0)}"/>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
