import { createRequire } from "node:module";
import { fold } from "./rewrite.ts";

/** The little of a DOM node that is read here. */
type Node = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<Node>;
};

export type Article = { readonly paragraphs: readonly string[]; readonly byline: string | null };

/** The main text of a page, paragraph by paragraph, by Mozilla's Readability; null when it finds none. Expects bounded, well-nested HTML. */
export function mainText(clean: string): Article | null {
  const require = createRequire(import.meta.url);
  const { parseHTML } = require("linkedom") as typeof import("linkedom");
  const { Readability } = require("@mozilla/readability") as typeof import("@mozilla/readability");
  const page = /<html\b/i.test(clean.slice(0, 500)) ? clean : `<html><body>${clean}</body></html>`;
  try {
    const { document } = parseHTML(page);
    const found = new Readability<Node>(document, {
      charThreshold: 200,
      disableJSONLD: true,
      serializer: (node: unknown) => node as Node,
    }).parse();
    if (!found?.content) return null;
    const paragraphs = paragraphsOf(found.content);
    return paragraphs.length === 0 ? null : { paragraphs, byline: found.byline ?? null };
  } catch {
    return null;
  }
}

const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);

/** Paragraphs of a tree: every block element is one, a line break is a space, two are the end of a paragraph. */
function paragraphsOf(root: Node): string[] {
  const found: string[] = [];
  let current: string[] = [];
  let breaks = 0;
  const end = (): void => {
    const text = fold(current.join(""));
    if (text !== "") found.push(text);
    current = [];
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? "";
      if (value.trim() !== "") breaks = 0;
      current.push(value);
      return;
    }
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toLowerCase();
    if (name === "br") {
      breaks += 1;
      current.push(" ");
      if (breaks === 2) end();
      return;
    }
    const cell = name === "td" || name === "th";
    if (cell && fold(current.join("")) !== "") current.push(" | ");
    const within = inline.has(name) || cell;
    if (!within) end();
    for (const child of node.childNodes) walk(child);
    if (!within) end();
  };
  walk(root);
  end();
  return found;
}
