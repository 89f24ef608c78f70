/** What somebody may do, from least to most. */
export const roles = ["reader", "analyst", "admin"] as const;
export type Role = (typeof roles)[number];

/** What a request asks leave for: to see, to add documents, to decide, to say who may do what. */
export const scopes = ["read", "add", "decide", "admin"] as const;
export type Scope = (typeof scopes)[number];

export const scopesOf: Readonly<Record<Role, readonly Scope[]>> = {
  reader: ["read"],
  analyst: ["read", "add", "decide"],
  admin: ["read", "add", "decide", "admin"],
};

/** Somebody who may sign in. */
export type User = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly changed: string;
};

/** A key for a program, with a part of what its user may do. What it is made of is told once and kept as a hash. */
export type Token = {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created: string;
  readonly used: string | null;
  readonly expires: string | null;
  readonly revoked: string | null;
};

export const accessActions = [
  "user-added",
  "user-removed",
  "role-changed",
  "password-changed",
  "token-created",
  "token-revoked",
  "signed-in",
  "signed-out",
  "sign-in-slowed",
] as const;
export type AccessAction = (typeof accessActions)[number];

/** A line of the record of who may do what, chained by hashes to the one before. */
export type AccessLine = {
  readonly seq: number;
  readonly time: string;
  /** Who did it: a user's name, or an account of the machine at the command line. */
  readonly author: string;
  readonly action: AccessAction;
  /** Whom or what it concerns. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string>>;
  readonly before: string;
  readonly hash: string;
};
