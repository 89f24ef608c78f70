export type Params = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address of something under `/api`, with what is asked of it. */
export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== "" && value !== false) query.set(name, String(value));
  }
  const text = query.toString();
  return `/api${path}${text === "" ? "" : `?${text}`}`;
}
