import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import type { ReviewItem } from "../../../../src/operations/review.ts";
import { useAtOnce } from "../../api/at-once.ts";
import { type DecisionRequest, useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import { useList } from "../../api/use.ts";
import { readerLink } from "../../parts/articles.ts";
import { ClashAsked } from "../../parts/clash.tsx";
import { KeyHelp, useKeys } from "../../parts/keys.tsx";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading, Nothing } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";
import { Correct, type Correction, correctionKeys } from "./correct.tsx";
import { Orphans } from "./orphans.tsx";
import { useQueue } from "./queue.ts";
import { ReviewLine } from "./review-line.tsx";
import { useSeen } from "./seen.ts";

const corrections = new Map(correctionKeys);

/** The least certain readings, one after the other, decided by a key each; and the decisions whose words are gone. */
export function Review() {
  const { app } = useWords();
  const list = useList<ReviewItem>("/review", {}, 50);
  const undo = useDecide();
  const atOnce = useAtOnce();
  const may = useMay("decide");
  const [, go] = useLocation();
  const { shown, item, gone, choose, step } = useQueue(list.items);
  const seen = useSeen(item?.statement.id ?? null);
  const [asking, setAsking] = useState<Correction | null>(null);
  const [told, setTold] = useState<string>("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const { clash } = atOnce;
  useEffect(() => {
    if (clash !== null) setTold("");
  }, [clash]);
  const run = async (work: () => Promise<string>): Promise<void> => {
    setError(null);
    try {
      setTold(await work());
    } catch (failure) {
      setError(failure);
    }
  };
  const decide = (request: DecisionRequest, done: string): void => {
    if (item === undefined) return;
    const about = item.statement.id;
    void run(async () => {
      setBusy(about);
      try {
        const line = await atOnce.decide(request, { about, seen: await seen() });
        if (line === null) return "";
        step(1, about);
        return done;
      } finally {
        setBusy(null);
      }
    });
  };
  const takeBack = (): Promise<void> =>
    run(async () => {
      const { target } = await undo({ kind: "undo" });
      if (target.kind === "statement") choose(target.statement);
      return app.review.undone;
    });
  useKeys((key, target) => {
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "Enter") {
      if (item === undefined || target !== document.body) return false;
      go(readerLink(item.document, item.statement.id));
    } else if (!may) return false;
    else if (key === "u") void takeBack();
    else if (item === undefined) return false;
    else if (key === "y") decide({ kind: "confirm-statement", statement: item.statement.id }, app.review.right);
    else if (key === "x") decide({ kind: "delete-statement", statement: item.statement.id }, app.review.remove);
    else {
      const meant = corrections.get(key);
      if (meant === undefined) return false;
      setAsking(meant);
    }
    return true;
  });
  return (
    <>
      <PageHead title={app.review.title}>
        <KeyHelp keys={app.review.keyHelp} />
        <Tables path="/review" />
        <span role="status" className="soft">
          {told}
        </span>
      </PageHead>
      {error === null ? null : <Failure error={error} />}
      <Orphans />
      <h2>{app.review.least}</h2>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess && shown.length === 0 ? <Nothing>{app.review.none}</Nothing> : null}
      <ol className="queue">
        {shown.map((one) => (
          <ReviewLine
            key={`${one.document} ${one.statement.id}`}
            item={one}
            here={one === item}
            gone={gone && one === item && busy !== one.statement.id}
            may={may}
            choose={() => choose(one.statement.id)}
            correct={setAsking}
            decide={decide}
          />
        ))}
      </ol>
      <More list={list} />
      {asking === null || item === undefined ? null : (
        <Correct correction={asking} statement={item.statement} close={() => setAsking(null)} />
      )}
      {clash === null ? null : <ClashAsked clash={clash} close={atOnce.forget} />}
    </>
  );
}
