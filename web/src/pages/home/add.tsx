import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { Link } from "wouter";
import { ApiError, send, upload } from "../../api/client.ts";
import type { Added } from "../../api/types.ts";
import { refresh } from "../../api/use.ts";
import { readerLink } from "../../parts/articles.ts";
import { useWords } from "../../words/index.tsx";

type Task = {
  readonly key: number;
  readonly name: string;
  readonly state: "waiting" | "reading" | "kept" | "known" | "failed";
  readonly id?: string;
  readonly error?: unknown;
};

type Work = { readonly name: string; readonly run: () => Promise<Added> };

/** Drop files, paste a text, or give an address; each is read in turn and says how it went. */
export function Add() {
  const { app } = useWords();
  const client = useQueryClient();
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  const [over, setOver] = useState(false);
  const next = useRef(0);
  const files = useRef<HTMLInputElement>(null);

  const addAll = async (works: readonly Work[]): Promise<void> => {
    const queued = works.map((work) => ({ ...work, key: next.current++ }));
    setTasks((now) =>
      [...queued.map(({ key, name }): Task => ({ key, name, state: "waiting" })), ...now].slice(0, 200),
    );
    const set = (key: number, change: Partial<Task>): void =>
      setTasks((now) => now.map((task) => (task.key === key ? { ...task, ...change } : task)));
    for (const { key, run } of queued) {
      set(key, { state: "reading" });
      try {
        const added = await run();
        set(key, { state: added.kind, id: added.id });
      } catch (error) {
        set(key, { state: "failed", error });
      }
    }
    await refresh(client);
  };
  const addFiles = (list: Iterable<File>): void =>
    void addAll([...list].map((file) => ({ name: file.name, run: () => sendFile(file) })));
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    addFiles(event.dataTransfer.files);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const url = String(data.get("url") ?? "").trim();
    const text = String(data.get("text") ?? "").trim();
    const published = String(data.get("published") ?? "") || undefined;
    const works: Work[] = [];
    if (url !== "") works.push({ name: url, run: () => send<Added>("/documents", { url, published }) });
    if (text !== "") {
      const name = text.slice(0, 60);
      works.push({ name, run: () => upload<Added>("/documents", { published }, "text/plain;charset=utf-8", text) });
    }
    form.reset();
    void addAll(works);
  };
  return (
    <section className="add" aria-labelledby="add-h">
      <h2 id="add-h">{app.add.title}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className={`drop${over ? " over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p>{app.add.drop}</p>
        <button type="button" className="button" onClick={() => files.current?.click()}>
          {app.add.choose}
        </button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={app.add.choose}
          onChange={(event) => {
            addFiles(event.target.files ?? []);
            event.target.value = "";
          }}
        />
      </div>
      <form onSubmit={onSubmit}>
        <label>
          {app.add.address}
          <input className="field" name="url" type="url" placeholder={app.add.addressHint} />
        </label>
        <label>
          {app.add.paste}
          <textarea className="field" name="text" rows={4} placeholder={app.add.pasteHint} />
        </label>
        <label>
          {app.add.published}
          <input className="field" name="published" type="date" />
        </label>
        <button type="submit" className="button first">
          {app.add.go}
        </button>
      </form>
      <ol className="tasks" aria-live="polite">
        {tasks.map((task) => (
          <TaskLine key={task.key} task={task} />
        ))}
      </ol>
    </section>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const { app } = useWords();
  const { name, state, id, error } = task;
  if (state === "failed") {
    const why = error instanceof ApiError ? `${error.message} ${error.why} ${error.todo}` : app.states.offline.what;
    return (
      <li className="bad">
        {name}: {why}
      </li>
    );
  }
  const text = app.add[state](name);
  return (
    <li className={state === "waiting" ? "soft" : undefined}>
      {id === undefined ? `${text}${state === "reading" ? "…" : ""}` : <Link href={readerLink(id)}>{text}</Link>}
    </li>
  );
}

const types: Readonly<Record<string, string>> = {
  html: "text/html",
  htm: "text/html",
  xhtml: "application/xhtml+xml",
  md: "text/markdown",
  markdown: "text/markdown",
};

/** A file goes as it is; its name's ending says what it is where the browser does not know. */
function sendFile(file: File): Promise<Added> {
  const ending = file.name.toLowerCase().split(".").at(-1) ?? "";
  return upload<Added>("/documents", { uri: file.name }, types[ending] ?? "text/plain", file);
}
