import { deleteUser, insertUser, updatePassword, updateRole, usersOf } from "../../ledger/access/users.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Role, User } from "../../model/access.ts";
import { SelonError } from "../../model/error.ts";
import { hashPassword } from "./password.ts";

/** Who may sign in, by name. */
export async function listUsers(ledger: Ledger): Promise<User[]> {
  return await usersOf(ledger);
}

/** Adds somebody who may sign in. Throws `bad-user-name`, `weak-password`, `user-exists`. */
export async function addUser(
  ledger: Ledger,
  by: string,
  { name, role, password }: { readonly name: string; readonly role: Role; readonly password: string },
): Promise<User> {
  const tidy = name.normalize("NFC").trim();
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ._@'’+-]{0,98}[\p{L}\p{N}\p{M}.])?$/u.test(tidy)) {
    throw new SelonError({
      code: "bad-user-name",
      what: `“${name.slice(0, 100)}” can't be a user's name.`,
      why: "A name has letters, digits, spaces and . _ @ ' + -, a hundred at most.",
      todo: "Choose another name.",
      details: { name: name.slice(0, 100) },
    });
  }
  return await insertUser(ledger, by, { name: tidy, role, password: await hashPassword(password, tidy) });
}

/** Throws `no-such-user`, `last-admin`. */
export async function removeUser(ledger: Ledger, by: string, name: string): Promise<void> {
  await deleteUser(ledger, by, name);
}

/** Throws `no-such-user`, `last-admin`. */
export async function setRole(ledger: Ledger, by: string, name: string, role: Role): Promise<void> {
  await updateRole(ledger, by, name, role);
}

/** Ends the user's sessions. Throws `no-such-user`, `weak-password`. */
export async function setPassword(ledger: Ledger, by: string, name: string, password: string): Promise<void> {
  await updatePassword(ledger, by, name, await hashPassword(password, name));
}

export type { Role, User };
