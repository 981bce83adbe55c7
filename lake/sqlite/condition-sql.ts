import type { Condition, View } from "../core/dataset.ts";
import { draftsLayer, publishedLayer } from "../core/document-id.ts";

/** A piece of SQL and the values of its placeholders. */
interface Fragment {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Lists travel as JSON, so that the text of a statement does not depend on how long they are. */
const oneOf = "IN (SELECT value FROM json_each(?))";

/**
 * The statement that selects `id`, `revision`, `type` and `size` of the documents of a view for which a condition may hold.
 *
 * The `+` keeps SQLite from walking the whole dataset in order, which it prefers to the index of the condition.
 */
export function selectSql(
  dataset: string,
  condition: Condition,
  { layers, withoutVersions }: View,
): Fragment {
  const where = conditionSql(dataset, condition, layers !== undefined);
  if (!layers) {
    // The other layers are those of releases.
    const known = withoutVersions ? [JSON.stringify([publishedLayer, draftsLayer])] : [];
    const inKnown = withoutVersions ? `AND +d.layer ${oneOf}` : "";
    return {
      sql: `SELECT d.id, d.revision, d.type, octet_length(d.content) AS size FROM documents d WHERE d.dataset = ? AND ${where.sql} ${inKnown} ORDER BY +d.id`,
      values: [dataset, ...where.values, ...known],
    };
  }
  const stack = JSON.stringify(layers);
  return {
    sql: `SELECT d.id, d.revision, d.type, octet_length(d.content) AS size FROM documents d
      WHERE d.dataset = ? AND ${where.sql}
        AND d.layer ${oneOf}
        -- No document of a layer before it: json_each numbers the layers by priority.
        AND NOT EXISTS (
          SELECT 1 FROM documents h JOIN json_each(?) hl ON hl.value = h.layer
          WHERE h.dataset = d.dataset AND h.published_id = d.published_id
            AND hl.key < (SELECT dl.key FROM json_each(?) dl WHERE dl.value = d.layer)
        )
      ORDER BY +d.published_id`,
    values: [dataset, ...where.values, stack, stack, stack],
  };
}

function conditionSql(dataset: string, condition: Condition, byGroup: boolean): Fragment {
  const everything: Fragment = { sql: "TRUE", values: [] };
  const listed = (sql: string, ...before: readonly string[]): Fragment =>
    "values" in condition ? { sql, values: [...before, JSON.stringify(condition.values)] } : everything;
  switch (condition.kind) {
    case "everything":
      return everything;
    case "type":
      return listed(`d.type ${oneOf}`);
    case "id":
      return listed(`d.${byGroup ? "published_id" : "id"} ${oneOf}`);
    case "group":
      return listed(`d.published_id ${oneOf}`);
    case "slug":
      return listed(`d.slug ${oneOf}`);
    case "reference":
      return listed(
        `d.id IN (SELECT source FROM document_references WHERE dataset = ? AND target ${oneOf})`,
        dataset,
      );
    case "and":
    case "or": {
      const parts = condition.of.map((part) => conditionSql(dataset, part, byGroup));
      const sql = `(${parts.map((part) => part.sql).join(condition.kind === "and" ? " AND " : " OR ")})`;
      return { sql, values: parts.flatMap((part) => part.values) };
    }
  }
}
