import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "@fontsource-variable/source-sans-3/index.css";
import "./look/tokens.css";
import "./look/base.css";
import "./look/shell.css";
import "./look/positions.css";
import "./look/home.css";
import "./look/story.css";
import "./look/figures.css";
import "./look/reader.css";
import "./look/review.css";
import "./look/decide.css";
import "./look/print.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api/client.ts";
import { forgetStarted } from "./api/started.ts";
import { App } from "./app.tsx";
import { Tells } from "./parts/telling.tsx";
import { Speaks } from "./words/index.tsx";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (times, error) => times < 1 && !(error instanceof ApiError),
    },
  },
});

// By then the first page has taken what was asked for it.
setTimeout(forgetStarted, 10_000);

const root = document.getElementById("app");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Speaks>
          <Tells>
            <App />
          </Tells>
        </Speaks>
      </QueryClientProvider>
    </StrictMode>,
  );
}
