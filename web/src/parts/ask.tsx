import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ApiError } from "../api/client.ts";
import { type ListedDecision, lastAbout } from "../api/decide.ts";
import { useWords } from "../words/index.tsx";
import { DecisionLine } from "./decision-line.tsx";
import { holdFocus } from "./focus.ts";
import { Failure } from "./states.tsx";

/**
 * A dialog that asks for a decision and its reason. `decide` gets the fields of the form; the dialog stays open, with
 * what went wrong, until it succeeds. `about` is the id of what is decided on: where somebody else decides about it
 * while the dialog is open, theirs is shown and nothing is lost. Where that is known before, `before` is their decision.
 */
export function Ask({
  title,
  about,
  before = null,
  children,
  decide,
  close,
}: {
  readonly title: string;
  readonly about?: string | undefined;
  readonly before?: ListedDecision | null;
  readonly children?: ReactNode;
  readonly decide: (fields: FormData, reason: string, expected?: string | null) => Promise<unknown>;
  readonly close: () => void;
}) {
  const { app } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const seen = useRef<Promise<string | null | undefined>>(Promise.resolve(undefined));
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<ListedDecision | null>(before);
  const [busy, setBusy] = useState(false);
  const giveBack = useRef<() => void>(() => {});
  const known = before?.id;
  useEffect(() => {
    giveBack.current = holdFocus();
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    if (known !== undefined) seen.current = Promise.resolve(known);
    // What is not known is not insisted on: the decision is kept whatever came between.
    else if (about !== undefined)
      seen.current = lastAbout(about).then(
        (last) => last?.id ?? null,
        () => undefined,
      );
  }, [about, known]);
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      await decide(fields, String(fields.get("reason") ?? ""), await seen.current);
      // Closed by itself it gives the focus back to what opened it.
      dialog.current?.close();
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === "conflict" && about !== undefined) {
        const last = await lastAbout(about).catch(() => null);
        seen.current = Promise.resolve(last?.id);
        setTheirs(last);
      } else setError(failure);
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={() => {
        close();
        requestAnimationFrame(giveBack.current);
      }}
    >
      <form className="sheet" onSubmit={(event) => void onSubmit(event)}>
        <h2>{title}</h2>
        {children}
        <label>
          {app.review.reason}
          <input className="field" name="reason" placeholder={app.review.reasonHint} maxLength={2000} />
        </label>
        {theirs === null ? null : (
          <div className="state bad" role="alert">
            <p>
              <strong>{app.review.conflictHead}</strong> {app.review.conflictTodo}
            </p>
            <ul>
              <DecisionLine decision={theirs} fixed />
            </ul>
          </div>
        )}
        {error === null ? null : <Failure error={error} />}
        <p className="tools">
          <button type="submit" className="button first" disabled={busy}>
            {theirs === null ? app.review.save : app.review.anyway}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {app.review.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
