import type { Clash } from "../api/at-once.ts";
import { useDecide } from "../api/decide.ts";
import { useWords } from "../words/index.tsx";
import { Ask } from "./ask.tsx";

/** Shows what somebody else decided meanwhile, and asks whether to decide all the same. */
export function ClashAsked({ clash, close }: { readonly clash: Clash; readonly close: () => void }) {
  const { app } = useWords();
  const decide = useDecide();
  return (
    <Ask
      title={app.review.kinds[clash.request.kind]}
      about={clash.about}
      before={clash.theirs}
      close={close}
      decide={(_, reason, expected) =>
        // Of one cell of a matrix nothing is expected: decisions about the question are about others too.
        decide(clash.request, reason, clash.request.kind === "rate-consistency" ? undefined : expected)
      }
    />
  );
}
