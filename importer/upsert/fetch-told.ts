import { type ImportRecord, canonicalJson } from "../../schemas/index.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { parseStory } from "../parse/parse-story.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import type { WantedStory } from "../stages.ts";
import { toDocuments } from "../transform/to-documents.ts";
import { fetchStored } from "./fetch-stored.ts";

/** A story, read as editors have said, and what the dataset has for it. */
export interface ToldStory {
  readonly story: WantedStory;
  readonly stored: StoredStory;
}

/**
 * Reads what the dataset holds for some stories, like `fetchStored`. A story of which editors have told what some lines
 * are is read again by that.
 */
export async function fetchTold(
  lake: LakeConnection,
  stories: readonly WantedStory[],
): Promise<Map<WantedStory, ToldStory>> {
  const stored = await fetchStored(lake, stories);
  const told = new Map([...stored].map(([story, { record }]) => [story, obey(story, record)]));
  const again = await fetchStored(
    lake,
    [...told].flatMap(([story, own]) => (own === story ? [] : [own])),
  );
  return new Map(
    [...stored].map(([found, before]) => {
      const story = told.get(found) ?? found;
      return [found, { story, stored: again.get(story) ?? before }];
    }),
  );
}

/** A story as editors have told; as it is if nobody has, or if no valid story would come of it. */
function obey(story: WantedStory, record: ImportRecord | undefined): WantedStory {
  const { toldLines = [] } = record ?? {};
  if (canonicalJson(toldLines) === canonicalJson(story.read.told ?? [])) return story;
  const read = { ...story.read, told: toldLines };
  const made = toDocuments(read, parseStory(read), story.articleKey);
  if (made.kind !== "wanted") return story;
  // What its names prove, and which other story it may be, has nothing to do with its lines.
  const ofNames = story.problems.filter(({ otherId }) => otherId !== undefined);
  return {
    ...made,
    ...(story.identities && { identities: story.identities }),
    problems: [...ofNames, ...made.problems],
  };
}
