import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { send } from "../api/client.ts";
import { type Session, useSession } from "../api/session.ts";
import { refresh } from "../api/use.ts";
import { useWords } from "../words/index.tsx";
import { PageHead } from "./page.tsx";
import { Failure, Loading } from "./states.tsx";

/** What stands behind a login is shown to those who have one; on this machine's loopback there is none. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  if (session.isPending) return <Loading />;
  if (session.data?.via === "nobody") return <SignIn />;
  return <>{children}</>;
}

/** Who is signed in, and the way out; nothing where nobody has to. */
export function Who() {
  const { app } = useWords();
  const client = useQueryClient();
  const session = useSession().data;
  if (session?.user == null || session.via !== "session") return null;
  const leave = async (): Promise<void> => {
    await send<void>("/session", {}, "DELETE");
    client.clear();
    window.location.assign("/");
  };
  return (
    <span className="who-in small">
      <span title={session.scopes.includes("decide") ? undefined : app.login.readOnly}>
        {app.login.as(session.user.name)}
      </span>{" "}
      <button type="button" className="plain" onClick={() => void leave()}>
        {app.login.out}
      </button>
    </span>
  );
}

function SignIn() {
  const { app } = useWords();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    try {
      const given = { name: String(data.get("name") ?? ""), password: String(data.get("password") ?? "") };
      client.setQueryData(["session"], await send<Session>("/session", given));
      await refresh(client);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <PageHead title={app.login.title}>
        <p className="soft">{app.login.why}</p>
      </PageHead>
      <form className="sheet" onSubmit={(event) => void onSubmit(event)}>
        <label>
          {app.login.name}
          <input className="field" name="name" autoComplete="username" required />
        </label>
        <label>
          {app.login.password}
          <input className="field" name="password" type="password" autoComplete="current-password" required />
        </label>
        <button type="submit" className="button first">
          {app.login.go}
        </button>
      </form>
      {error === null ? null : <Failure error={error} />}
    </>
  );
}
