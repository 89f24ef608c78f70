import { useWords } from "../words/index.tsx";

/** How sure the machine's reading is: a thin bar, with the number for those who can't see it. */
export function Confidence({ value }: { readonly value: number }) {
  const { app, language } = useWords();
  const percent = value.toLocaleString(language, { style: "percent" });
  return (
    <span className="conf" role="img" aria-label={app.reader.confidence(percent)}>
      <span style={{ width: `${Math.round(value * 100)}%` }} />
    </span>
  );
}
