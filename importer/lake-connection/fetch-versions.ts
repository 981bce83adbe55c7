import { anyVersion, publishedId } from "../../schemas/index.ts";
import { type StoredDocument, storedDocument } from "../dataset/stored-document.ts";
import type { LakeConnection } from "./connect-lake.ts";
import { readRows } from "./read-rows.ts";

/** Most documents that are asked for at once: the filter names each of them. */
const mostIds = 200;

/**
 * Reads what releases and scheduled drafts have of documents, by published id: `versions.<release>.<id>`
 * (sanity.io/docs/content-releases-developer-guide).
 */
export async function fetchVersions(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, StoredDocument[]>> {
  const rows: StoredDocument[] = [];
  for (let at = 0; at < ids.length; at += mostIds) {
    const some = ids.slice(at, at + mostIds);
    const params = Object.fromEntries(some.map((id, number) => [`id${number}`, id]));
    // `sanity::versionOf` finds drafts and published documents too, by an index; the path leaves them out.
    const query = `*[_id in path("${anyVersion}") && ${isVersionOfAny(Object.keys(params))}]`;
    rows.push(...(await readRows(lake, storedDocument, query, params)));
  }
  return Map.groupBy(rows, ({ _id }) => publishedId(_id));
}

/** Halved again and again, so that the filter is as shallow as it can be: parsers go as deep as it is. */
function isVersionOfAny(names: readonly string[]): string {
  if (names.length < 2) return names.map((name) => `sanity::versionOf($${name})`).join("");
  const middle = Math.ceil(names.length / 2);
  return `(${isVersionOfAny(names.slice(0, middle))} || ${isVersionOfAny(names.slice(middle))})`;
}
