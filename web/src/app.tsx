import { lazy, Suspense } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { useLive } from "./api/live.ts";
import { Home } from "./pages/home/home.tsx";
import { Story } from "./pages/story/story.tsx";
import { PageHead } from "./parts/page.tsx";
import { Shell } from "./parts/shell.tsx";
import { SignedIn } from "./parts/sign-in.tsx";
import { Guard, Loading, Nothing } from "./parts/states.tsx";
import { useWords } from "./words/index.tsx";

const Claim = lazy(async () => ({ default: (await import("./pages/claim/claim.tsx")).ClaimPage }));
const Claims = lazy(async () => ({ default: (await import("./pages/claims.tsx")).Claims }));
const Reader = lazy(async () => ({ default: (await import("./pages/reader/reader.tsx")).Reader }));
const Documents = lazy(async () => ({ default: (await import("./pages/documents.tsx")).Documents }));
const Figures = lazy(async () => ({ default: (await import("./pages/figures/figures.tsx")).Figures }));
const Timeline = lazy(async () => ({ default: (await import("./pages/timeline/timeline.tsx")).Timeline }));
const Actors = lazy(async () => ({ default: (await import("./pages/actors/actors.tsx")).Actors }));
const Actor = lazy(async () => ({ default: (await import("./pages/actors/actor.tsx")).Actor }));
const Sources = lazy(async () => ({ default: (await import("./pages/sources/sources.tsx")).Sources }));
const Review = lazy(async () => ({ default: (await import("./pages/review/review.tsx")).Review }));
const Hypotheses = lazy(async () => ({ default: (await import("./pages/hypotheses/hypotheses.tsx")).Hypotheses }));
const Question = lazy(async () => ({ default: (await import("./pages/hypotheses/question.tsx")).QuestionPage }));
const Search = lazy(async () => ({ default: (await import("./pages/search/search.tsx")).Search }));

/** Every page by its address. The first two come at once, the others when they are asked for. */
export function App() {
  const lost = useLive();
  // A page that failed is left behind with its failure.
  const [page] = useLocation();
  return (
    <Shell lost={lost}>
      <Guard at={page}>
        <SignedIn>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/" component={Home} />
              <Route path="/stories/:id">{({ id }) => <Story key={id} id={decodeURIComponent(id)} />}</Route>
              <Route path="/claims" component={Claims} />
              <Route path="/claims/:id">{({ id }) => <Claim key={id} id={decodeURIComponent(id)} />}</Route>
              <Route path="/documents" component={Documents} />
              <Route path="/documents/:id">{({ id }) => <Reader key={id} id={decodeURIComponent(id)} />}</Route>
              <Route path="/figures" component={Figures} />
              <Route path="/timeline" component={Timeline} />
              <Route path="/actors" component={Actors} />
              <Route path="/actors/:id">{({ id }) => <Actor key={id} id={decodeURIComponent(id)} />}</Route>
              <Route path="/sources" component={Sources} />
              <Route path="/review" component={Review} />
              <Route path="/hypotheses" component={Hypotheses} />
              <Route path="/hypotheses/:id">{({ id }) => <Question key={id} id={decodeURIComponent(id)} />}</Route>
              <Route path="/search" component={Search} />
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </SignedIn>
      </Guard>
    </Shell>
  );
}

function NotFound() {
  const { app } = useWords();
  const { what, todo } = app.states.notFound;
  return (
    <>
      <PageHead title={what} />
      <Nothing>
        {todo} <Link href="/">{app.nav.stories}</Link>
      </Nothing>
    </>
  );
}
