import { type ReactNode, useEffect, useId } from "react";

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
  const own = useId();
  const heading = `${id ?? own}-h`;
  return (
    <section className="part" id={id} aria-labelledby={heading}>
      <h2 id={heading}>
        {title} {count === undefined ? null : <span className="count">{count.toLocaleString()}</span>}
      </h2>
      {children}
    </section>
  );
}
