import type { Generated, Insertable, Kysely, Selectable, Transaction } from "kysely";

/**
 * What is kept. Plain columns only: text, integers, numbers, bytes. Whole shapes are JSON text beside the columns that
 * are asked for, so that the same queries run on every engine. Instants are ISO 8601 text.
 */
export type Schema = {
  /** The ledger's own facts: `schema`, `aligned`; `decisions` (hash of the log's last line) and `folded` (the last seq taken in). */
  ledger: { key: string; value: string };
  /** Bytes as captured, named by their hash; `encoding` is `identity` or `gzip`. */
  captures: { hash: string; month: string; bytes: Uint8Array; encoding: string; size: number; captured: string };
  documents: {
    id: string;
    uri: string;
    canonical: string | null;
    media_type: string;
    title: string | null;
    outlet: string | null;
    /** JSON list of strings. */
    authors: string;
    language: string;
    published: string | null;
    modified: string | null;
    captured: string;
    added: string;
    /** `monthOf(added)`; the same in every row of what is kept by month. */
    month: string;
  };
  /** The reading of a document, whole, as JSON. `made` orders readings in time and tells what alignment has seen. */
  readings: { document: string; month: string; engine: string; made: string; body: string };
  statements: {
    document: string;
    month: string;
    id: string;
    place: number;
    start: number;
    speaker: string;
    speaker_name: string;
    anonymous: number;
    mode: string;
    act: string;
    factuality: string;
    confidence: number;
    said: string | null;
    parent: string | null;
  };
  figures: {
    document: string;
    month: string;
    place: number;
    start: number;
    value: number;
    upper: number | null;
    unit: string;
    what: string;
    speaker: string;
    statement: string | null;
  };
  /** `statements` is how many the actor makes in the document. */
  actors: {
    document: string;
    id: string;
    name: string;
    kind: string;
    names: string;
    statements: number;
  };
  /** Actors over all documents, worked out from `actors`; `folded` has every name, one a line, as it is looked up. */
  actor_totals: {
    id: string;
    name: string;
    kind: string;
    names: string;
    folded: string;
    documents: number;
    statements: number;
  };
  /** Actors whose totals are to be worked out again. */
  actor_changes: { id: Generated<number>; actor: string };
  propositions: {
    document: string;
    month: string;
    id: string;
    place: number;
    statement: string | null;
    predicate: string;
    event: string | null;
    start: number;
  };
  /** Keys by which a document finds those it has to be aligned with: who shares none can share no claim or story. */
  document_keys: { key: string; document: string };
  /** Sentences, with their words folded for full-text search. */
  passages: {
    id: Generated<number>;
    document: string;
    month: string;
    place: number;
    start: number;
    end: number;
    text: string;
    lemmas: string;
    forms: string;
  };
  /** Captures that wait to be read; `capture` is JSON without the bytes. */
  queued: { document: string; capture: string; bytes: Uint8Array; encoding: string; added: string };
  /** Workers at work; `seen` is when they last said so. */
  workers: { id: string; host: string; begun: string; seen: string; documents: number };
  /** Addresses that are watched and pages found through them; `key` is the address, `stamp` and `content` as in `Watched`. */
  watched: {
    key: string;
    kind: string;
    etag: string | null;
    last_modified: string | null;
    stamp: string | null;
    content: string | null;
    checked: string;
    due: string;
    failures: number;
  };
  /** Which statements a sentence is part of; both are places within the document. */
  passage_statements: {
    document: string;
    month: string;
    passage: number;
    statement: number;
    speaker: string;
    folded: string;
    act: string;
  };
  /** Documents that wait to be aligned. */
  pending: { document: string };
  /** Of which propositions a claim is made, and of which episodes a story. */
  claim_members: { document: string; proposition: string; claim: string };
  story_members: { document: string; episode: string; story: string };
  /** What claims and stories (`kind`) that are there no more were joined to: `now` holds most of what `id` was made of. */
  former_ids: { kind: string; id: string; now: string };
  /** What everything was made of before all of it is aligned anew, until that is done. */
  former_members: { kind: string; id: string; document: string; member: string };
  stories: { id: string; place: number; title: string; happened: string | null; latest: string; body: string };
  story_documents: { story: string; document: string };
  claims: { id: string; place: number; story: string | null; status: string; latest: string; body: string };
  positions: {
    claim: string;
    place: number;
    document: string;
    statement: string;
    speaker: string;
    position: string;
    /** When it was taken, ISO 8601; null until it is worked out. */
    told: Generated<string | null>;
  };
  /** Everybody in the chain of a claim's positions, with the name folded for searching. */
  claim_actors: { claim: string; actor: string; folded: string };
  figure_groups: {
    id: string;
    place: number;
    story: string | null;
    relation: string;
    /** 1 where two of the figures can't both hold. */
    differs: number;
    latest: string;
    body: string;
  };
  figure_actors: { figure_group: string; actor: string; folded: string };
  /** The log of decisions, append-only. `line` is the canonical JSON; the other columns are read off it. */
  decisions: {
    seq: number;
    id: string;
    layer: string;
    kind: string;
    target: string;
    author: string;
    time: string;
    line: string;
  };
  /** Which documents a decision concerns. */
  decision_documents: { document: string; seq: number };
  /** What the machine had read, for documents whose reading a decision changes; `readings` then has the fold. */
  machine_readings: { document: string; body: string };
  /** Decisions whose anchor is gone: `text`, `statement`, `claim`, `story`, `actor`. */
  orphans: { decision: string; why: string };
  users: { id: string; name: string; folded: string; role: string; password: string; created: string; changed: string };
  /** `hash` is that of the secret in the cookie, `csrf` what the app sends with whatever changes something. */
  sessions: { hash: string; user_id: string; csrf: string; created: string; seen: string };
  /** Keys of programs; `scopes` are words, one space between. */
  tokens: {
    id: string;
    hash: string;
    user_id: string;
    name: string;
    scopes: string;
    created: string;
    used: string | null;
    expires: string | null;
    revoked: string | null;
  };
  /** Every change of who may do what, append-only, chained by hashes; its head is `access` in `ledger`. */
  access_log: { seq: number; line: string };
};

/** Tables of what grows with the documents, which a server keeps by month. */
export const monthly = [
  "captures",
  "readings",
  "statements",
  "figures",
  "propositions",
  "passages",
  "passage_statements",
] as const satisfies readonly (keyof Schema)[];
export type Monthly = (typeof monthly)[number];

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>;
export type Database = Kysely<Schema>;
export type Work = Transaction<Schema>;
