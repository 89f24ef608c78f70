import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HttpError } from "../error.ts";
import { errorShape } from "../schemas.ts";

export type Handler = (c: Context) => Response | Promise<Response>;
export type Told = Omit<RouteConfig, "method" | "path">;

const problem = {
  description: "What happened, why, and what to do.",
  content: { "application/json": { schema: errorShape } },
};

/** One path: what each of its methods does, and what the OpenAPI document tells of it. Other methods are refused. */
export function route(
  app: OpenAPIHono,
  path: string,
  methods: { readonly get?: readonly [Told, Handler]; readonly post?: readonly [Told, Handler] },
): void {
  const pattern = path.replace(/\{(\w+)\}/g, ":$1");
  for (const method of ["get", "post"] as const) {
    const [told, handler] = methods[method] ?? [];
    if (told === undefined || handler === undefined) continue;
    app.openAPIRegistry.registerPath({
      operationId: `${method}${path.replace(/^\/api/, "").replace(/[/{}.]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
      ...told,
      method,
      path,
      responses: { ...told.responses, default: problem },
    });
    app.on(method === "get" ? ["GET", "HEAD"] : ["POST"], pattern, handler);
  }
  const allow = [methods.get === undefined ? [] : ["GET", "HEAD"], methods.post === undefined ? [] : ["POST"]].flat();
  app.all(pattern, (c) => {
    throw new HttpError(
      405,
      [
        "method-not-allowed",
        `${c.req.method} does nothing here.`,
        `This address takes ${allow.join(", ")}.`,
        "Use one of those.",
      ],
      { allow: allow.join(", ") },
    );
  });
}
