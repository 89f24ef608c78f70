import { Graph as Dagre, layout } from "@dagrejs/dagre";
import { type MouseEvent, useMemo } from "react";
import { useLocation } from "wouter";
import { isAuthor } from "../../../../src/report/words/format.ts";
import { columnOf } from "../../../../src/report/words/words.ts";
import type { OriginGroup, WholeClaim } from "../../api/types.ts";
import { type Articles, articleName, articleOf, readerLink, speakerName } from "../../parts/articles.ts";
import { useWords } from "../../words/index.tsx";
import { placed } from "./origins.tsx";

type Kind = "article" | "carrier" | "root";
/** A single line cites, a double one reuses words, a dashed one translates. */
type Way = "citation" | "reuse" | "translation";
type Point = { readonly x: number; readonly y: number };
type About = {
  readonly label: string;
  readonly kind: Kind;
  readonly side: string;
  /** Where it leads: the article, or the origin's line below. */
  readonly href: string | null;
  /** How many positions count once in it. */
  readonly once: number;
};
type Box = Point & About & { readonly id: string };
type Line = {
  readonly from: string;
  readonly to: string;
  readonly side: string;
  readonly way: Way;
  readonly points: readonly Point[];
};

const width = 224;
const height = 32;

/** Left to right: article → carrier → root. What meets in one box counts once, and the box leads to the way back. */
export function Graph({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const drawn = useMemo(
    () => drawing(claim, articles, (one, document) => speakerName(words, one, articleOf(articles, document))),
    [claim, articles, words],
  );
  const ways = (["citation", "reuse", "translation"] as const).filter((way) =>
    drawn.lines.some((one) => one.way === way),
  );
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll graph" tabIndex={0} aria-label={app.claim.graph}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links has no other element */}
        <svg width={drawn.width} height={drawn.height} role="group" aria-label={app.claim.graph}>
          {drawn.lines.map((line) => (
            <g key={`${line.from} ${line.to}`} className={`edge c-${line.side} ${line.way}`}>
              <path d={pathOf(line.points)} />
              {line.way === "reuse" ? <path className="inner" d={pathOf(line.points)} /> : null}
            </g>
          ))}
          {drawn.boxes.map((box) => (
            <BoxOf key={box.id} box={box} />
          ))}
        </svg>
      </section>
      <figcaption className="small soft ways">
        {app.claim.column.article} → {app.claim.column.carrier} → {app.claim.column.root}
        {ways.map((way) => (
          <span key={way} className="way">
            <svg width={28} height={8} aria-hidden="true" className={`edge c-none ${way}`}>
              <path d="M0 4L28 4" />
              {way === "reuse" ? <path className="inner" d="M0 4L28 4" /> : null}
            </svg>{" "}
            {words.ways[way]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function BoxOf({ box }: { readonly box: Box }) {
  const shape = (
    <>
      <rect width={width} height={height} rx={box.kind === "root" ? 16 : 2} />
      {box.once > 1 ? <path className="once" d={`M${width - 34} 7h-5v18h5`} fill="none" strokeWidth={1.5} /> : null}
      <text x={12} y={height / 2} dominantBaseline="central">
        {shortened(box.label, box.once > 1 ? 24 : 31)}
      </text>
      {box.once > 1 ? (
        <text x={width - 28} y={height / 2} dominantBaseline="central" className="num">
          {box.once}
        </text>
      ) : null}
    </>
  );
  const [, go] = useLocation();
  const follow = (event: MouseEvent): void => {
    if (box.href?.startsWith("/") !== true || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(box.href);
  };
  return (
    <g className={`box ${box.kind} c-${box.side}`} transform={`translate(${box.x - width / 2} ${box.y - height / 2})`}>
      {box.href === null ? (
        shape
      ) : (
        <a href={box.href} onClick={follow}>
          {shape}
        </a>
      )}
    </g>
  );
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A curve that leaves and enters level. */
function pathOf([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return "";
  const curves = rest.map((next, index) => {
    const at = rest[index - 1] ?? first;
    const middle = (at.x + next.x) / 2;
    return `C${middle} ${at.y} ${middle} ${next.y} ${next.x} ${next.y}`;
  });
  return `M${first.x} ${first.y}${curves.join("")}`;
}

/** Whose words the article's are, as far as the reason of the collapse tells it. */
function wayOf({ speaker }: WholeClaim["positions"][number], group: OriginGroup | undefined): Way {
  if (group === undefined || !isAuthor(speaker)) return "citation";
  if (/in two languages/.test(group.because)) return "translation";
  return /One text|in other words|Versions of one page/.test(group.because) ? "reuse" : "citation";
}

/** Who stands between the article and the speaker. */
const carriersOf = ({ chain, speaker }: WholeClaim["positions"][number]) =>
  chain.filter(({ id }) => id !== speaker.id && !id.startsWith("author"));

function drawing(
  claim: WholeClaim,
  articles: Articles,
  nameOf: (one: { id: string; name: string }, document: string) => string,
): { boxes: Box[]; lines: Line[]; width: number; height: number } {
  const graph = new Dagre({ multigraph: false });
  graph.setGraph({ rankdir: "LR", nodesep: 12, ranksep: 56, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  const about = new Map<string, About>();
  const joined = new Map<string, { side: string; way: Way }>();
  const put = (id: string, what: About): void => {
    if (about.has(id)) return;
    about.set(id, what);
    graph.setNode(id, { width, height });
  };
  // Articles stand left and roots right, however many carriers are between.
  const steps = Math.max(0, ...claim.positions.map((one) => carriersOf(one).length)) + 1;
  const join = (from: string, to: string, side: string, way: Way, left = 1): void => {
    if (from === to) return;
    graph.setEdge(from, to, { minlen: left });
    joined.set(`${from}\n${to}`, { side, way });
  };
  const rootOf = new Map<string, { id: string; group: OriginGroup }>();
  for (const { side, group, id } of placed(claim)) {
    const label = nameOf({ id: "", name: group.root }, "");
    put(id, { label, kind: "root", side, href: `#${id}`, once: group.members.length });
    for (const member of group.members) rootOf.set(`${side} ${member}`, { id, group });
  }
  for (const one of claim.positions) {
    const { document, uri, statement, speaker, position } = one;
    const side = columnOf[position];
    // Hedged positions are counted with the side that they lean to.
    const root =
      rootOf.get(`${side} ${statement}`) ??
      (side === "hedged" ? (rootOf.get(`affirm ${statement}`) ?? rootOf.get(`deny ${statement}`)) : undefined);
    const article = `article ${document}`;
    const label = `[${articles.numberOf.get(document) ?? "–"}] ${articleName(articleOf(articles, document), uri)}`;
    put(article, { label, kind: "article", side: "none", href: readerLink(document, statement), once: 1 });
    let last = article;
    const carriers = carriersOf(one);
    for (const link of carriers) {
      const id = `carrier ${side} ${link.id}`;
      put(id, { label: nameOf(link, document), kind: "carrier", side, href: null, once: 1 });
      join(last, id, side, "citation");
      last = id;
    }
    if (root !== undefined) join(last, root.id, side, wayOf(one, root.group), steps - carriers.length);
    else {
      const id = `speaker ${side} ${speaker.id}`;
      put(id, { label: nameOf(speaker, document), kind: "root", side, href: null, once: 1 });
      join(last, id, side, "citation", steps - carriers.length);
    }
  }
  layout(graph);
  const boxes = graph.nodes().flatMap((id: string): Box[] => {
    const [node, told] = [graph.node(id) as Point, about.get(id)];
    return told === undefined ? [] : [{ id, x: node.x, y: node.y, ...told }];
  });
  const lines = graph.edges().map(({ v, w }: { v: string; w: string }): Line => {
    const [from, to] = [graph.node(v) as Point, graph.node(w) as Point];
    const { points: bent } = graph.edge(v, w) as { points: Point[] };
    // From the middle of one box's side to the middle of the other's; round what lies between.
    const ends = [
      { x: from.x + width / 2, y: from.y },
      { x: to.x - width / 2, y: to.y },
    ] as const;
    const points = [ends[0], ...(ends[1].x - ends[0].x > width ? bent.slice(1, -1) : []), ends[1]];
    const { side, way } = joined.get(`${v}\n${w}`) ?? { side: "none", way: "citation" };
    return { from: v, to: w, side, way, points };
  });
  const size = graph.graph() as { width?: number; height?: number };
  return { boxes, lines, width: size.width ?? 0, height: size.height ?? 0 };
}
