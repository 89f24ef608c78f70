import { showReason } from "../../../src/report/words/reasons.ts";
import { useWords } from "../words/index.tsx";

/** Words of an article: serif, in their own language. */
export function Theirs({ text, language }: { readonly text: string; readonly language?: string | undefined }) {
  const lang = language === undefined || language === "und" ? undefined : language;
  return (
    <span className="theirs" lang={lang}>
      {text}
    </span>
  );
}

/** Words of an article as a quotation, in the marks of the interface's language. */
export function Quoted({ text, language }: { readonly text: string; readonly language?: string | undefined }) {
  return (
    <blockquote>
      <p>
        <Theirs text={text} language={language} />
      </p>
    </blockquote>
  );
}

/** Why something was read or counted as it was; `rule` leads to the file that decided it. */
export function Reason({ reason, rule }: { readonly reason: string; readonly rule?: string | undefined }) {
  const { words } = useWords();
  const shown = showReason(words, reason);
  const own = words.locale.startsWith(shown.language);
  return (
    <p className="because" lang={own ? undefined : shown.language}>
      {sentence(shown.text)} {rule === undefined ? null : <code>{rule}</code>}
    </p>
  );
}

/** Begins with a capital, as a sentence does. */
const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
