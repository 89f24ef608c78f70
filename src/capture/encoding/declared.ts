/** The encoding that a page declares in its first bytes: `meta charset`, `http-equiv`, or an XML declaration. Null when none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  const xml = /^\s{0,10}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head);
  const meta = /<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(
    head.replaceAll(/<!--[\s\S]*?-->/g, ""),
  );
  const label = meta?.[1] ?? xml?.[1] ?? null;
  // A declaration that can be read as ASCII is not in UTF-16, whatever it says.
  return label !== null && /^utf-?16/i.test(label) ? "utf-8" : label;
}
