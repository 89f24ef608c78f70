import { storedLanguage } from "../words/language.ts";
import { address, type Params } from "./address.ts";
import { started } from "./started.ts";

export { address, type Params };

/** What the API answers when something went wrong: what, why, what to do. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly why: string;
  readonly todo: string;

  constructor(status: number, body: { code: string; what: string; why: string; todo: string }) {
    super(body.what);
    this.status = status;
    this.code = body.code;
    this.why = body.why;
    this.todo = body.todo;
  }
}

export async function get<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T> {
  return read<T>(await reach(address(path, params), signal === undefined ? {} : { signal }));
}

/** A file that the API answers. */
export async function file(path: string, params: Params): Promise<Blob> {
  const response = await reach(address(path, params), {});
  return response.ok ? await response.blob() : await read<never>(response);
}

/** Sends JSON. */
export async function send<T>(path: string, body: unknown, method = "POST"): Promise<T> {
  const headers = { "content-type": "application/json" };
  return read<T>(await reach(address(path), { method, headers, body: JSON.stringify(body) }));
}

/** Sends a file or text as it is. */
export async function upload<T>(path: string, params: Params, type: string, body: Blob | string): Promise<T> {
  return read<T>(await reach(address(path, params), { method: "POST", headers: { "content-type": type }, body }));
}

/** Thrown when nobody answers: the server was stopped, or the network is gone. */
export class Unreachable extends Error {}

let csrf: string | null = null;

/** The word that a signed-in page sends with whatever changes something. */
export function setCsrf(word: string | null): void {
  csrf = word;
}

export const csrfWord = (): string | null => csrf;

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    const begun = init.method === undefined ? await started(url) : undefined;
    if (begun !== undefined) return begun;
    const headers = new Headers(init.headers);
    // What can't be done is told in the language of the interface, which may not be the browser's.
    headers.set("accept-language", storedLanguage());
    if (csrf !== null && init.method !== undefined) headers.set("x-selon-csrf", csrf);
    return await fetch(url, { ...init, headers, credentials: "same-origin" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable("no answer");
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  let body: { error?: { code: string; what: string; why: string; todo: string } } = {};
  try {
    body = await response.json();
  } catch {
    // An answer that is not ours, from something between.
  }
  const error = body.error ?? { code: "unknown", what: `HTTP ${response.status}`, why: response.statusText, todo: "" };
  throw new ApiError(response.status, error);
}
