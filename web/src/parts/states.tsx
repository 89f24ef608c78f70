import { useQueryClient } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { Link } from "wouter";
import { ApiError, Unreachable } from "../api/client.ts";
import { useMay } from "../api/session.ts";
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
export function Failure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
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
        {told.gone ? (
          <Link className="button" href="/">
            {app.nav.stories}
          </Link>
        ) : (
          <button type="button" className="button" onClick={again ?? (() => void refresh(client))}>
            {app.states.again}
          </button>
        )}
      </p>
    </div>
  );
}

type Told = {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly details: string;
  /** Nothing will come of trying again. */
  readonly gone?: boolean;
};
type States = ReturnType<typeof useWords>["app"]["states"];

function toldOf(error: unknown, states: States): Told {
  if (error instanceof Unreachable || isUnread(error)) return { ...states.offline, details: "" };
  if (error instanceof ApiError) {
    if (error.status === 404) return { ...states.notFound, details: error.message, gone: true };
    return { what: error.message, why: error.why, todo: error.todo, details: error.code };
  }
  return { ...states.broken, details: error instanceof Error ? error.message : String(error) };
}

/** Nothing to show in a ledger that may hold no article yet, and the way to add some. */
export function NothingYet({ children }: { readonly children: ReactNode }) {
  const { app } = useWords();
  const may = useMay("add");
  return (
    <Nothing>
      {children} {may ? <Link href="/">{app.add.title}</Link> : null}
    </Nothing>
  );
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

/** Whether a part of the app itself could not be read; each browser says so in its own words. */
const isUnread = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|error loading/i.test(error.message);

/** A page that failed keeps the rest of the app in place. It is read anew when asked; another page is another try. */
export class Guard extends Component<
  { readonly at: string; readonly children: ReactNode },
  { readonly error: unknown; readonly at: string }
> {
  override state = { error: null as unknown, at: this.props.at };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps({ at }: { at: string }, state: { error: unknown; at: string }) {
    return at === state.at ? null : { error: null, at };
  }

  override render(): ReactNode {
    return this.state.error === null ? (
      this.props.children
    ) : (
      <Failure error={this.state.error} again={() => window.location.reload()} />
    );
  }
}
