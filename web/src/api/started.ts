declare global {
  /** What `start.ts` has asked before the app was there, by address. */
  var selonStarted: Map<string, Promise<Response>> | undefined;
}

/** The answer to what was asked before the app was there; each is taken once. */
export function started(url: string): Promise<Response> | undefined {
  const answer = globalThis.selonStarted?.get(url);
  globalThis.selonStarted?.delete(url);
  return answer;
}

/** Forgets what nobody took: what is asked later is asked anew. */
export function forgetStarted(): void {
  globalThis.selonStarted = undefined;
}
