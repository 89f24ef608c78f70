import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { ReviewItem } from "../../../../src/operations/review.ts";
import { useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import { useList } from "../../api/use.ts";
import { readerLink } from "../../parts/articles.ts";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading, Nothing } from "../../parts/states.tsx";
import { useWords } from "../../words/index.tsx";
import { Correct, type Correction } from "./correct.tsx";
import { Orphans } from "./orphans.tsx";
import { ReviewLine } from "./review-line.tsx";

/** The least certain readings, one after the other, decided by a key each; and the decisions whose words are gone. */
export function Review() {
  const { app } = useWords();
  const list = useList<ReviewItem>("/review", {}, 50);
  const decide = useDecide();
  const may = useMay("decide");
  const [, go] = useLocation();
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState<Correction | null>(null);
  const [told, setTold] = useState<string>("");
  const [error, setError] = useState<unknown>(null);
  const { items } = list;
  const item = items[Math.min(at, items.length - 1)];
  const act = async (run: () => Promise<unknown>, done: string): Promise<void> => {
    setError(null);
    try {
      await run();
      setTold(done);
    } catch (failure) {
      setError(failure);
    }
  };
  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  onKey.current = (event) => {
    const { target } = event;
    const typing = target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!may && !["j", "k", "Enter"].includes(event.key)) return;
    if (event.key === "u") void act(() => decide({ kind: "undo" }), app.review.undone);
    else if (event.key === "j") setAt((now) => Math.min(now + 1, items.length - 1));
    else if (event.key === "k") setAt((now) => Math.max(0, now - 1));
    else if (item !== undefined) {
      const statement = item.statement.id;
      if (event.key === "y") void act(() => decide({ kind: "confirm-statement", statement }), app.review.right);
      else if (event.key === "x") void act(() => decide({ kind: "delete-statement", statement }), app.review.remove);
      else if (event.key === "s") setAsking("speaker");
      else if (event.key === "a") setAsking("act");
      else if (event.key === "f") setAsking("factuality");
      else if (event.key === "n") setAsking("note");
      else if (event.key === "Enter" && target === document.body) go(readerLink(item.document, statement));
      else return;
    } else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey.current(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <PageHead title={app.review.title}>
        <details className="small">
          <summary>{app.review.keys}</summary>
          <dl className="keys">
            {app.review.keyHelp.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </details>
        <span role="status" className="soft">
          {told}
        </span>
      </PageHead>
      {error === null ? null : <Failure error={error} />}
      <Orphans />
      <h2>{app.review.least}</h2>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess && items.length === 0 ? <Nothing>{app.review.none}</Nothing> : null}
      <ol className="queue">
        {items.map((one, index) => (
          <ReviewLine
            key={`${one.document} ${one.statement.id}`}
            item={one}
            here={one === item}
            may={may}
            choose={() => setAt(index)}
            correct={setAsking}
            decide={(request, done) => void act(() => decide(request), done)}
          />
        ))}
      </ol>
      <More list={list} />
      {asking === null || item === undefined ? null : (
        <Correct correction={asking} statement={item.statement} close={() => setAsking(null)} />
      )}
    </>
  );
}
