/** Whether a ledger's place is a PostgreSQL server rather than a folder. */
export function isAddress(place: string): boolean {
  return /^postgres(?:ql)?:/i.test(place);
}

/** The address fit to be shown: without password, and without options that may hold one. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return "postgres://…";
  const user = url.username === "" ? "" : `${url.username}@`;
  return `postgres://${user}${url.host}${url.pathname}`;
}
