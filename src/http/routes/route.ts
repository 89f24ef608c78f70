import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Scope } from "../../model/access.ts";
import { allow } from "../access/who.ts";
import { HttpError } from "../error.ts";
import { errorShape } from "../schemas/parts.ts";

export type Handler = (c: Context) => Response | Promise<Response>;
export type Told = Omit<RouteConfig, "method" | "path">;
/** What it is, what it does, and what leave it needs: to `read` for GET; for the rest it must be said. */
type Does = readonly [Told, Handler, (Scope | "open")?];

const problem = {
  description: "What happened, why, and what to do.",
  content: { "application/json": { schema: errorShape } },
};

const verbs = ["get", "post", "put", "patch", "delete"] as const;
type Verb = (typeof verbs)[number];

/** One path: what each of its methods does, and what the OpenAPI document tells of it. Other methods are refused. */
export function route(app: OpenAPIHono, path: string, methods: { readonly [verb in Verb]?: Does }): void {
  const pattern = path.replace(/\{(\w+)\}/g, ":$1");
  const twice = app.openAPIRegistry.definitions.some((one) => one.type === "route" && one.route.path === path);
  // The first would answer, the second would stand in the document.
  if (twice) throw new Error(`${path} is routed twice.`);
  const takes: string[] = [];
  for (const verb of verbs) {
    const [told, handler, given] = methods[verb] ?? [];
    if (told === undefined || handler === undefined) continue;
    const scope = given ?? (verb === "get" ? "read" : "admin");
    const names = verb === "get" ? ["GET", "HEAD"] : [verb.toUpperCase()];
    takes.push(...names);
    app.openAPIRegistry.registerPath({
      operationId: `${verb}${path.replace(/^\/api/, "").replace(/[/{}.]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
      ...told,
      method: verb,
      path,
      ...(scope === "open" ? { security: [] } : { security: [{ session: [] }, { token: [scope] }] }),
      responses: { default: problem, ...told.responses },
    });
    app.on(names, pattern, (c) => {
      allow(c, scope);
      return handler(c);
    });
  }
  app.all(pattern, (c) => {
    throw new HttpError(
      405,
      [
        "method-not-allowed",
        `${c.req.method} does nothing here.`,
        `This address takes ${takes.join(", ")}.`,
        "Use one of those.",
      ],
      { allow: takes.join(", ") },
    );
  });
}
