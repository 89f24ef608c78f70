import { useEffect } from "react";
import { useDecide } from "../api/decide.ts";
import { useWords } from "../words/index.tsx";
import { useTell, useTold } from "./telling.tsx";

/** Says what was decided and offers to undo it, until one goes on or a while has passed. */
export function NoticeBar() {
  const { app, words } = useWords();
  const told = useTold();
  const tell = useTell();
  const decide = useDecide();
  useEffect(() => {
    if (told === null) return;
    const gone = setTimeout(() => tell(null), 20_000);
    return () => clearTimeout(gone);
  }, [told, tell]);
  const { decision, kind } = told ?? { decision: null, kind: null };
  return (
    <div className={told === null ? "hidden" : "notice"} role="status">
      {kind === null ? null : (
        <span>
          {app.review.saved}
          {words.colon}
          {app.review.kinds[kind]}
        </span>
      )}
      {decision === null ? null : (
        <button type="button" className="plain" onClick={() => void decide({ kind: "undo", decision })}>
          {app.review.undo}
        </button>
      )}
      {told === null ? null : (
        <button type="button" className="plain" onClick={() => tell(null)}>
          {app.close}
        </button>
      )}
    </div>
  );
}
