import { randomBytes } from "node:crypto";
import type { Role, User } from "../../model/access.ts";
import { SelonError } from "../../model/error.ts";
import type { Ledger } from "../ledger.ts";
import type { Row, Work } from "../schema.ts";
import { tell } from "./log.ts";

type Kept = User & { readonly password: string };

export async function usersOf({ db }: Ledger): Promise<User[]> {
  return (await db.selectFrom("users").selectAll().orderBy("folded").execute()).map(userOf);
}

/** How many may sign in. */
export async function countUsers({ db }: Ledger): Promise<number> {
  const { n } = await db
    .selectFrom("users")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** The user of a name, in any case, with the hash of the password; null where there is none. */
export async function userNamed({ db }: Ledger, name: string): Promise<Kept | null> {
  const row = await db.selectFrom("users").selectAll().where("folded", "=", fold(name)).executeTakeFirst();
  return row === undefined ? null : { ...userOf(row), password: row.password };
}

/** Throws `user-exists`. */
export async function insertUser(
  ledger: Ledger,
  by: string,
  { name, role, password }: { readonly name: string; readonly role: Role; readonly password: string },
): Promise<User> {
  const now = new Date().toISOString();
  const user: User = { id: `u-${randomBytes(9).toString("base64url")}`, name, role, created: now, changed: now };
  await ledger.db.transaction().execute(async (work) => {
    await tell(work, { author: by, action: "user-added", subject: name, detail: { role } });
    const there = await work.selectFrom("users").select("id").where("folded", "=", fold(name)).executeTakeFirst();
    if (there !== undefined) throw userError("user-exists", name);
    await work
      .insertInto("users")
      .values({ ...user, folded: fold(name), password })
      .execute();
  });
  return user;
}

/** Takes the user out, with sessions and tokens. Throws `no-such-user`, `last-admin`. */
export async function deleteUser(ledger: Ledger, by: string, name: string): Promise<void> {
  await ledger.db.transaction().execute(async (work) => {
    await tell(work, { author: by, action: "user-removed", subject: name });
    const row = await rowOf(work, name);
    await keepAdmin(work, row);
    await work.deleteFrom("sessions").where("user_id", "=", row.id).execute();
    await work.deleteFrom("tokens").where("user_id", "=", row.id).execute();
    await work.deleteFrom("users").where("id", "=", row.id).execute();
  });
}

/** Throws `no-such-user`, `last-admin`. */
export async function updateRole(ledger: Ledger, by: string, name: string, role: Role): Promise<void> {
  await ledger.db.transaction().execute(async (work) => {
    await tell(work, { author: by, action: "role-changed", subject: name, detail: { role } });
    const row = await rowOf(work, name);
    if (role !== "admin") await keepAdmin(work, row);
    const changed = new Date().toISOString();
    await work.updateTable("users").set({ role, changed }).where("id", "=", row.id).execute();
  });
}

/** Ends every session of the user, since whoever knew the old password may be in one. Throws `no-such-user`. */
export async function updatePassword(ledger: Ledger, by: string, name: string, password: string): Promise<void> {
  await ledger.db.transaction().execute(async (work) => {
    await tell(work, { author: by, action: "password-changed", subject: name });
    const row = await rowOf(work, name);
    const changed = new Date().toISOString();
    await work.updateTable("users").set({ password, changed }).where("id", "=", row.id).execute();
    await work.deleteFrom("sessions").where("user_id", "=", row.id).execute();
  });
}

async function rowOf(work: Work, name: string): Promise<Row<"users">> {
  const row = await work.selectFrom("users").selectAll().where("folded", "=", fold(name)).executeTakeFirst();
  if (row === undefined) throw userError("no-such-user", name);
  return row;
}

/** Where others remain, one of them must be able to say who may do what. */
async function keepAdmin(work: Work, row: Row<"users">): Promise<void> {
  if (row.role !== "admin") return;
  const others = await work.selectFrom("users").select("role").where("id", "!=", row.id).execute();
  if (others.length > 0 && !others.some(({ role }) => role === "admin")) throw userError("last-admin", row.name);
}

const errors = {
  "user-exists": (name: string) => [
    `There is a user “${name}” already.`,
    "Names are told apart without case.",
    "Choose another name.",
  ],
  "no-such-user": (name: string) => [
    `There is no user “${name}”.`,
    "Nobody of that name has been added.",
    "List them with: selon users list.",
  ],
  "last-admin": (name: string) => [
    `“${name}” stays an administrator.`,
    "Nobody else could say who may do what.",
    "Make somebody else an administrator first: selon users role NAME --role admin.",
  ],
} as const;

function userError(code: keyof typeof errors, name: string): SelonError {
  const [what = "", why = "", todo = ""] = errors[code](name);
  return new SelonError({ code, what, why, todo, details: { name } });
}

function userOf({ id, name, role, created, changed }: Row<"users">): User {
  return { id, name, role: role as Role, created, changed };
}

/** Names are told apart without case and without the ways to write one letter. */
function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim();
}
