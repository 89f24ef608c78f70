/**
 * On which line each object of the named list of a JSON file begins, from 1. The text must already have passed
 * `JSON.parse`; the list is a member of the outermost object.
 */
export function linesOfList(json: string, list: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let key = "";
  let last = "";
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === "\n") line += 1;
    else if (sign === '"') {
      const end = endOfString(json, at);
      if (depth === 1) last = json.slice(at + 1, end);
      at = end;
    } else if (sign === ":" && depth === 1) key = last;
    else if (sign === "{" || sign === "[") {
      if (depth === 2 && key === list) lines.push(line);
      depth += 1;
    } else if (sign === "}" || sign === "]") depth -= 1;
  }
  return lines;
}

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === "\\") at += 1;
    else if (json[at] === '"') return at;
  }
  return json.length;
}
