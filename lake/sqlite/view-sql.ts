import type { View } from "../core/dataset.ts";
import { draftsLayer, publishedLayer } from "../core/document-id.ts";
import { isPublishedOnly, type ConditionPlace, type Fragment } from "./condition-place.ts";
import { oneOf } from "./condition-sql.ts";
import { isPublishedSql, isSeenInDraftsSql, isVersionSql } from "./seen-sql.ts";

/** Whether a view is the perspective `drafts`, without releases. */
export const isDrafts = ({ layers }: View): boolean =>
  layers?.length === 2 && layers[0] === draftsLayer && layers[1] === publishedLayer;

/** Whether a view is the perspective `published`. */
export const isPublished = ({ layers }: View): boolean => layers !== undefined && isPublishedOnly(layers);

/** Whether a view shows a row, which is one of `documents` or one of an index of values. */
export function viewSql(
  { dataset, view: { layers, withoutVersions } }: ConditionPlace,
  first: string,
): Fragment {
  if (!layers) {
    if (!withoutVersions) return { sql: "TRUE", values: [] };
    // The other layers are those of releases.
    return { sql: `+d.layer ${oneOf}`, values: [JSON.stringify([publishedLayer, draftsLayer])] };
  }
  if (isPublishedOnly(layers)) return { sql: isPublishedSql(first), values: [] };
  if (isDrafts({ layers })) return { sql: isSeenInDraftsSql(first), values: [] };
  return winnerSql(dataset, layers);
}

/** A document of a group of which no layer before its own has one. */
function winnerSql(dataset: string, layers: readonly string[]): Fragment {
  const parts = layers.map((layer, place): Fragment => {
    const before = layers.slice(0, place);
    const releases = before.filter((each) => each !== draftsLayer && each !== publishedLayer);
    const isVersion = layer !== draftsLayer && layer !== publishedLayer;
    const conditions: Fragment[] = [
      { sql: "d.layer = ?", values: [layer] },
      // There are few versions: SQLite finds all of them once.
      ...(releases.length === 0
        ? []
        : [
            {
              sql: `d.published_id NOT IN (SELECT published_id FROM documents INDEXED BY documents_versions WHERE dataset = ? AND layer ${oneOf} AND ${isVersionSql})`,
              values: [dataset, JSON.stringify(releases)],
            },
          ]),
      ...before
        .filter((each) => !releases.includes(each))
        .map((each) => ({
          sql: "NOT EXISTS (SELECT 1 FROM documents h WHERE h.dataset = d.dataset AND h.published_id = d.published_id AND h.layer = ?)",
          values: [each],
        })),
      // A version may stand for "unpublish this document when the release is published".
      ...(isVersion ? [{ sql: "json_type(d.content, '$._system.delete') IS NOT 'true'", values: [] }] : []),
    ];
    return {
      sql: `(${conditions.map(({ sql }) => sql).join(" AND ")})`,
      values: conditions.flatMap(({ values }) => values),
    };
  });
  return {
    sql: `(${parts.map(({ sql }) => sql).join(" OR ")})`,
    values: parts.flatMap(({ values }) => values),
  };
}
