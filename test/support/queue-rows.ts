import { deskStateNames } from "../../schemas/index.ts";
import { queueRow, type QueueRow } from "../../studio/desk/queue/queue-row.ts";

/** A row of the queue; the names of its record and article are made from one. */
export const rowOf = (
  name: string,
  {
    state = "ready",
    importedAt = "2026-03-01T10:00:00.000Z",
    ...more
  }: Partial<{
    readonly state: QueueRow["review"]["state"];
    readonly importedAt: string;
    readonly assignee: string;
    readonly article: Partial<NonNullable<QueueRow["article"]>>;
  }> = {},
): QueueRow =>
  queueRow.parse({
    recordId: `import.article-${name}`,
    articleId: `article-${name}`,
    contentHash: "hash",
    importedAt,
    review: {
      _type: "review",
      state,
      gravity: deskStateNames.indexOf(state),
      since: importedAt,
      ...(more.assignee !== undefined && { assignee: more.assignee }),
    },
    article: more.article ?? { rev: "rev", originalId: `drafts.article-${name}`, headline: name },
  });
