import { type RawBuilder, sql } from "kysely";
import type { Look } from "./found.ts";
import { whereOf } from "./page.ts";

/** Of how many sentences, the newest of those that say it, the claims are told. */
export const mostSentences = 800;

/**
 * Whether a claim `t` is said, by somebody or in an article's own voice, in a sentence in which everything looked for
 * stands: so it is found in every language and wording in which it was put, not only as it is summed up.
 */
export function isSaid({ wheres }: Look): RawBuilder<boolean> {
  // From the sentences on, in this order: no engine is to begin with the many claims.
  return sql<boolean>`t.id in (with m as materialized (select p.document, p.month, p.place, p.start, p."end"
    from passages p join documents d on d.id = p.document and d.month = p.month ${whereOf(wheres)}
    order by coalesce(d.modified, d.published, d.captured) desc, p.document, p.place limit ${mostSentences})
    select o.claim from m cross join passage_statements s cross join statements u cross join positions o
      where s.document = m.document and s.month = m.month and s.passage = m.place
      and u.document = s.document and u.month = s.month and u.place = s.statement
      and o.document = u.document and o.statement = u.id
    union select o.claim from m cross join propositions r cross join positions o
      where r.document = m.document and r.month = m.month and r.start >= m.start and r.start < m."end"
      and o.document = r.document and o.statement = r.id)`;
}
