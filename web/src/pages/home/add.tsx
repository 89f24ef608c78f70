import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { Link } from "wouter";
import { addItems, type Item } from "../../api/additions.ts";
import { ApiError } from "../../api/client.ts";
import { refresh } from "../../api/use.ts";
import { readerLink } from "../../parts/articles.ts";
import { useWords } from "../../words/index.tsx";

type Task = {
  readonly key: number;
  readonly name: string;
  readonly state: "waiting" | "kept" | "known" | "failed";
  readonly id?: string;
  readonly why?: string;
};

/** Items that go in one body. */
const most = 100;
const mostBytes = 20_000_000;

/** Drop files, paste a text, or give an address; how far all are, and what became of each. */
export function Add() {
  const { app } = useWords();
  const client = useQueryClient();
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  const [running, setRunning] = useState(0);
  const [over, setOver] = useState(false);
  const next = useRef(0);
  const files = useRef<HTMLInputElement>(null);

  const add = async (items: readonly Item[], published?: string): Promise<void> => {
    if (items.length === 0) return;
    setRunning((now) => now + 1);
    const queued = items.map((item) => ({ item, key: next.current++ }));
    setTasks((now) => [...now, ...queued.map(({ item, key }): Task => ({ key, name: item.name, state: "waiting" }))]);
    const set = (keys: readonly number[], change: Partial<Task>): void => {
      const meant = new Set(keys);
      setTasks((now) => now.map((task) => (meant.has(task.key) ? { ...task, ...change } : task)));
    };
    for (const batch of batches(queued)) {
      const open = new Set(batch.map(({ key }) => key));
      try {
        await addItems(
          batch.map(({ item }) => item),
          published,
          {
            sent: (share) => setSent(share < 1 ? share : null),
            step: (step) => {
              const key = batch[step.item]?.key;
              if (key === undefined) return;
              open.delete(key);
              if (step.kind === "failed") {
                const { why, todo } = step.failure;
                set([key], { state: "failed", why: `${why} ${todo}` });
              } else
                set([key], { state: step.kind, id: step.id, ...(step.title === null ? {} : { name: step.title }) });
            },
          },
        );
      } catch (error) {
        const why =
          error instanceof ApiError
            ? `${error.message} ${error.why} ${error.todo}`
            : open.size < batch.length
              ? app.add.lost
              : `${app.states.offline.what} ${app.states.offline.todo}`;
        set([...open], { state: "failed", why });
      }
      setSent(null);
    }
    setRunning((now) => now - 1);
    await refresh(client);
  };
  const addFiles = (list: Iterable<File>): void => void add([...list].map((file) => ({ name: file.name, file })));
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const { files: dropped } = event.dataTransfer;
    const url = event.dataTransfer.getData("text/uri-list").split(/\r?\n/)[0]?.trim() ?? "";
    if (dropped.length > 0) addFiles(dropped);
    else if (/^https?:/i.test(url)) void add([{ name: url, url }]);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const urls = String(data.get("url") ?? "")
      .split(/\s+/)
      .filter((url) => url !== "");
    const text = String(data.get("text") ?? "").trim();
    const items: Item[] = urls.map((url) => ({ name: url, url }));
    if (text !== "") items.push({ name: text.slice(0, 60), text });
    form.reset();
    void add(items, String(data.get("published") ?? "") || undefined);
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
      {tasks.length === 0 ? null : <Progress tasks={tasks} sent={sent} running={running > 0} />}
    </section>
  );
}

function Progress({
  tasks,
  sent,
  running,
}: {
  readonly tasks: readonly Task[];
  readonly sent: number | null;
  readonly running: boolean;
}) {
  const { app, language } = useWords();
  const count = (state: Task["state"]): number => tasks.filter((task) => task.state === state).length;
  const done = tasks.length - count("waiting");
  const label =
    sent !== null
      ? app.add.sending(sent.toLocaleString(language, { style: "percent" }))
      : !running
        ? app.add.finished(count("kept"), count("known"), count("failed"))
        : done === tasks.length
          ? `${app.add.aligning}…`
          : app.add.progress(done, tasks.length);
  return (
    <div className="adding">
      <p className="small" role="status">
        {label}
      </p>
      {running ? <progress max={tasks.length} value={sent === null ? done : undefined} aria-label={label} /> : null}
      <ol className="tasks">
        {tasks.slice(-200).map((task) => (
          <TaskLine key={task.key} task={task} />
        ))}
      </ol>
    </div>
  );
}

function TaskLine({ task: { name, state, id, why } }: { readonly task: Task }) {
  const { app } = useWords();
  if (state === "failed") {
    return (
      <li className="bad">
        <b>{name}</b> {why}
      </li>
    );
  }
  const text = app.add[state](name);
  return (
    <li className={state === "waiting" ? "soft" : undefined}>
      {id === undefined ? text : <Link href={readerLink(id)}>{text}</Link>}
    </li>
  );
}

function batches<T extends { readonly item: Item }>(all: readonly T[]): T[][] {
  const found: T[][] = [];
  let bytes = 0;
  for (const one of all) {
    const size = "file" in one.item ? one.item.file.size : 0;
    const last = found.at(-1);
    if (last === undefined || last.length >= most || bytes + size > mostBytes) {
      found.push([one]);
      bytes = size;
    } else {
      last.push(one);
      bytes += size;
    }
  }
  return found;
}
