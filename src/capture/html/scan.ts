import { createRequire } from "node:module";
import { type Attributes, elementOf, type Facts, newFacts } from "./facts.ts";
import { Rewriter } from "./rewrite.ts";

export type Scanned = {
  /** The page again without scripts and styles, well nested, of bounded depth and size: fit for a DOM library. */
  readonly clean: string;
  /** True when the page was too large to be rewritten whole; `blocks` still has all its text. */
  readonly cut: boolean;
  /** The text block by block, without a judgement of what is the article. */
  readonly blocks: readonly string[];
  readonly facts: Facts;
};

/** Elements whose content is never text of the article. */
const silent = new Set([
  "script",
  "style",
  "svg",
  "template",
  "noscript",
  "iframe",
  "object",
  "canvas",
  "math",
  "select",
]);
const noted = new Set(["html", "meta", "link", "base", "time", "script", "title", "a", "span", "div", "p"]);
const kept = ["class", "id", "href", "role", "itemprop", "rel", "hidden", "aria-hidden", "lang"];

/** One linear pass over a page, before anything builds a tree of it. Tolerates any string. */
export function scan(source: string): Scanned {
  const { Tokenizer } = createRequire(import.meta.url)("htmlparser2") as typeof import("htmlparser2");
  const rewriter = new Rewriter();
  const facts = newFacts();
  let name = "";
  let attribute = "";
  let value = "";
  let attributes: Attributes = new Map();
  let muted: { name: string; depth: number } | null = null;
  let caught: { kind: "title" | "json-ld"; text: string } | null = null;

  const open = (closed: boolean): void => {
    if (noted.has(name)) elementOf(facts, name, attributes);
    if (name === "title" && muted === null && facts.documentTitle === null) caught = { kind: "title", text: "" };
    if (name === "script" && /^\s*application\/ld\+json/i.test(attributes.get("type") ?? ""))
      caught = { kind: "json-ld", text: "" };
    if (muted !== null) {
      if (name === muted.name && !closed) muted.depth += 1;
    } else if (silent.has(name)) {
      if (!closed) muted = { name, depth: 1 };
    } else if (name !== "title") rewriter.open(name, attributes, closed);
  };
  const close = (closing: string): void => {
    finishCaught(facts, caught);
    caught = null;
    if (muted === null) rewriter.close(closing);
    else if (closing === muted.name && --muted.depth === 0) muted = null;
  };
  const text = (data: string): void => {
    if (caught !== null) caught.text += data;
    else if (muted === null) rewriter.text(data);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = source.slice(start, Math.min(end, start + 40)).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = source.slice(start, Math.min(end, start + 40)).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        if (value.length < 4_000) value += source.slice(start, Math.min(end, start + 4_000));
      },
      onattribentity(point) {
        if (value.length < 4_000) value += String.fromCodePoint(point);
      },
      onattribend() {
        if ((noted.has(name) || kept.includes(attribute)) && attributes.size < 30 && !attributes.has(attribute))
          attributes.set(attribute, value);
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (start, end) => close(source.slice(start, Math.min(end, start + 40)).toLowerCase()),
      ontext: (start, end) => text(source.slice(start, end)),
      ontextentity: (point) => text(String.fromCodePoint(point)),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  finishCaught(facts, caught);
  return { ...rewriter.finish(), facts };
}

function finishCaught(facts: Facts, caught: { kind: "title" | "json-ld"; text: string } | null): void {
  if (caught?.kind === "title") facts.documentTitle ??= caught.text.slice(0, 2_000);
  if (caught?.kind === "json-ld" && facts.jsonLd.length < 20) facts.jsonLd.push(caught.text);
}
