import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../words/index.tsx";
import { Failure } from "./states.tsx";

/**
 * A dialog that asks for a decision and its reason. `decide` gets the fields of the form; the dialog stays open, with
 * what went wrong, until it succeeds.
 */
export function Ask({
  title,
  children,
  decide,
  close,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly decide: (fields: FormData, reason: string) => Promise<unknown>;
  readonly close: () => void;
}) {
  const { app } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await decide(fields, String(fields.get("reason") ?? ""));
      close();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} onClose={close} aria-label={title}>
      <form className="sheet" onSubmit={(event) => void onSubmit(event)}>
        <h2>{title}</h2>
        {children}
        <label>
          {app.review.reason}
          <input className="field" name="reason" placeholder={app.review.reasonHint} maxLength={2000} />
        </label>
        {error === null ? null : <Failure error={error} />}
        <p className="tools">
          <button type="submit" className="button first" disabled={busy}>
            {app.review.save}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {app.review.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
