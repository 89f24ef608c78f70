/** Markup that is safe to stand in a page. Only `html` makes it. */
export class Markup {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as text: markup escaped, control characters and lone surrogates, which no page may hold, replaced. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** Joins markup; every string put into it is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const out: string[] = [strings[0] ?? ""];
  parts.forEach((part, index) => {
    append(out, part);
    out.push(strings[index + 1] ?? "");
  });
  return new Markup(out.join(""));
}

function append(out: string[], part: Part): void {
  if (part instanceof Markup) out.push(part.value);
  else if (typeof part === "string") out.push(escapeHtml(part));
  else if (typeof part === "number") out.push(String(part));
  else if (Array.isArray(part)) for (const inner of part) append(out, inner);
}
