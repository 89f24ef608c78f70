import { Link } from "wouter";
import type { Page, Source } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { citedSource } from "../../parts/cite.ts";
import { Copy } from "../../parts/copy.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Answered, NothingYet } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";
import { Rating } from "./rating.tsx";

/** Papers, agencies and sites: how often each is root, carrier or copy, and how people rate it. */
export function Sources() {
  const { app, words } = useWords();
  const sources = useAnswer<Page<Source>>("/sources", { limit: 500 });
  return (
    <>
      <PageHead title={app.sources.title}>
        <Tables path="/sources" />
      </PageHead>
      <Answered query={sources}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingYet>{app.sources.none}</NothingYet>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
            <section className="scroll" tabIndex={0} aria-label={app.sources.title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words.name}</th>
                    <th scope="col" className="num">
                      {app.nav.articles}
                    </th>
                    <th scope="col" className="num">
                      {words.statements}
                    </th>
                    <th scope="col" className="num">
                      {app.sources.root}
                    </th>
                    <th scope="col" className="num">
                      {app.sources.carrier}
                    </th>
                    <th scope="col" className="num">
                      {app.sources.copy}
                    </th>
                    <th scope="col">{app.sources.rating}</th>
                    <th scope="col">{app.claim.citation}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((source) => (
                    <tr key={source.id}>
                      <th scope="row">
                        {source.name === "" ? (
                          words.notKnown
                        ) : (
                          <Link href={`/search?q=${encodeURIComponent(`outlet:"${source.name}"`)}`}>{source.name}</Link>
                        )}
                      </th>
                      <td className="num">{source.documents}</td>
                      <td className="num">{source.statements}</td>
                      <td className="num">{source.root}</td>
                      <td className="num">{source.carrier}</td>
                      <td className="num">{source.copy}</td>
                      <td>
                        <Rating source={source} />
                      </td>
                      <td>
                        <Copy
                          text={() => citedSource(words, app.sources, source)}
                          label={app.claim.citeShort}
                          about={source.name}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Answered>
    </>
  );
}
