import { extname } from "node:path";

/** How bytes are read. */
export type Kind = "text" | "markdown" | "html";

const endings: Readonly<Record<string, Kind>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
};

const mediaTypes: Readonly<Record<string, Kind>> = {
  "text/plain": "text",
  "text/markdown": "markdown",
  "text/x-markdown": "markdown",
  "text/html": "html",
  "application/xhtml+xml": "html",
};

/** Endings that are taken from a folder. A file named by itself is read whatever its ending. */
export const knownEndings: ReadonlySet<string> = new Set(Object.keys(endings));

/** Media type without parameters, lower case; null when none is given. */
export function essence(mediaType: string | null | undefined): string | null {
  const name = mediaType?.split(";")[0]?.trim().toLowerCase() ?? "";
  return name === "" ? null : name;
}

/** `charset` parameter of a media type. */
export function charsetOf(mediaType: string | null | undefined): string | null {
  return /;\s*charset\s*=\s*"?([^\s";]{1,40})/i.exec(mediaType ?? "")?.[1] ?? null;
}

/** Kind by the declared media type, else the ending, else a look at the beginning of the bytes. */
export function kindOf(bytes: Uint8Array, mediaType: string | null | undefined, uri: string): Kind {
  const declared = mediaTypes[essence(mediaType) ?? ""];
  if (declared !== undefined && declared !== "text") return declared;
  const named = endings[endingOf(uri)];
  if (named !== undefined) return named;
  return declared ?? (beginsLikeHtml(bytes) ? "html" : "text");
}

function endingOf(uri: string): string {
  const path = /^https?:\/\//i.test(uri) ? (uri.split(/[?#]/)[0] ?? "") : uri;
  return extname(path).toLowerCase();
}

function beginsLikeHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2_048)).replaceAll("\0", "");
  return /^[^<]{0,8}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    head,
  );
}
