import { storedLanguage } from "../words/language.ts";
import { ApiError, address, csrfWord, Unreachable } from "./client.ts";

/** Something to add, by the name under which the page tells of it. */
export type Item = { readonly name: string } & (
  | { readonly file: File }
  | { readonly text: string }
  | { readonly url: string }
);

/** What becomes of one item; `item` is its place in what was sent. */
export type Step =
  | { readonly kind: "kept" | "known"; readonly item: number; readonly id: string; readonly title: string | null }
  | { readonly kind: "failed"; readonly item: number; readonly failure: { what: string; why: string; todo: string } };

export type Listener = {
  /** Share of the bytes that have left, from 0 to 1. */
  readonly sent: (share: number) => void;
  readonly step: (step: Step) => void;
};

/** Sends items and tells what becomes of each, until all are done. Throws what the API answers, or `Unreachable`. */
export async function addItems(
  items: readonly Item[],
  published: string | undefined,
  listener: Listener,
): Promise<void> {
  const form = new FormData();
  for (const item of items) {
    if ("file" in item) form.append("file", typed(item.file), item.file.name);
    else if ("text" in item) form.append("text", item.text);
    else form.append("url", item.url);
  }
  const { id } = await post(address("/additions", { published }), form, listener.sent);
  await follow(id, listener.step);
}

/** A browser tells how far a body is only by this older way of sending. */
function post(url: string, form: FormData, sent: (share: number) => void): Promise<{ readonly id: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("accept-language", storedLanguage());
    const word = csrfWord();
    if (word !== null) request.setRequestHeader("x-selon-csrf", word);
    request.upload.onprogress = ({ loaded, total }) => sent(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Unreachable("no answer"));
    request.onload = () => {
      const { status, response, statusText } = request;
      if (status === 202 && typeof response?.id === "string") return resolve(response);
      const unknown = { code: "unknown", what: `HTTP ${status}`, why: statusText, todo: "" };
      reject(new ApiError(status, response?.error ?? unknown));
    };
    request.send(form);
  });
}

/** Listens until all is done. A connection that breaks is taken up again by the browser where it left off. */
function follow(id: string, step: (step: Step) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/additions/${encodeURIComponent(id)}/events`);
    const told = ({ data }: MessageEvent<string>): void => {
      // Our own server's events, of the shape that its schema states.
      const { item, outcome, ...rest } = JSON.parse(data);
      step({ item, ...(outcome ?? rest) });
    };
    for (const kind of ["kept", "known", "failed"]) events.addEventListener(kind, told);
    events.addEventListener("done", () => {
      events.close();
      resolve();
    });
    events.onerror = () => {
      if (events.readyState !== EventSource.CLOSED) return;
      reject(new Unreachable("no answer"));
    };
  });
}

const types: Readonly<Record<string, string>> = {
  htm: "text/html",
  html: "text/html",
  markdown: "text/markdown",
  md: "text/markdown",
  txt: "text/plain",
  xhtml: "application/xhtml+xml",
};

/** A file's name says what it is where the browser does not know. */
function typed(file: File): File {
  const ending = file.name.toLowerCase().split(".").at(-1) ?? "";
  const type = types[ending];
  return type === undefined || file.type === type ? file : new File([file], file.name, { type });
}
