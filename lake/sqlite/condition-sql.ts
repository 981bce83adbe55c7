import type { Condition, View } from "../core/dataset.ts";

/** A piece of SQL and the values of its placeholders. */
interface Fragment {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Lists travel as JSON, so that the text of a statement does not depend on how long they are. */
const oneOf = "IN (SELECT value FROM json_each(?))";

/**
 * The statement that selects `id` and `revision` of the documents of a view for which a condition may hold.
 * Placeholders take the dataset first, then `values`.
 */
export function selectSql(condition: Condition, view: View): Fragment {
  const where = conditionSql(condition, view.layers !== undefined);
  if (!view.layers) {
    const versions = view.withoutVersions ? "AND layer NOT LIKE 'versions.%'" : "";
    return {
      sql: `SELECT id, revision FROM documents d WHERE dataset = ? AND ${where.sql} ${versions} ORDER BY id`,
      values: where.values,
    };
  }
  const layers = JSON.stringify(view.layers);
  return {
    sql: `SELECT d.id, d.revision FROM documents d
      WHERE d.dataset = ? AND ${where.sql}
        AND d.layer ${oneOf}
        -- No document of a layer before it: json_each numbers the layers by priority.
        AND NOT EXISTS (
          SELECT 1 FROM documents h JOIN json_each(?) hl ON hl.value = h.layer
          WHERE h.dataset = d.dataset AND h.published_id = d.published_id
            AND hl.key < (SELECT dl.key FROM json_each(?) dl WHERE dl.value = d.layer)
        )
      ORDER BY d.published_id`,
    values: [...where.values, layers, layers, layers],
  };
}

function conditionSql(condition: Condition, byGroup: boolean): Fragment {
  const listed = (sql: string): Fragment =>
    "values" in condition ? { sql, values: [JSON.stringify(condition.values)] } : { sql: "TRUE", values: [] };
  switch (condition.kind) {
    case "everything":
      return { sql: "TRUE", values: [] };
    case "type":
      return listed(`d.type ${oneOf}`);
    case "id":
      return listed(`d.${byGroup ? "published_id" : "id"} ${oneOf}`);
    case "group":
      return listed(`d.published_id ${oneOf}`);
    case "slug":
      return listed(`d.content ->> '$.slug.current' ${oneOf}`);
    case "reference":
      return listed(
        `d.id IN (SELECT source FROM document_references r WHERE r.dataset = d.dataset AND r.target ${oneOf})`,
      );
    case "and":
    case "or": {
      const parts = condition.of.map((part) => conditionSql(part, byGroup));
      const sql = `(${parts.map((part) => part.sql).join(condition.kind === "and" ? " AND " : " OR ")})`;
      return { sql, values: parts.flatMap((part) => part.values) };
    }
  }
}
