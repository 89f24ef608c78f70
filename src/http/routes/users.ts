import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { roles, scopes } from "../../model/access.ts";
import { listAccess } from "../../operations/access/audit.ts";
import { createToken, dropToken, listTokens } from "../../operations/access/tokens.ts";
import { addUser, listUsers, removeUser, setPassword, setRole } from "../../operations/access/users.ts";
import { whoOf } from "../access/who.ts";
import { jsonBody, queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { HttpError, notFound } from "../error.ts";
import { replyJson } from "../reply.ts";
import { accessLine, token, user } from "../schemas/access.ts";
import { route } from "./route.ts";

const role = z.enum(roles);
const name = z.string().min(1).max(200);
const password = z.string().min(1).max(1_024);
const newUser = z.strictObject({ name, role, password });
const userChange = z.strictObject({ role: role.optional(), password: password.optional() });
const some = z.array(z.enum(scopes)).min(1).max(scopes.length);
const newToken = z.strictObject({
  name: z.string().min(1).max(100),
  scopes: some,
  days: z.number().int().min(1).max(3_650).nullable().default(90),
  user: name
    .optional()
    .openapi({ description: "whose it is; your own when left out, somebody else's for administrators" }),
});
const linesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  below: z.coerce.number().int().min(1).optional().openapi({ description: "only lines of a lower number" }),
});

const answers = (schema: z.ZodType, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const body = (schema: z.ZodType) => ({ body: { required: true, content: { "application/json": { schema } } } });
const done = () => new Response(null, { status: 204, headers: { "cache-control": "no-store" } });

/** Who may do what: users and the record of changes for administrators, tokens for everybody who is signed in. */
export function addUsers(app: OpenAPIHono, desk: Desk): void {
  const { ledger } = desk;
  const users = z.object({ items: z.array(user) });
  route(app, "/api/users", {
    get: [
      { summary: "Who may sign in.", responses: { 200: answers(users, "Everybody, by name.") } },
      async (c) => replyJson(c, { items: await listUsers(ledger) }),
      "admin",
    ],
    post: [
      { summary: "Adds a user.", request: body(newUser), responses: { 201: answers(user, "The user.") } },
      async (c) => Response.json(await addUser(ledger, whoOf(c).name, await jsonBody(c, newUser)), { status: 201 }),
      "admin",
    ],
  });
  route(app, "/api/users/{name}", {
    patch: [
      {
        summary: "Changes a user's role or password.",
        request: { params: z.object({ name }), ...body(userChange) },
        responses: { 204: { description: "Changed." } },
      },
      async (c) => {
        const change = await jsonBody(c, userChange);
        const [by, whom] = [whoOf(c).name, c.req.param("name") ?? ""];
        if (change.role !== undefined) await setRole(ledger, by, whom, change.role);
        if (change.password !== undefined) await setPassword(ledger, by, whom, change.password);
        return done();
      },
      "admin",
    ],
    delete: [
      {
        summary: "Removes a user, with sessions and tokens.",
        request: { params: z.object({ name }) },
        responses: { 204: { description: "Removed." } },
      },
      async (c) => {
        await removeUser(ledger, whoOf(c).name, c.req.param("name") ?? "");
        return done();
      },
      "admin",
    ],
  });
  const tokens = z.object({ items: z.array(token) });
  const made = z.object({ token, secret: z.string() });
  route(app, "/api/tokens", {
    get: [
      { summary: "Your tokens; everybody's for administrators.", responses: { 200: answers(tokens, "Tokens.") } },
      async (c) => {
        const { user: own, scopes: may } = whoOf(c);
        if (own === null) return replyJson(c, { items: [] });
        return replyJson(c, { items: await listTokens(ledger, may.includes("admin") ? undefined : own.id) });
      },
      "read",
    ],
    post: [
      {
        summary: "Makes a token; its secret is told once.",
        request: body(newToken),
        responses: { 201: answers(made, "The token and its secret.") },
      },
      async (c) => {
        const { user: own, via, scopes: may } = whoOf(c);
        // A token that could make tokens could not be revoked for good.
        if (via !== "session" || own === null) throw needsLogin();
        const asked = await jsonBody(c, newToken);
        const whose = asked.user ?? own.name;
        if (whose !== own.name && !may.includes("admin")) throw needsLogin();
        const headers = { "cache-control": "no-store" };
        return Response.json(await createToken(ledger, own.name, { ...asked, user: whose }), { status: 201, headers });
      },
      "read",
    ],
  });
  route(app, "/api/tokens/{id}", {
    delete: [
      {
        summary: "Revokes a token.",
        request: { params: z.object({ id: z.string() }) },
        responses: { 204: { description: "Revoked." } },
      },
      async (c) => {
        const { user: own, via, scopes: may, name: by } = whoOf(c);
        if (via !== "session" || own === null) throw needsLogin();
        const id = c.req.param("id") ?? "";
        const mine = await listTokens(ledger, may.includes("admin") ? undefined : own.id);
        if (!mine.some((one) => one.id === id)) throw notFound("There is no such token.", "List them at /api/tokens.");
        await dropToken(ledger, by, id);
        return done();
      },
      "read",
    ],
  });
  const record = z.object({ items: z.array(accessLine) });
  route(app, "/api/access", {
    get: [
      {
        summary: "The record of who may do what: every change, the newest first, chained by hashes.",
        request: { query: linesQuery },
        responses: { 200: answers(record, "Lines.") },
      },
      async (c) => {
        const { limit, below } = queryOf(c, linesQuery);
        return replyJson(c, { items: await listAccess(ledger, limit, below) });
      },
      "admin",
    ],
  });
}

function needsLogin(): HttpError {
  const why = "Tokens are made and revoked by whoever is signed in, for himself, or by an administrator.";
  return new HttpError(403, [
    "not-allowed",
    "Nothing was done.",
    why,
    "Sign in, or use selon tokens at the command line.",
  ]);
}
