import { Graph as Dagre, layout } from "@dagrejs/dagre";
import { useMemo } from "react";
import { columnOf } from "../../../../src/report/words/words.ts";
import type { WholeClaim } from "../../api/types.ts";
import { type Articles, articleName, articleOf, speakerName } from "../../parts/articles.ts";
import { useWords } from "../../words/index.tsx";

type Kind = "article" | "carrier" | "root";
type Point = { readonly x: number; readonly y: number };
type Box = Point & { readonly id: string; readonly label: string; readonly kind: Kind; readonly side: string };
type Line = { readonly from: string; readonly to: string; readonly side: string; readonly points: readonly Point[] };

const width = 190;
const height = 34;

/** Left to right: article → carrier → root. What meets in one box counts once. */
export function Graph({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const drawn = useMemo(() => {
    const names = {
      of: (one: { id: string; name: string }, document: string) =>
        speakerName(words, one, articleOf(articles, document)),
    };
    return drawing(claim, articles, names.of);
  }, [claim, articles, words]);
  const boxes = new Map(drawn.boxes.map((box) => [box.id, box]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scroll graph" tabIndex={0} aria-label={app.claim.graph}>
      <svg
        width={drawn.width}
        height={drawn.height}
        role="img"
        aria-label={drawn.lines.map(({ from, to }) => `${boxes.get(from)?.label} → ${boxes.get(to)?.label}`).join("; ")}
      >
        {drawn.lines.map((line) => (
          <path key={`${line.from} ${line.to}`} className={`edge c-${line.side}`} d={pathOf(line.points)} />
        ))}
        {drawn.boxes.map((box) => (
          <g
            key={box.id}
            className={`box ${box.kind} c-${box.side}`}
            transform={`translate(${box.x - width / 2} ${box.y - height / 2})`}
          >
            <rect width={width} height={height} rx={box.kind === "root" ? 16 : 2} />
            <text x={10} y={height / 2} dominantBaseline="central">
              {box.label.length > 26 ? `${box.label.slice(0, 25)}…` : box.label}
              <title>{box.label}</title>
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}

function pathOf([first, ...rest]: readonly Point[]): string {
  return first === undefined ? "" : `M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`).join("")}`;
}

function drawing(
  claim: WholeClaim,
  articles: Articles,
  nameOf: (one: { id: string; name: string }, document: string) => string,
): { boxes: Box[]; lines: Line[]; width: number; height: number } {
  const graph = new Dagre({ multigraph: false });
  graph.setGraph({ rankdir: "LR", nodesep: 12, ranksep: 56, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  const about = new Map<string, { label: string; kind: Kind; side: string }>();
  const sides = new Map<string, string>();
  const put = (id: string, label: string, kind: Kind, side: string): void => {
    if (!about.has(id)) {
      about.set(id, { label, kind, side });
      graph.setNode(id, { width, height });
    }
  };
  const join = (from: string, to: string, side: string): void => {
    if (from === to) return;
    graph.setEdge(from, to);
    sides.set(`${from}\n${to}`, side);
  };
  const rootOf = new Map<string, string>();
  for (const side of ["affirm", "deny"] as const) {
    for (const group of claim.origins[side].groups) {
      const id = `root ${side} ${group.root} ${group.members[0]}`;
      put(id, group.root, "root", side);
      for (const member of group.members) rootOf.set(`${side} ${member}`, id);
    }
  }
  for (const { document, uri, statement, chain, speaker, position } of claim.positions) {
    const side = columnOf[position];
    const article = `article ${document}`;
    put(article, articleName(articleOf(articles, document), uri), "article", "none");
    let last = article;
    for (const link of chain.filter(({ id }) => id !== speaker.id && !id.startsWith("author"))) {
      const id = `carrier ${side} ${link.id}`;
      put(id, nameOf(link, document), "carrier", side);
      join(last, id, side);
      last = id;
    }
    const root = rootOf.get(`${side} ${statement}`);
    if (root !== undefined) join(last, root, side);
    else {
      const id = `speaker ${side} ${speaker.id}`;
      put(id, nameOf(speaker, document), "root", side);
      join(last, id, side);
    }
  }
  layout(graph);
  const boxes = graph.nodes().flatMap((id: string): Box[] => {
    const [node, told] = [graph.node(id) as Point, about.get(id)];
    return told === undefined ? [] : [{ id, x: node.x, y: node.y, ...told }];
  });
  const lines = graph.edges().map(({ v, w }: { v: string; w: string }): Line => {
    const edge = graph.edge(v, w) as { points: Point[] };
    return { from: v, to: w, side: sides.get(`${v}\n${w}`) ?? "none", points: edge.points };
  });
  const size = graph.graph() as { width?: number; height?: number };
  return { boxes, lines, width: size.width ?? 0, height: size.height ?? 0 };
}
