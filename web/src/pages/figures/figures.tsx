import type { FigureGroup } from "../../api/types.ts";
import { useList } from "../../api/use.ts";
import { FigureGroups } from "../../parts/figure-groups.tsx";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";

/** Every figure of the ledger by quantity and scope. */
export function Figures() {
  const { app } = useWords();
  const list = useList<FigureGroup>("/figures", {}, 60);
  return (
    <>
      <PageHead title={app.figures.title}>
        <Tables path="/figures" />
      </PageHead>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : <FigureGroups groups={list.items} />}
      <More list={list} />
    </>
  );
}
