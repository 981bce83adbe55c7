import { pageSize, type ListQuery } from "../../studio/desk/lists/list-query.ts";
import { pageQuery, countsQuery } from "../../studio/desk/queue/queue-queries.ts";
import type { QueueRow } from "../../studio/desk/queue/queue-row.ts";
import { waitingStates, type QueueFilter } from "../../schemas/index.ts";
import type { MeasuredQuery } from "./measured-queries.ts";

const article = "json_object('rev', a.content ->> '_rev', 'headline', a.headline, 'language', a.language)";
/** The rows of the queue for which something holds. A draft is shown instead of what is published. */
const rowsWhere = (condition: string): string =>
  `SELECT json_object('recordId', d.id, 'articleId', d.article, 'importedAt', d.imported, 'review', d.content -> '$.review', 'article',
      (SELECT ${article} FROM documents a WHERE a.public_id = d.article AND a.has_draft = 0))
    FROM documents d WHERE d.type = 'importRecord' AND ${condition} ORDER BY d.gravity, d.imported DESC, d.id LIMIT ${pageSize}`;
const countsWhere = (condition: string): string =>
  `SELECT d.state, count(*) FROM documents d WHERE d.type = 'importRecord' AND ${condition} GROUP BY d.state`;
const waiting = `d.gravity < ${waitingStates.length}`;
const behind = "(d.gravity > ? OR (d.gravity = ? AND (d.imported < ? OR (d.imported = ? AND d.id > ?))))";
const ofSource = "EXISTS (SELECT 1 FROM json_each(d.content, '$.review.sources') s WHERE s.value = ?)";

/** What the desk's queue asks: its pages and its counts, with each of its filters. @param last A row that another page ends with. */
export function queueMeasures(last: QueueRow, sourceId: string, rareWord: string): MeasuredQuery[] {
  const { gravity } = last.review;
  const { importedAt, recordId } = last;
  const day = importedAt.slice(0, 10);
  const page = (
    name: string,
    filter: QueueFilter,
    condition: string,
    ...values: MeasuredQuery["values"] & {}
  ): MeasuredQuery =>
    measured(`queue: ${name}`, pageQuery(filter, "", undefined), rowsWhere(condition), values);
  return [
    page("first page", {}, waiting),
    measured("queue: next page", pageQuery({}, "", last), rowsWhere(`${waiting} AND ${behind}`), [
      ...[gravity, gravity, importedAt, importedAt, recordId],
    ]),
    page("a tab", { state: "ready" }, `d.gravity = ?`, waitingStates.indexOf("ready")),
    page("a language", { language: "ar" }, `${waiting} AND d.language = ?`, "ar"),
    page("a source", { source: sourceId }, `${waiting} AND ${ofSource}`, sourceId),
    page(
      "a day",
      { from: day, to: day },
      `${waiting} AND d.imported >= ? AND d.imported < ?`,
      day,
      `${day}Z`,
    ),
    page("nobody's", { person: "nobody" }, `${waiting} AND d.assignee IS NULL`),
    page(
      "a word",
      { text: rareWord },
      `${waiting} AND d.number IN (SELECT rowid FROM record_search WHERE record_search MATCH ?)`,
      `"${rareWord}"`,
    ),
    measured("queue: counts", countsQuery({}, ""), countsWhere("TRUE")),
    measured(
      "queue: counts of a language",
      countsQuery({ language: "ar" }, ""),
      countsWhere("d.language = ?"),
      ["ar"],
    ),
    measured("queue: counts of a source", countsQuery({ source: sourceId }, ""), countsWhere(ofSource), [
      sourceId,
    ]),
    measured(
      "queue: counts of nobody's",
      countsQuery({ person: "nobody" }, ""),
      countsWhere("d.assignee IS NULL"),
    ),
  ];
}

function measured(
  name: string,
  { query, params }: Pick<ListQuery<never>, "query" | "params">,
  sql: string,
  values: readonly (string | number)[] = [],
): MeasuredQuery {
  return { name, groq: query, params, perspective: "drafts", sql, values };
}
