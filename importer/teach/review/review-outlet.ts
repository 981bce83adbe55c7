import { type TaughtRule, draftId, readSnapshot } from "../../../schemas/index.ts";
import type { LakeConnection } from "../../lake-connection/connect-lake.ts";
import { fetchDocuments } from "../../lake-connection/fetch-documents.ts";
import { fetchNewestRecordsOf } from "../fetch-records.ts";
import type { RecordedStory } from "../recorded-story.ts";
import { correctionsOfStory } from "./corrections-of-story.ts";
import { judgeRules } from "./judge-rules.ts";
import { keptValues, type ValueCount } from "./kept-values.ts";
import { type Offer, offersOfOutlet } from "./offers-of-outlet.ts";
import type { SeenStory } from "./seen-story.ts";
import { imagesIn, toSeenStory } from "./to-seen-story.ts";

/** How well an outlet is read, by what editors have made of its stories. */
export interface OutletReview extends ValueCount {
  /** How many of the newest stories somebody has done something with: `values` and `kept` are of these. */
  readonly lookedAt: number;
  readonly offers: readonly Offer[];
  /** All rules of the outlet with their counts as of now; those that are contradicted are retired. */
  readonly taught: readonly TaughtRule[];
}

/** Older stories say less about how the outlet is read now; and what is read does not grow with the stories. */
const mostStories = 300;
const mostAtOnce = 50;

/**
 * Reviews the newest three hundred stories of an outlet.
 *
 * @param taught Its rules.
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function reviewOutlet(
  lake: LakeConnection,
  key: string,
  taught: readonly TaughtRule[],
): Promise<OutletReview> {
  const records = await fetchNewestRecordsOf(lake, key, mostStories);
  const stories: SeenStory[] = [];
  for (let at = 0; at < records.length; at += mostAtOnce)
    stories.push(...(await fetchSeen(lake, records.slice(at, at + mostAtOnce))));
  const judged = stories.map((story) => ({
    lines: correctionsOfStory(story),
    importedAt: story.record.importedAt,
    isLookedAt: story.isLookedAt,
    lookedAt: story.lookedAt,
  }));
  const lookedAt = stories.filter(({ isLookedAt }) => isLookedAt);
  const counts = lookedAt.map(keptValues);
  const rules = judgeRules(taught, judged);
  return {
    lookedAt: lookedAt.length,
    values: counts.reduce((sum, { values }) => sum + values, 0),
    kept: counts.reduce((sum, { kept }) => sum + kept, 0),
    offers: offersOfOutlet(judged, rules),
    taught: rules,
  };
}

async function fetchSeen(lake: LakeConnection, records: readonly RecordedStory[]): Promise<SeenStory[]> {
  const fetchBoth = (ids: readonly string[]) =>
    fetchDocuments(
      lake,
      [...new Set(ids)].flatMap((id) => [id, draftId(id)]),
    );
  const found = await fetchBoth(
    records.flatMap(({ article, snapshot }) => [article._ref, ...Object.keys(readSnapshot(snapshot))]),
  );
  // Pictures that editors have put into an article are of no snapshot.
  const missing = [...found.values()]
    .filter(({ _type }) => _type === "article")
    .flatMap(imagesIn)
    .filter((id) => !found.has(id) && !found.has(draftId(id)));
  for (const [id, document] of await fetchBoth(missing)) found.set(id, document);
  const shownOf = (id: string) => found.get(draftId(id)) ?? found.get(id);
  return records.flatMap((record) => toSeenStory(record, shownOf) ?? []);
}
