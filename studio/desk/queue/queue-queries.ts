import { z } from "zod";
import { deskStateNames, waitingStates, type QueueFilter } from "../../../schemas/index.ts";
import { pageSize, type ListQuery } from "../lists/list-query.ts";
import { queueRow, rowProjection, type QueueRow } from "./queue-row.ts";

const order = "order(review.gravity asc, importedAt desc, _id asc)";

/** The next rows of a queue. @param after The last row of those before; the first rows if there is none. */
export function pageQuery(
  filter: QueueFilter,
  me: string,
  after: QueueRow | undefined,
): ListQuery<z.ZodArray<typeof queueRow>> {
  const { condition, params } = conditionOf(filter, me);
  const isLater = `(review.gravity > $afterGravity || (review.gravity == $afterGravity
    && (importedAt < $afterTime || (importedAt == $afterTime && _id > $afterId))))`;
  return {
    query: `*[${condition}${after ? ` && ${isLater}` : ""}] | ${order} [0...$pageSize] ${rowProjection}`,
    params: {
      ...params,
      pageSize,
      ...(after && {
        afterGravity: after.review.gravity,
        afterTime: after.importedAt,
        afterId: after.recordId,
      }),
    },
    schema: z.array(queueRow),
  };
}

const changedRows = z.object({ rows: z.array(queueRow), within: z.array(z.string()) });

/** Some rows as they are now, by the ids of their records, and which of them belong in a queue. */
export function changedRowsQuery(
  filter: QueueFilter,
  me: string,
  recordIds: readonly string[],
): ListQuery<typeof changedRows> {
  const { condition, params } = conditionOf(filter, me);
  return {
    query: `{
      "rows": *[_id in $recordIds && defined(review)] ${rowProjection},
      "within": *[_id in $recordIds && ${condition}]._id
    }`,
    params: { ...params, recordIds },
    schema: changedRows,
  };
}

const counts = z.record(z.enum(deskStateNames), z.number());
export type QueueCounts = Readonly<z.infer<typeof counts>>;

/** How many stories are in each state, as far as the rest of a filter lets them through. */
export function countsQuery(filter: QueueFilter, me: string): ListQuery<typeof counts> {
  const { condition, params } = conditionOf({ ...filter, state: undefined }, me, []);
  const count = (state: string): string => `"${state}": count(*[${condition} && review.state == "${state}"])`;
  return { query: `{${deskStateNames.map(count).join()}}`, params, schema: counts };
}

/** What a filter asks of an import record. Without a state it is about the stories that wait for somebody. */
function conditionOf(
  {
    state,
    language,
    source,
    run,
    from,
    to,
    person,
    text,
  }: { readonly [Name in keyof QueueFilter]: QueueFilter[Name] | undefined },
  me: string,
  states: readonly string[] = [
    // Not `review.state`, which says the same: rows are in order by their gravity.
    state === undefined ? "review.gravity < $waiting" : "review.gravity == $gravity",
  ],
): { readonly condition: string; readonly params: Readonly<Record<string, unknown>> } {
  const parts: readonly (readonly [isAsked: boolean, condition: string, params: object])[] = [
    [language !== undefined, "review.language == $language", { language }],
    [source !== undefined, "$source in review.sources", { source }],
    [run !== undefined, "run == $run", { run }],
    [from !== undefined, "importedAt >= $from", { from: from && startOf(from) }],
    [to !== undefined, "importedAt < $to", { to: to && startOf(to, 1) }],
    [person === "nobody", "!defined(review.assignee)", {}],
    [
      person !== undefined && person !== "nobody",
      "review.assignee == $person",
      { person: person === "me" ? me : person },
    ],
    [text !== undefined, "sourceText match text::query($text)", { text }],
  ];
  const asked = parts.filter(([isAsked]) => isAsked);
  return {
    condition: ['_type == "importRecord"', ...states, ...asked.map(([, condition]) => condition)].join(
      " && ",
    ),
    params: Object.assign(
      { waiting: waitingStates.length, ...(state && { gravity: deskStateNames.indexOf(state) }) },
      ...asked.map(([, , params]) => params),
    ),
  };
}

/** When a day begins for whoever looks. */
function startOf(day: string, daysLater = 0): string {
  const start = new Date(`${day}T00:00`);
  start.setDate(start.getDate() + daysLater);
  return start.toISOString();
}
