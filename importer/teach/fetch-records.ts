import { importRecordId } from "../../schemas/index.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { readRows } from "../lake-connection/read-rows.ts";
import { type RecordedStory, recordedFields, recordedStory } from "./recorded-story.ts";

/** Records have the texts of their stories: so many are a megabyte or so. */
const mostAtOnce = 100;

/** What is asked of the stories of an outlet. */
const outletQueries = {
  inOrder: `*[_type == "importRecord" && outlet == $outlet && _id > $after] | order(_id) [0...$most]{ ${recordedFields} }`,
  newest: `*[_type == "importRecord" && outlet == $outlet] | order(importedAt desc) [0...$most]{ ${recordedFields} }`,
} as const;

/** Reads the record of one story; `undefined` for an article that was not imported. @param articleId Published id. */
export async function fetchRecord(
  lake: LakeConnection,
  articleId: string,
): Promise<RecordedStory | undefined> {
  const query = `*[_id == $id]{ ${recordedFields} }`;
  return (await readRows(lake, recordedStory, query, { id: importRecordId(articleId) }))[0];
}

/** Reads the records of all stories of an outlet, in the order of their ids, a hundred at a time. */
export async function* fetchRecordsOf(
  lake: LakeConnection,
  outlet: string,
): AsyncGenerator<readonly RecordedStory[], void, undefined> {
  for (let after = ""; ;) {
    const rows = await readRows(lake, recordedStory, outletQueries.inOrder, {
      outlet,
      after,
      most: mostAtOnce,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last._id;
  }
}

/** Reads the records of the stories of an outlet that were imported last. */
export const fetchNewestRecordsOf = (
  lake: LakeConnection,
  outlet: string,
  most: number,
): Promise<RecordedStory[]> => readRows(lake, recordedStory, outletQueries.newest, { outlet, most });
