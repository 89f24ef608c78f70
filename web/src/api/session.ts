import { useQuery } from "@tanstack/react-query";
import { get, setCsrf } from "./client.ts";

/** Who asks here, and what they may do. On loopback nobody has to sign in. */
export type Session = {
  readonly via: "loopback" | "session" | "token" | "nobody";
  /** The name under which decisions are kept. */
  readonly name: string;
  readonly user: { readonly name: string; readonly role: "reader" | "analyst" | "admin" } | null;
  readonly scopes: readonly string[];
  readonly csrf: string | null;
};

export function useSession() {
  const session = useQuery({ queryKey: ["session"], queryFn: ({ signal }) => get<Session>("/session", {}, signal) });
  setCsrf(session.data?.csrf ?? null);
  return session;
}

/** Whether whoever asks may do that: what one may not do is not offered. */
export function useMay(scope: "add" | "decide"): boolean {
  return useSession().data?.scopes.includes(scope) === true;
}
