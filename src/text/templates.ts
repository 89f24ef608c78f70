/** A sentence and what it is in another language; `{}` stands for a name, a quotation or a number, in one order on both sides. */
export type Template = readonly [from: string, to: string];

/**
 * Says sentences in another language by templates: what stands at `{}` is taken out and put back. Null for a sentence that
 * no template fits. `slot`: what may stand at `{}`, as a group of a regular expression.
 */
export function translatorBy(templates: readonly Template[], slot: string): (sentence: string) => string | null {
  const patterns = templates.map(([from, to]) => ({
    from: new RegExp(`^${from.split("{}").map(literal).join(slot)}$`, "su"),
    to,
  }));
  return (sentence) => {
    for (const { from, to } of patterns) {
      const found = from.exec(sentence);
      if (found === null) continue;
      let next = 1;
      return to.replace(/\{\}/g, () => found[next++] ?? "");
    }
    return null;
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
