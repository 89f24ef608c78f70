import type { Moment } from "../../api/types.ts";
import { useList } from "../../api/use.ts";
import { Lanes } from "../../parts/lanes.tsx";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading, NothingYet } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";

/** What happened, what was said, what was published, over everything in the ledger. */
export function Timeline() {
  const { app } = useWords();
  const list = useList<Moment>("/timeline", {}, 200);
  return (
    <>
      <PageHead title={app.timeline.title}>
        <Tables path="/timeline" />
      </PageHead>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess && list.items.length === 0 ? <NothingYet>{app.timeline.none}</NothingYet> : null}
      {list.items.length === 0 ? null : <Lanes moments={list.items} />}
      <More list={list} />
    </>
  );
}
