import { useDeferredValue, useState } from "react";
import { useSearchParams } from "wouter";
import type { Claim } from "../api/types.ts";
import { useList } from "../api/use.ts";
import { articlesOf } from "../parts/articles.ts";
import { Status } from "../parts/claims.tsx";
import { Stands } from "../parts/columns.tsx";
import { More } from "../parts/more.tsx";
import { PageHead } from "../parts/page.tsx";
import { Proposition } from "../parts/proposition.tsx";
import { Failure, Loading, Nothing, NothingYet } from "../parts/states.tsx";
import { Tables } from "../parts/tables.tsx";
import { useWords } from "../words/index.tsx";

const nothing = articlesOf([]);

/** Every claim of the ledger, contested first. */
export function Claims() {
  const { app, words } = useWords();
  // What is looked for stands in the address, so that it can be sent and come back to.
  const [address, setAddress] = useSearchParams();
  const contested = address.get("contested") === "true";
  const [text, setText] = useState(address.get("q") ?? "");
  const ask = (field: "q" | "contested", value: string): void =>
    setAddress(
      (before) => {
        if (value === "") before.delete(field);
        else before.set(field, value);
        return before;
      },
      { replace: true },
    );
  const sought = useDeferredValue(text.trim());
  const params = { contested: contested ? "true" : undefined, q: sought.length > 1 ? sought : undefined };
  const list = useList<Claim>("/claims", params, 100);
  return (
    <>
      <PageHead title={app.nav.claims}>
        <label>
          <span className="hidden">{app.search.label}</span>
          <input
            className="field"
            type="search"
            value={text}
            placeholder={app.search.label}
            onChange={(event) => {
              setText(event.target.value);
              ask("q", event.target.value);
            }}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={contested}
            onChange={(event) => ask("contested", event.target.checked ? "true" : "")}
          />{" "}
          {app.filter.contestedOnly}
        </label>
        <Tables path="/claims" params={params} />
      </PageHead>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess && list.total === 0 ? (
        sought !== "" ? (
          <Nothing>{app.search.nothing(sought)}</Nothing>
        ) : contested ? (
          <Nothing>{words.nothingContested}</Nothing>
        ) : (
          <NothingYet>{app.claim.none}</NothingYet>
        )
      ) : null}
      <ul>
        {list.items.map((claim) => (
          <li key={claim.id} className="claim-line">
            <Proposition claim={claim} />
            <Status of={claim.status} />
            <Stands claim={claim} articles={nothing} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
