import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { standOf } from "../../../../src/report/marks.ts";
import { columnOf } from "../../../../src/report/words/words.ts";
import { useMay } from "../../api/session.ts";
import type { HeldDocument, Stand, Statement } from "../../api/types.ts";
import { useWords } from "../../words/index.tsx";
import { AddStatement } from "./add-statement.tsx";
import { Note } from "./note.tsx";
import { useSelected } from "./selection.ts";
import { type Marked, type Node, paragraphsOf, treeOf } from "./tree.ts";

export type Numbered = { readonly statement: Statement; readonly number: number; readonly depth: number };

/** The text with its statements marked, paragraph by paragraph, each with its notes in the margin. */
export function ArticleText({
  held,
  statement,
  margin,
  changed,
}: {
  readonly held: HeldDocument;
  readonly statement: string | null;
  readonly margin: boolean;
  /** By document and statement, what became of it in the version beside. */
  readonly changed: ReadonlyMap<string, string>;
}) {
  const { app } = useWords();
  const may = useMay("decide");
  const place = useRef<HTMLDivElement>(null);
  const [selected, deselect] = useSelected(place);
  const { text } = held;
  const { numbered, paragraphs } = useMemo(() => layOut(held), [held]);
  const stands = useMemo(() => Map.groupBy(held.stands ?? [], (stand) => stand.statement), [held]);
  const language = held.reading.document.language;
  useEffect(() => {
    if (statement === null) return;
    place.current?.querySelector(`[data-statement="${CSS.escape(statement)}"]`)?.scrollIntoView({ block: "center" });
  }, [statement]);
  return (
    <div ref={place}>
      {numbered.length === 0 ? <p className="state soft">{app.reader.noMarks}</p> : null}
      {paragraphs.map(({ start, nodes, notes }) => (
        <div key={start} className={margin ? "para" : undefined}>
          <p className="text theirs" data-start={start} lang={language === "und" ? undefined : language}>
            {draw(nodes, statement, stands, (id) => changed.get(`${held.id} ${id}`))}
          </p>
          {margin && notes.length > 0 ? (
            <ol className="notes">
              {notes.map((one) => (
                <Note
                  key={one.statement.id}
                  one={one}
                  stands={stands.get(one.statement.id) ?? []}
                  chosen={one.statement.id === statement}
                />
              ))}
            </ol>
          ) : null}
        </div>
      ))}
      {selected === null || !margin || !may ? null : (
        <AddStatement document={held.id} text={text} span={selected} statements={numbered} done={deselect} />
      )}
      {text === "" ? <p className="state soft">{app.states.nothing}</p> : null}
    </div>
  );
}

function layOut({ text, reading }: HeldDocument) {
  const ordered = [...reading.statements].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  const byId = new Map(ordered.map((one) => [one.id, one]));
  const depthOf = (one: Statement, left = 8): number => {
    const parent = one.parent === null ? undefined : byId.get(one.parent);
    return parent === undefined || left === 0 ? 0 : 1 + depthOf(parent, left - 1);
  };
  const numbered = ordered.map(
    (statement, index): Numbered => ({ statement, number: index + 1, depth: depthOf(statement) }),
  );
  const marks: Marked<Numbered>[] = numbered.flatMap((one) =>
    one.statement.content.map(({ start, end }) => ({ start, end, mark: one })),
  );
  marks.sort((a, b) => a.start - b.start);
  const seen = new Set<Numbered>();
  let from = 0;
  let noted = 0;
  const paragraphs = paragraphsOf(text).map((span) => {
    // Marks are in order of their beginning, so each paragraph looks at a window of them.
    const here: Marked<Numbered>[] = [];
    for (let at = from; at < marks.length; at += 1) {
      const mark = marks[at];
      if (mark === undefined || mark.start >= span.end) break;
      if (mark.end <= span.start) {
        if (at === from) from += 1;
      } else here.push(mark);
    }
    const nodes = treeOf(text, span, here, seen);
    const notes: Numbered[] = [];
    for (let one = numbered[noted]; one !== undefined && startOf(one.statement) < span.end; one = numbered[noted]) {
      notes.push(one);
      noted += 1;
    }
    return { start: span.start, nodes, notes };
  });
  return { numbered, paragraphs };
}

const startOf = ({ content }: Statement): number => content[0]?.start ?? 0;
const endOf = ({ content }: Statement): number => content.at(-1)?.end ?? 0;

function draw(
  nodes: readonly Node<Numbered>[],
  chosen: string | null,
  stands: ReadonlyMap<string, readonly Stand[]>,
  becomes: (statement: string) => string | undefined,
): ReactNode[] {
  return nodes.map((node, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a paragraph don't move
    if (typeof node === "string") return <span key={index}>{node}</span>;
    const { statement, number, depth } = node.mark;
    const column = columnOf[stands.get(statement.id)?.[0]?.position ?? standOf(statement)];
    const changed = becomes(statement.id);
    const firm = statement.factuality.slice(0, 2).toLowerCase();
    const negative = node.first && statement.factuality.endsWith("-") ? " neg" : "";
    const name = `m f-${firm} l${Math.min(3, depth)} c-${column}${negative}${statement.id === chosen ? " chosen" : ""}`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a paragraph don't move
      <span key={index} className={name} data-statement={node.first ? statement.id : undefined}>
        {node.first ? (
          <a className="gl" href={`#n${number}`} aria-label={`${number}`}>
            <sup>{number}</sup>
          </a>
        ) : null}
        {node.first && changed !== undefined ? <span className="status change">{changed}</span> : null}
        {draw(node.nodes, chosen, stands, becomes)}
      </span>
    );
  });
}
