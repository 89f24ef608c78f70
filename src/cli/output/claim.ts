import { type ActorRef, type Claim, isDoubtful, type Position } from "../../model/index.ts";
import { plainWords } from "../../report/quotes.ts";
import { isAuthor } from "../../report/words/format.ts";
import type { Context } from "../context.ts";
import { glyphs, plain, positionOrder, shortPlace } from "./style.ts";
import { clip, indent } from "./text.ts";
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
  const ordered = positionOrder.flatMap((kind) => claim.positions.filter(({ position }) => position === kind));
  const loose = ordered.filter(isDoubtful);
  for (const same of togetherBy(ordered.filter((one) => !isDoubtful(one)))) lines.push(positionLines(same, context));
  if (loose.length > 0) lines.push(indent(`${messages.loose}:`, width, "  ", "  "));
  const isAll = loose.length === ordered.length;
  for (const same of togetherBy(loose)) lines.push(isAll ? positionLines(same, context) : shortLines(same, context));
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

type Same = readonly [Position, ...Position[]];

/** The same words of one speaker, taken on the same word, stand once, with all places where they are printed. */
function togetherBy(positions: readonly Position[]): Same[] {
  const same = Map.groupBy(positions, ({ document, position, speaker, chain, evidence }) => {
    const who = isAuthor(speaker) ? document : [speaker, ...chain].map(({ id }) => id).join(">");
    return `${position}\n${who}\n${plainWords(evidence.text)}`;
  });
  return [...same.values()].flatMap(([first, ...others]): Same[] => (first === undefined ? [] : [[first, ...others]]));
}

const placeOf = ({ uri, evidence }: Position): string => `${shortPlace(uri)}:${evidence.start}`;

function positionLines(same: Same, context: Context): string {
  const { messages, paint, width } = context;
  const [{ position: kind, speaker, chain, evidence }] = same;
  const stand = `${glyphs[kind]} ${messages.positions[kind]}`;
  const who = nameOf(speaker, context) + carriers(chain, speaker, context);
  const first = indent(`${stand}  ${who}`, width, "  ", "      ");
  const words = indent(quoted(evidence.text, context), width, "      ", "      ");
  const where = same.map((one) => `      ${paint.dim(placeOf(one))}`).join("\n");
  return `${first.replace(stand, paint.position(kind, stand))}\n${words}\n${where}`;
}

/** What may be of another claim, in one line: its words as far as there is room, every place whole. */
function shortLines([first, ...others]: Same, context: Context): string {
  const { position, speaker, chain, evidence } = first;
  const where = placeOf(first);
  const said = `    ${glyphs[position]} ${nameOf(speaker, context)}${carriers(chain, speaker, context)}  ${quoted(evidence.text, context)}`;
  const line = `${clip(said, Math.max(24, context.width - where.length - 2))}  ${where}`;
  const further =
    others.length === 0 ? [] : [indent(others.map(placeOf).join(", "), context.width, "      ", "      ")];
  return context.paint.dim([line, ...further].join("\n"));
}

/** Who relayed it, from the speaker outwards. */
export function carriers(chain: readonly ActorRef[], speaker: ActorRef, context: Context): string {
  const { via } = context.messages;
  const others = chain.filter(({ id }) => id !== speaker.id).map((link) => nameOf(link, context));
  return others.length === 0 ? "" : `, ${via} ${others.reverse().join(` ${via} `)}`;
}
