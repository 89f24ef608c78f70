import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { roles, scopes } from "../../model/access.ts";
import { endSession, sessionOf, signInOf } from "../../operations/access/sign-in.ts";
import { setPassword } from "../../operations/access/users.ts";
import { cookieOf, secretOf } from "../access/cookie.ts";
import { isSecure } from "../access/gate.ts";
import { whoOf } from "../access/who.ts";
import { jsonBody } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { HttpError } from "../error.ts";
import { route } from "./route.ts";

const session = z
  .object({
    via: z.enum(["loopback", "session", "token", "nobody"]),
    name: z.string().openapi({ description: "the name under which decisions are kept" }),
    user: z.object({ name: z.string(), role: z.enum(roles) }).nullable(),
    scopes: z.array(z.enum(scopes)),
    csrf: z.string().nullable().openapi({ description: "to be sent as X-Selon-CSRF with whatever changes something" }),
  })
  .openapi("Session");

const signIn = z.strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(1_024) });
const newPassword = z.strictObject({ old: z.string().min(1).max(1_024), new: z.string().min(1).max(1_024) });
const shape = {
  description: "Who you are here, and what you may do.",
  content: { "application/json": { schema: session } },
};

/** Who asks; signing in and out. */
export function addSession(app: OpenAPIHono, desk: Desk): void {
  const tryToSignIn = signInOf(desk.ledger);
  route(app, "/api/session", {
    get: [{ summary: "Who you are here, and what you may do.", responses: { 200: shape } }, (c) => told(c), "open"],
    post: [
      {
        summary: "Signs in.",
        request: { body: { required: true, content: { "application/json": { schema: signIn } } } },
        responses: { 200: shape },
      },
      async (c) => {
        const { name, password } = await jsonBody(c, signIn);
        const old = secretOf(c, isSecure(desk));
        const secret = await tryToSignIn({ name, password, from: whoOf(c).address }, old);
        const begun = await sessionOf(desk.ledger, secret);
        const { user, csrf = null } = begun ?? {};
        const body = {
          via: "session",
          name: user?.name ?? "",
          user: user === undefined ? null : { name: user.name, role: user.role },
          scopes: user === undefined ? [] : desk.scopesOf(user.role),
          csrf,
        };
        return Response.json(body, { headers: { ...fresh, "set-cookie": cookieOf(secret, isSecure(desk)) } });
      },
      "open",
    ],
    delete: [
      { summary: "Signs out.", responses: { 204: { description: "Signed out." } } },
      async (c) => {
        const who = whoOf(c);
        if (who.session !== null) await endSession(desk.ledger, who.session);
        return new Response(null, { status: 204, headers: { ...fresh, "set-cookie": cookieOf("", isSecure(desk)) } });
      },
      "open",
    ],
  });
  route(app, "/api/session/password", {
    put: [
      {
        summary: "Sets your own password, and ends your sessions.",
        request: { body: { required: true, content: { "application/json": { schema: newPassword } } } },
        responses: { 204: { description: "Set." } },
      },
      async (c) => {
        const { session: own, address } = whoOf(c);
        if (own === null)
          throw new HttpError(403, ["not-allowed", "Nothing was done.", "It needs a login.", "Sign in first."]);
        const given = await jsonBody(c, newPassword);
        // The old one is tried like any sign-in, as slowly.
        await tryToSignIn({ name: own.user.name, password: given.old, from: address }, null);
        await setPassword(desk.ledger, own.user.name, own.user.name, given.new);
        return new Response(null, { status: 204, headers: { ...fresh, "set-cookie": cookieOf("", isSecure(desk)) } });
      },
      "read",
    ],
  });
}

const fresh = { "cache-control": "no-store" };

function told(c: Context): Response {
  const { via, name, user, scopes: own, session: kept } = whoOf(c);
  const body = {
    via,
    name,
    user: user === null ? null : { name: user.name, role: user.role },
    scopes: own,
    csrf: kept?.csrf ?? null,
  };
  return Response.json(body, { headers: fresh });
}
