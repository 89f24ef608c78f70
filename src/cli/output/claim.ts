import { type ActorRef, type Claim, isDoubtful, likeliestFirst, type Position } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { glyphs, plain, positionOrder, shortPlace } from "./style.ts";
import { indent } from "./text.ts";
import { nameOf, quoted, reasonOf, wordsIn } from "./words.ts";

/** A claim for people: its proposition, who stands where on whose word, and what each side rests on. */
export function claimBlock(claim: Claim, context: Context): string {
  const { messages, paint, width } = context;
  const head = `${wordsIn(context).statuses[claim.status]} · ${claim.id}`;
  const lines = [
    paint.dim(head),
    indent(plain(claim.proposition), width, "", "")
      .split("\n")
      .map((line) => paint.bold(line))
      .join("\n"),
  ];
  for (const { because } of claim.circles ?? [])
    lines.push(paint.red(indent(`${messages.circle} ${reasonOf(because, context)}`, width, "  ⟲ ", "    ")));
  const ordered = positionOrder.flatMap((kind) =>
    likeliestFirst(claim.positions.filter(({ position }) => position === kind)),
  );
  for (const position of ordered) lines.push(positionLines(position, context));
  const rests = (["affirm", "deny"] as const).flatMap((side) => {
    const { lower, upper, groups } = claim.origins[side];
    if (groups.length === 0) return [];
    const members = new Set(groups.flatMap((group) => group.members));
    const articles = new Set(
      claim.positions.filter(({ statement }) => members.has(statement)).map((one) => one.document),
    );
    return [`${glyphs[side]} ${messages.origins(lower, upper, articles.size)}`];
  });
  if (rests.length > 0) lines.push(paint.dim(indent(rests.join(" · "), width, "  ", "  ")));
  return `${lines.join("\n")}\n`;
}

function positionLines(position: Position, context: Context): string {
  const { messages, paint, width } = context;
  const { position: kind, speaker, chain, evidence, uri } = position;
  const stand = `${glyphs[kind]} ${messages.positions[kind]}`;
  const who = nameOf(speaker, context) + carriers(chain, speaker, context);
  const first = indent(`${stand}  ${who}`, width, "  ", "      ");
  const words = indent(quoted(evidence.text, context), width, "      ", "      ");
  const remark = isDoubtful(position) ? `  ${messages.loose}` : "";
  const where = `      ${paint.dim(`${shortPlace(uri)}:${evidence.start}${remark}`)}`;
  return `${first.replace(stand, paint.position(kind, stand))}\n${words}\n${where}`;
}

/** Who relayed it, from the speaker outwards. */
export function carriers(chain: readonly ActorRef[], speaker: ActorRef, context: Context): string {
  const { via } = context.messages;
  const others = chain.filter(({ id }) => id !== speaker.id).map((link) => nameOf(link, context));
  return others.length === 0 ? "" : `, ${via} ${others.reverse().join(` ${via} `)}`;
}
