import { createHash } from "node:crypto";
import type { Capture, Diagnostic, Document, DocumentId } from "../model/index.ts";
import { binaryKind } from "./encoding/binary.ts";
import { declaredEncoding } from "./encoding/declared.ts";
import { decode } from "./encoding/decode.ts";
import { readHtml } from "./html/read.ts";
import { charsetOf, essence, type Kind, kindOf } from "./kind.ts";
import { detectLanguage } from "./language/detect.ts";
import type { Origin } from "./origin.ts";
import { readText } from "./text/read.ts";
import { languageTag } from "./values.ts";

/** What a reader of one kind of bytes makes of them: everything of a document that the bytes themselves tell. */
export type Content = Pick<
  Document,
  "text" | "title" | "outlet" | "authors" | "published" | "modified" | "canonical"
> & {
  /** Language the bytes declare, or null. */
  readonly language: string | null;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Bytes to a capture. A pure function of the bytes and their origin; never throws for bad bytes: bytes that are not
 * text give an empty document with the diagnostic `binary`, an empty file one with `empty` (`captureInputs` makes
 * failures of both).
 */
export function captureBytes(bytes: Uint8Array, origin: Origin): Capture {
  const binary = binaryKind(bytes);
  const kind = kindOf(bytes, origin.mediaType, origin.uri);
  const content = binary === null ? read(bytes, kind, origin) : refused(binary);
  const { language, found } = languageOf(content, origin);
  const document: Document = {
    id: documentId(bytes),
    uri: origin.uri,
    canonical: content.canonical,
    mediaType: mediaTypeOf(kind, origin),
    title: content.title,
    outlet: content.outlet,
    authors: content.authors,
    language,
    published: origin.published ?? content.published,
    modified: content.modified,
    text: content.text,
  };
  const diagnostics = [...content.diagnostics, ...found];
  if (binary === null && content.text.trim() === "" && !diagnostics.some(({ code }) => code === "no-text"))
    diagnostics.push({ code: "empty", message: "There is no text in it." });
  return { document, bytes, captured: origin.captured ?? new Date().toISOString(), diagnostics };
}

/** `sha256:` and the hash of bytes as given. */
export function documentId(bytes: Uint8Array): DocumentId {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}` as DocumentId;
}

function read(bytes: Uint8Array, kind: Kind, origin: Origin): Content {
  const declared = charsetOf(origin.mediaType) ?? (kind === "html" ? declaredEncoding(bytes) : null);
  const { text, diagnostics } = decode(bytes, declared);
  if (kind === "html") return readHtml(text, origin.location ?? origin.uri, diagnostics);
  return readText(text, kind === "markdown", diagnostics);
}

function refused(binary: string): Content {
  const message = `This is not text but ${binary}.`;
  return {
    text: "",
    title: null,
    outlet: null,
    authors: [],
    published: null,
    modified: null,
    canonical: null,
    language: null,
    diagnostics: [{ code: "binary", message }],
  };
}

/**
 * Language from outside, else as declared, else detected. Pages often declare the language of their template: where
 * the text plainly is in another one, the text is believed.
 */
function languageOf(content: Content, origin: Origin): { language: string; found: readonly Diagnostic[] } {
  const given = languageTag(origin.language);
  if (given !== null) return { language: given, found: [] };
  const declared = languageTag(content.language);
  if (declared === null) return { language: detectLanguage(content.text), found: [] };
  const plain = content.text.length >= 400 ? detectLanguage(content.text) : "und";
  if (plain === "und" || plain === declared.split("-")[0]) return { language: declared, found: [] };
  const message = `Declared as ${declared}, but the text is in ${plain}.`;
  return { language: plain, found: [{ code: "language-disagrees", message }] };
}

const ownTypes: Readonly<Record<Kind, string>> = { text: "text/plain", markdown: "text/markdown", html: "text/html" };

/** Media type of a document; a declared `charset` that is not UTF-8 stays with it, so that the bytes can be read again. */
function mediaTypeOf(kind: Kind, origin: Origin): string {
  const name = essence(origin.mediaType) === "application/xhtml+xml" ? "application/xhtml+xml" : ownTypes[kind];
  const charset = charsetOf(origin.mediaType)?.toLowerCase();
  return charset === undefined || charset === "utf-8" || charset === "utf8" ? name : `${name}; charset=${charset}`;
}
