import { expect, test } from "vitest";
import type { z } from "zod";
import type { KeptDocument } from "../../ledger/lists.ts";
import type { AccessLine, Token, User } from "../../model/access.ts";
import type { Claim, DocumentId, FigureGroup, Reading, Story } from "../../model/index.ts";
import type { WholeActor } from "../../operations/actor.ts";
import type { ListedDecision } from "../../operations/decisions/index.ts";
import type { SetActor } from "../../operations/decisions/settings.ts";
import type { Question } from "../../operations/hypotheses/index.ts";
import type { AddEvent, ClaimOrigins, Moment } from "../../operations/index.ts";
import type { TimedPosition } from "../../operations/positions.ts";
import type { ReviewPage } from "../../operations/review.ts";
import type { Revision } from "../../operations/revisions.ts";
import type { SearchPage, Suggestion } from "../../operations/search.ts";
import type { Source } from "../../operations/sources.ts";
import type { CountedStory, Stand, WholeClaim } from "../../operations/story.ts";
import type { Fallen } from "../../operations/without.ts";
import type { Summary } from "../../report/index.ts";
import type { listed } from "../routes/decisions.ts";
import type { accessLine, token, user } from "./access.ts";
import type { claim, claimOrigins, figureGroup, story } from "./aligned.ts";
import type { kept, keptActor, keptDocument, known, stand } from "./kept.ts";
import type { reading } from "./reading.ts";
import type { question, reviewPage } from "./review.ts";
import type { revision } from "./revisions.ts";
import type { searchPage, suggestions } from "./search.ts";
import type { countedStory, fallen, moment, source, summary, timedPosition, wholeActor, wholeClaim } from "./whole.ts";

// What the OpenAPI document promises is what the operations answer: the compiler finds every pair below equal, both ways.
// A field added to one side alone is an error of `tsc`.

/** A type as it is in JSON: brands and `readonly` gone, an optional field left out where it is undefined. */
type Plain<T> = T extends DocumentId
  ? string
  : T extends string | number | boolean | null
    ? T
    : T extends object
      ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
      : T;

type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
/** `true` where a schema tells the type, all of it and nothing else. */
type Tells<S extends z.ZodType, T> = Same<z.output<S>, T>;

const pairs = {
  claim: true satisfies Tells<typeof claim, Claim>,
  story: true satisfies Tells<typeof story, Story>,
  figureGroup: true satisfies Tells<typeof figureGroup, FigureGroup>,
  claimOrigins: true satisfies Tells<typeof claimOrigins, ClaimOrigins>,
  reading: true satisfies Tells<typeof reading, Reading>,
  keptActor: true satisfies Tells<typeof keptActor, SetActor>,
  keptDocument: true satisfies Tells<typeof keptDocument, KeptDocument>,
  stand: true satisfies Tells<typeof stand, Stand>,
  kept: true satisfies Tells<typeof kept, Extract<AddEvent, { kind: "kept" }>>,
  known: true satisfies Tells<typeof known, Extract<AddEvent, { kind: "known" }>>,
  reviewPage: true satisfies Tells<typeof reviewPage, Omit<ReviewPage, "next"> & { next: string | null }>,
  question: true satisfies Tells<typeof question, Question>,
  revision: true satisfies Tells<typeof revision, Revision>,
  searchPage: true satisfies Tells<typeof searchPage, SearchPage>,
  suggestions: true satisfies Tells<typeof suggestions, { items: Suggestion[] }>,
  countedStory: true satisfies Tells<typeof countedStory, CountedStory>,
  summary: true satisfies Tells<typeof summary, Summary>,
  wholeActor: true satisfies Tells<typeof wholeActor, WholeActor>,
  wholeClaim: true satisfies Tells<typeof wholeClaim, WholeClaim>,
  source: true satisfies Tells<typeof source, Source>,
  fallen: true satisfies Tells<typeof fallen, Fallen>,
  moment: true satisfies Tells<typeof moment, Moment>,
  timedPosition: true satisfies Tells<typeof timedPosition, TimedPosition>,
  listed: true satisfies Tells<typeof listed, ListedDecision>,
  user: true satisfies Tells<typeof user, User>,
  token: true satisfies Tells<typeof token, Token>,
  accessLine: true satisfies Tells<typeof accessLine, AccessLine>,
};

test("every schema of an answer is the type of what is answered", () => {
  expect(Object.values(pairs).every((same) => same)).toBe(true);
});
