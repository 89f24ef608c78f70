import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from "react";
import { useLocation } from "wouter";
import { get } from "../api/client.ts";
import type { Page } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { readerLink } from "./articles.ts";
import { type Hit, Snippet } from "./snippet.tsx";

/** Search that answers while one types: the first sentences below the field, all of them on Enter. */
export function Find() {
  const { app } = useWords();
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useDeferredValue(text.trim());
  const list = useId();
  const query = useQuery({
    queryKey: ["api", "/search", asked],
    queryFn: ({ signal }) => get<Page<Hit>>("/search", { q: asked, limit: 6 }, signal),
    enabled: open && asked.length > 1,
    placeholderData: (before) => before,
    retry: false,
  });
  const hits = open && asked.length > 1 ? (query.data?.items ?? []) : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another list
  useEffect(() => setAt(-1), [asked]);

  const choose = (hit: Hit): void => {
    setOpen(false);
    go(readerLink(hit.document, hit.statements[0]?.id));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") setOpen(false);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((now) => Math.max(-1, Math.min(hits.length - 1, now + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const hit = hits[at];
      if (hit !== undefined) choose(hit);
      else if (asked !== "") {
        setOpen(false);
        go(`/search?q=${encodeURIComponent(text.trim())}`);
      }
    }
  };
  return (
    <search className="find">
      <input
        className="field"
        type="search"
        role="combobox"
        aria-label={app.search.label}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
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
      {hits.length === 0 ? (
        <div id={list} hidden />
      ) : (
        <div id={list} role="listbox" className="find-list" aria-label={app.search.label}>
          {hits.map((hit, index) => (
            <div
              key={`${hit.document} ${hit.start}`}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={() => choose(hit)}
            >
              <Snippet hit={hit} />
            </div>
          ))}
        </div>
      )}
    </search>
  );
}
