import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { CommandName } from "./command.ts";

/** Where each command is. A command's module is loaded only when it is asked for. */
export const commands: Readonly<Record<CommandName, (context: Context) => Promise<Command>>> = {
  read: async (context) => (await import("./read.ts")).read(context),
  parse: async (context) => (await import("./parse.ts")).parse(context),
  add: async (context) => (await import("./add.ts")).add(context),
  watch: async (context) => (await import("./watch.ts")).watchCommand(context),
  worker: async (context) => (await import("./worker.ts")).worker(context),
  jobs: async (context) => (await import("./jobs.ts")).jobs(context),
  stories: async (context) => (await import("./stories.ts")).stories(context),
  claims: async (context) => (await import("./claims.ts")).claims(context),
  figures: async (context) => (await import("./figures.ts")).figures(context),
  timeline: async (context) => (await import("./timeline.ts")).timeline(context),
  origins: async (context) => (await import("./origins.ts")).origins(context),
  positions: async (context) => (await import("./positions.ts")).positions(context),
  revisions: async (context) => (await import("./revisions.ts")).revisions(context),
  actors: async (context) => (await import("./actors.ts")).actors(context),
  documents: async (context) => (await import("./documents.ts")).documents(context),
  search: async (context) => (await import("./search.ts")).search(context),
  report: async (context) => (await import("./report.ts")).report(context),
  decide: async (context) => (await import("./decide.ts")).decide(context),
  undo: async (context) => (await import("./undo.ts")).undo(context),
  decisions: async (context) => (await import("./decisions.ts")).decisions(context),
  verify: async (context) => (await import("./verify.ts")).verify(context),
  export: async (context) => (await import("./export.ts")).exportCommand(context),
  import: async (context) => (await import("./import.ts")).importCommand(context),
  backup: async (context) => (await import("./backup.ts")).backup(context),
  restore: async (context) => (await import("./restore.ts")).restore(context),
  gold: async (context) => (await import("./gold.ts")).gold(context),
  realign: async (context) => (await import("./realign.ts")).realign(context),
  reread: async (context) => (await import("./reread.ts")).reread(context),
  eval: async (context) => (await import("./eval.ts")).evaluateCommand(context),
  serve: async (context) => (await import("./serve.ts")).serve(context),
  mcp: async (context) => (await import("./mcp.ts")).mcp(context),
  users: async (context) => (await import("./users.ts")).users(context),
  tokens: async (context) => (await import("./tokens.ts")).tokens(context),
  completion: async (context) => (await import("./completion.ts")).completion(context),
};

export const commandNames = Object.keys(commands) as CommandName[];

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
