import type { Attributes } from "./facts.ts";

const voids = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);
/** Elements without text that the extractor has no use for. */
const useless = new Set(["area", "base", "col", "embed", "img", "input", "link", "meta", "source", "track", "wbr"]);
const block = new Set(
  "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Elements that end when another of the group begins. */
const implied: Readonly<Record<string, readonly string[]>> = {
  p: ["p"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["tr", "td", "th"],
  td: ["td", "th"],
  th: ["td", "th"],
  option: ["option"],
};
/** Elements that end an open paragraph. */
const endsParagraph = new Set([...block].filter((name) => name !== "br"));
/** Furniture, left out of the plain blocks. */
const furniture = new Set(["nav", "footer", "aside", "form", "button", "header", "menu"]);

const deepest = 200;
const paragraphEnd = "<br><br>";
const mostElements = 40_000;
const mostCharacters = 4_000_000;

/** Writes a page again, well nested; nesting beyond a depth becomes line breaks, so that no reader of it can be hurt. */
export class Rewriter {
  private readonly out: string[] = [];
  private readonly stack: string[] = [];
  private readonly counts = new Map<string, number>();
  private readonly blocks: string[] = [];
  private block: string[] = [];
  private furniture = 0;
  private elements = 0;
  private written = 0;
  private cut = false;

  open(name: string, attributes: Attributes, closed: boolean): void {
    if (block.has(name)) this.endBlock();
    if (useless.has(name) || !/^[a-z][a-z0-9-]*$/.test(name)) return;
    if (endsParagraph.has(name) && this.stack.at(-1) === "p") this.pop();
    for (const other of implied[name] ?? []) if (this.stack.at(-1) === other) this.pop();
    if (voids.has(name) || this.stack.length >= deepest) {
      this.mark(name);
      return;
    }
    if (closed || !this.counted(1)) return;
    this.stack.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (furniture.has(name)) this.furniture += 1;
    this.write(`<${name}${written(attributes)}>`);
  }

  /** What stands for an element that is not nested: a rule or break as it is, a block beyond the depth as a paragraph's end. */
  private mark(name: string): void {
    if (name === "br" || name === "hr") {
      if (this.counted(1)) this.write(`<${name}>`);
    } else if (block.has(name) && this.out.at(-1) !== paragraphEnd && this.counted(2)) this.write(paragraphEnd);
  }

  /** Counts elements; a page of too many is cut, since what reads trees of it is not linear. */
  private counted(more: number): boolean {
    this.elements += more;
    if (this.elements > mostElements) this.cut = true;
    return !this.cut;
  }

  close(name: string): void {
    if (block.has(name)) this.endBlock();
    if ((this.counts.get(name) ?? 0) === 0) return;
    while (this.stack.length > 0 && this.pop() !== name);
  }

  text(data: string): void {
    this.write(escaped(data));
    if (this.furniture === 0) this.block.push(data);
  }

  finish(): { clean: string; cut: boolean; blocks: readonly string[] } {
    this.endBlock();
    while (this.stack.length > 0) this.pop();
    return { clean: this.out.join(""), cut: this.cut, blocks: this.blocks };
  }

  private pop(): string {
    const name = this.stack.pop() ?? "";
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1);
    if (furniture.has(name)) this.furniture -= 1;
    this.write(`</${name}>`, true);
    return name;
  }

  private write(piece: string, always = false): void {
    if (this.cut && !always) return;
    if (this.written + piece.length > mostCharacters && !always) {
      this.cut = true;
      return;
    }
    this.written += piece.length;
    this.out.push(piece);
  }

  private endBlock(): void {
    if (this.block.length === 0) return;
    const folded = fold(this.block.join(""));
    if (folded !== "") this.blocks.push(folded);
    this.block = [];
  }
}

function written(attributes: Attributes): string {
  let text = "";
  for (const name of ["class", "id", "href", "role", "itemprop", "rel", "hidden", "aria-hidden", "lang"]) {
    const value = attributes.get(name);
    if (value !== undefined) text += ` ${name}="${escaped(value.slice(0, 300)).replaceAll('"', "&quot;")}"`;
  }
  return text;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** White space folded to one space; no-break spaces, which the press sets with care, are kept. */
export function fold(text: string): string {
  return text
    .replaceAll(/[ \t\n\r\f]+/g, " ")
    .replace(/^ /, "")
    .replace(/ $/, "");
}
