import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../words/index.tsx";
import { useMeant } from "./hash.ts";

/** A page's head, which names the window too. */
export function PageHead({
  title,
  over,
  theirs = false,
  children,
}: {
  readonly title: string;
  readonly over?: ReactNode;
  readonly theirs?: boolean;
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    document.title = title === "" ? "Selon" : `${title.length > 70 ? `${title.slice(0, 69)}…` : title} – Selon`;
  }, [title]);
  return (
    <header className="head">
      {over === undefined ? null : <p className="over">{over}</p>}
      <h1 className={`${theirs ? "theirs" : ""}${title.length > 60 ? " long" : ""}`}>{title}</h1>
      {children === undefined ? null : <div className="under">{children}</div>}
    </header>
  );
}

/** The parts of a long page, each a step away. */
export function Contents({ parts }: { readonly parts: readonly (readonly [id: string, title: string])[] }) {
  const { app } = useWords();
  return (
    <nav className="contents small" aria-label={app.contents}>
      <ul>
        {parts.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Part({
  title,
  count,
  children,
  id,
}: {
  readonly title: string;
  readonly count?: number | undefined;
  readonly children: ReactNode;
  readonly id?: string;
}) {
  const { language } = useWords();
  const own = useId();
  const heading = `${id ?? own}-h`;
  const place = useRef<HTMLElement>(null);
  useMeant(place, id);
  return (
    <section ref={place} className="part" id={id} aria-labelledby={heading}>
      <h2 id={heading}>
        {title} {count === undefined ? null : <span className="count">{count.toLocaleString(language)}</span>}
      </h2>
      {children}
    </section>
  );
}
