import { createHash } from "node:crypto";
import { isIP } from "node:net";
import { hostname } from "node:os";

/** Nothing may be loaded, framed or sent by what is answered. */
const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers of every answer. No header lets another origin read it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": `${closed}; sandbox`,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** The policy of a page with one style sheet of ours, named by its hash. */
export function policyWithStyle(style: string): string {
  return `${closed}; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`;
}

/** The policy of the dossier: its own styles, no script, a sandbox. */
export const dossierPolicy = `${closed}; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups`;

/**
 * The policy of the web app: its own scripts, styles, fonts and pictures, its own API, and nothing from elsewhere; nothing
 * inline, and no text that a script makes into markup.
 */
export const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Whether a host to listen on is this machine's own loopback. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare === "::1" || /^127(\.\d{1,3}){3}$/.test(bare);
}

/** By which names a server may be reached. */
export type Names = { readonly port: number; readonly host: string; readonly publicUrl?: URL | undefined };

/**
 * Whether a `Host` header names this server: a page whose name was bent to lead here (DNS rebinding) names another. Such a
 * page has a name, so that beyond loopback any address in figures will do, and the names that are known.
 */
export function isOurHost(header: string | undefined, { port, host, publicUrl }: Names): boolean {
  const given = header?.toLowerCase() ?? "";
  if (publicUrl !== undefined && given === publicUrl.host) return true;
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/.exec(given);
  if (match === null || Number(match[2] ?? 80) !== port) return false;
  const name = (match[1] ?? "").replace(/^\[|\]$/g, "");
  if (isLoopback(name)) return true;
  if (isLoopback(host)) return false;
  return isIP(name) !== 0 || name === host.toLowerCase() || name === hostname().toLowerCase();
}

/**
 * Whether a request that changes something was sent by a page of another site than `own`, the origin by which this server
 * is reached. Programs send neither header.
 */
export function isForeign(origin: string | undefined, site: string | undefined, own: string): boolean {
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  return origin !== undefined && origin !== own;
}
