import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { useMay } from "../api/session.ts";
import { useWords } from "../words/index.tsx";
import { Find } from "./find.tsx";
import { NoticeBar } from "./notice.tsx";
import { Who } from "./sign-in.tsx";

const pages = [
  ["/", "home"],
  ["/claims", "claims"],
  ["/figures", "figures"],
  ["/timeline", "timeline"],
  ["/actors", "actors"],
  ["/sources", "sources"],
  ["/documents", "articles"],
  ["/review", "review"],
  ["/hypotheses", "hypotheses"],
] as const;

/** What stands on every page: the name, the ways, the search, the settings. */
export function Shell({ lost, children }: { readonly lost: boolean; readonly children: ReactNode }) {
  const { app } = useWords();
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const may = useMay("decide");
  // A new page is told to a screen reader and begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the address changes
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      window.scrollTo(0, 0);
      main.current?.focus();
    }
  }, [location]);
  return (
    <>
      <a className="skip" href="#main">
        {app.skip}
      </a>
      <header className="bar">
        <div className="bar-in">
          <Link className="brand" href="/">
            Selon
          </Link>
          <nav className="nav" aria-label="Selon">
            <ul>
              {pages
                .filter(([, name]) => may || name !== "review")
                .map(([path, name]) => (
                  <li key={path}>
                    <Link href={path} aria-current={isHere(path, location) ? "page" : undefined}>
                      {app.nav[name]}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
          <Find />
          <Settings />
        </div>
        <p className={lost ? "lost" : "hidden"} role="status">
          {lost ? app.states.lost : null}
        </p>
      </header>
      <main id="main" className="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <NoticeBar />
    </>
  );
}

const isHere = (path: string, location: string): boolean =>
  path === "/" ? location === "/" || location.startsWith("/stories") : location.startsWith(path);

function Settings() {
  const { app, language, setLanguage } = useWords();
  const [theme, setTheme] = useState(() => localStorage.getItem("selon.theme") ?? "auto");
  useEffect(() => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    localStorage.setItem("selon.theme", theme);
  }, [theme]);
  return (
    <div className="settings">
      <Who />
      <select
        className="field"
        aria-label={app.language}
        value={language}
        onChange={(event) => setLanguage(event.target.value === "fr" ? "fr" : "en")}
      >
        <option value="fr" lang="fr">
          Français
        </option>
        <option value="en" lang="en">
          English
        </option>
      </select>
      <select className="field" aria-label={app.theme} value={theme} onChange={(event) => setTheme(event.target.value)}>
        {(["auto", "light", "dark"] as const).map((one) => (
          <option key={one} value={one}>
            {app.themes[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
