import { useQueryClient } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { ApiError, Unreachable } from "../api/client.ts";
import { refresh } from "../api/use.ts";
import { useWords } from "../words/index.tsx";

/** What is being waited for. */
export function Loading({ what }: { readonly what?: string }) {
  const { app } = useWords();
  return (
    <p className="state soft" role="status">
      {app.states.loading}
      {what === undefined ? "" : ` ${what}`}…
    </p>
  );
}

/** What went wrong, why, and what to do. */
export function Failure({ error }: { readonly error: unknown }) {
  const { app } = useWords();
  const client = useQueryClient();
  const told = toldOf(error, app.states);
  return (
    <div className="state bad" role="alert">
      <p>
        <strong>{told.what}</strong> {told.why}
      </p>
      <p>{told.todo}</p>
      {told.details === "" ? null : (
        <p className="small soft">
          <code>{told.details}</code>
        </p>
      )}
      <p>
        <button type="button" className="button" onClick={() => void refresh(client)}>
          {app.states.again}
        </button>
      </p>
    </div>
  );
}

type Told = { readonly what: string; readonly why: string; readonly todo: string; readonly details: string };
type States = ReturnType<typeof useWords>["app"]["states"];

function toldOf(error: unknown, states: States): Told {
  if (error instanceof Unreachable) return { ...states.offline, details: "" };
  if (error instanceof ApiError) {
    if (error.status === 404) return { ...states.notFound, details: error.message };
    return { what: error.message, why: error.why, todo: error.todo, details: error.code };
  }
  return { ...states.broken, details: error instanceof Error ? error.message : String(error) };
}

/** Nothing to show, and what to do about it. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className="state soft">{children}</p>;
}

/** The answer once it is there; before, that it is coming; else why not. */
export function Answered<T>({
  query,
  what,
  children,
}: {
  readonly query: { readonly data: T | undefined; readonly error: unknown };
  readonly what?: string;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined) return <Failure error={query.error} />;
  return <Loading {...(what === undefined ? {} : { what })} />;
}

/** A page that failed keeps the rest of the app in place. */
export class Guard extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Failure error={this.state.error} />;
  }
}
