import { draftsLayer, publishedLayer } from "../core/document-id.ts";
import { valueKinds } from "../core/value-kinds.ts";

/*
 * What a row says of who sees it, and of what kind it is. SQLite takes an index of some rows only for a statement that has the index's condition as it
 * stands in the migration that made it.
 */

/** The row `d` of `documents`, or one of an index of values, is a published document. */
export const isPublishedSql = (row: string): string =>
  row === "d" ? `d.layer = '${publishedLayer}'` : `${row}.published = 1`;

/** The perspective "drafts" shows the row. */
export const isSeenInDraftsSql = (row: string): string => `${row}.hidden = 0`;

/** The row of an index of values stands in an order of fields, and has no value. */
export const isPlaceSql = (row: string): string => `${row}.kind = ${valueKinds.place}`;

/** A row of `documents` is a version in a release. */
export const isVersionSql = `layer NOT IN ('${publishedLayer}', '${draftsLayer}')`;
