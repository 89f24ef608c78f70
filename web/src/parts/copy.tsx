import { useState } from "react";
import { useWords } from "../words/index.tsx";

/** Copies a text, and says so in its own place. */
export function Copy({
  text,
  label,
  about,
}: {
  readonly text: () => string;
  readonly label: string;
  /** What it copies, for whoever can't see where it stands. */
  readonly about?: string;
}) {
  const { app } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), 3_000);
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => void copy()}>
        {copied ? app.claim.copied : label}
        {about === undefined ? null : <span className="hidden"> {about}</span>}
      </button>
      <span role="status" className="hidden">
        {copied ? app.claim.copied : ""}
      </span>
    </>
  );
}
