import { type Filter, type Ledger, storyIds } from "../ledger/index.ts";
import { SelonError } from "../model/error.ts";
import { actorNow } from "./decisions/settings.ts";

/**
 * The filter with the story's whole id, of which the beginning is enough, and with the id under which an actor is shown
 * now. Throws `no-such-story`, `which-story`.
 */
export async function resolveFilter<F extends Filter>(ledger: Ledger, given: F): Promise<F> {
  const { story, actor } = given;
  const filter = actor === undefined ? given : { ...given, actor: await actorNow(ledger, actor) };
  if (story === undefined) return filter;
  const found = await storyIds(ledger, story);
  if (found.length > 1) {
    throw new SelonError({
      code: "which-story",
      what: `More than one story begins with “${story}”.`,
      why: found.slice(0, 5).join(", "),
      todo: "Give more of its id.",
      details: { story, found: found.slice(0, 5).join(", ") },
    });
  }
  if (found[0] === undefined) {
    throw new SelonError({
      code: "no-such-story",
      what: `There is no story “${story}”.`,
      why: "No id of a story in this ledger begins so.",
      todo: "List the stories with: selon stories.",
      details: { story },
    });
  }
  return { ...filter, story: found[0] };
}
