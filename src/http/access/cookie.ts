import type { Context } from "hono";
import { getCookie } from "hono/cookie";

/** With TLS the browser is asked to hold the name to this host and to TLS. */
const nameOf = (secure: boolean): string => (secure ? "__Host-selon" : "selon");

/** The secret of a session, as the browser sends it. */
export function secretOf(c: Context, secure: boolean): string | null {
  const given = getCookie(c, nameOf(secure)) ?? "";
  return /^[\w-]{43}$/.test(given) ? given : null;
}

/** No script can read it, no other site's page sends it. An empty secret takes it away. */
export function cookieOf(secret: string, secure: boolean): string {
  const parts = [`${nameOf(secure)}=${secret}`, "Path=/", "HttpOnly", "SameSite=Strict"];
  if (secure) parts.push("Secure");
  parts.push(`Max-Age=${secret === "" ? 0 : 7 * 86_400}`);
  return parts.join("; ");
}
