import { firstOf } from "./api/first.ts";
import { storedLanguage } from "./words/language.ts";

// Runs before the app, which is large: its first questions are on their way while it is read. No part of it is shared
// with the app's own files, so that nothing else has to come first.
try {
  const language = storedLanguage();
  const asks = ["/api/session", ...firstOf(window.location.pathname, language)];
  globalThis.selonStarted = new Map(
    asks.map((url) => {
      const answer = fetch(url, { credentials: "same-origin", headers: { "accept-language": language } });
      // Whoever takes it is told that it failed.
      answer.catch(() => undefined);
      return [url, answer];
    }),
  );
} catch {
  // An address that is none: the app says so.
}
