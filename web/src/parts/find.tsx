import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Suggestion } from "../../../src/operations/search.ts";
import { get } from "../api/client.ts";
import type { Page } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { actorLink, readerLink, storyLink } from "./articles.ts";
import { type Hit, Snippet } from "./snippet.tsx";

type Option = { readonly key: string; readonly href: string; readonly shown: ReactNode };

/** Search that answers while one types: names that begin so, then the first sentences; all of them on Enter. */
export function Find() {
  const { app } = useWords();
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useDeferredValue(text.trim());
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const ready = open && asked.length > 1;
  const hits = useQuery({
    queryKey: ["api", "/search", asked],
    queryFn: ({ signal }) => get<Page<Hit>>("/search", { q: asked, limit: 6, typing: true }, signal),
    enabled: ready,
    placeholderData: (before) => before,
    retry: false,
  });
  const names = useQuery({
    queryKey: ["api", "/suggest", asked],
    queryFn: ({ signal }) =>
      get<{ items: readonly Suggestion[] }>("/suggest", { q: asked.slice(0, 200), limit: 3 }, signal),
    enabled: ready,
    placeholderData: (before) => before,
    retry: false,
  });
  const options = !ready
    ? []
    : [...(names.data?.items ?? []).map((one) => named(one, app.search)), ...(hits.data?.items ?? []).map(sentence)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another list
  useEffect(() => setAt(-1), [asked]);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const { target } = event;
      const typing = target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const choose = ({ href }: Option): void => {
    setOpen(false);
    go(href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") setOpen(false);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((now) => Math.max(-1, Math.min(options.length - 1, now + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = options[at];
      if (option !== undefined) choose(option);
      else {
        setOpen(false);
        // Nothing asked: what can be.
        go(asked === "" ? "/search" : `/search?q=${encodeURIComponent(text.trim())}`);
      }
    }
  };
  return (
    <search className="find">
      <input
        ref={field}
        className="field"
        type="search"
        role="combobox"
        aria-label={app.search.label}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
        aria-keyshortcuts="/"
        placeholder={app.search.hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={onKeyDown}
      />
      {options.length === 0 ? (
        <div id={list} hidden />
      ) : (
        <div id={list} role="listbox" className="find-list" aria-label={app.search.label}>
          {options.map((option, index) => (
            <div
              key={option.key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={() => choose(option)}
            >
              {option.shown}
            </div>
          ))}
        </div>
      )}
    </search>
  );
}

const sentence = (hit: Hit): Option => ({
  key: `${hit.document} ${hit.start}`,
  href: readerLink(hit.document, hit.statements[0]?.id),
  shown: <Snippet hit={hit} />,
});

function named(
  { kind, id, name, query }: Suggestion,
  { kinds }: { readonly kinds: Readonly<Record<Suggestion["kind"], string>> },
): Option {
  const href =
    kind === "actor"
      ? actorLink(id)
      : kind === "story"
        ? storyLink(id)
        : `/search?q=${encodeURIComponent(query ?? name)}`;
  return {
    key: `${kind} ${id}`,
    href,
    shown: (
      <>
        <b className={kind === "story" ? "theirs" : undefined}>{name}</b>{" "}
        <span className="small soft kind">{kinds[kind]}</span>
      </>
    ),
  };
}
