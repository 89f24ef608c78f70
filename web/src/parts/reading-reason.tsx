import type { Because } from "../../../src/model/index.ts";
import { sentencesOf } from "../../../src/statements/reasons/index.ts";
import { useWords } from "../words/index.tsx";
import { Reason } from "./said.tsx";

/** Why a statement was read as it was, in the interface's language where its rule has sentences for it. */
export function ReadingReason({ because: { reason, rule, messages } }: { readonly because: Because }) {
  const { words } = useWords();
  const said = messages === undefined ? null : sentencesOf(messages, words.locale);
  if (said === null) return <Reason reason={reason} rule={rule} />;
  return (
    <p className="because">
      {said} <code>{rule}</code>
    </p>
  );
}
