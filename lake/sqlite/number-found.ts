import type { Condition } from "../core/dataset.ts";
import { targetsIn, wordsHeld } from "./condition-access.ts";
import type { Fragment } from "./condition-place.ts";
import { isIn } from "./condition-sql.ts";
import type { PageMeans } from "./page-means.ts";
import { membersFound } from "./members-sql.ts";
import { rowsWithWords } from "./words-sql.ts";

/** No less than the number of rows that indexes find for a condition; none for one of which it is not told. */
export function numberFound(condition: Condition, means: PageMeans): number {
  const targets = targetsIn(condition);
  if (targets) return numberReferring(targets, means);
  if (condition.kind === "or")
    return condition.of.reduce((total, part) => total + numberFound(part, means), 0);
  const members = membersFound(condition, means, "1");
  if (members) return means.count(upTo(members, means.many));
  const words =
    condition.kind === "text" ? condition.words : condition.kind === "holds" && wordsHeld(condition);
  if (!words) return 0;
  return means.count(upTo(rowsWithWords(words), means.many));
}

export const numberReferring = (targets: readonly string[], { dataset, count, many }: PageMeans): number =>
  count(counted(isIn("target", targets), "document_references WHERE dataset = ?", [dataset], many));

/** Counts no further than it makes a difference. */
export function counted(
  { sql, values }: Fragment,
  from: string,
  before: readonly string[],
  many: number,
): Fragment {
  return upTo({ sql: `SELECT 1 FROM ${from} AND ${sql}`, values: [...before, ...values] }, many);
}

/** The statement for the `number` of rows that another gives. */
const upTo = ({ sql, values }: Fragment, many: number): Fragment => ({
  sql: `SELECT count(*) AS number FROM (${sql} LIMIT ${many})`,
  values,
});
