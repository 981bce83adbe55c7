import { keyOfArticle } from "../../schemas/index.ts";
import { articleKeyOf } from "../identity/article-key-of.ts";
import { isCorrectedStory, mayBeSameStory } from "../identity/is-same-story.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { parseStory } from "../parse/parse-story.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import { toProblem } from "../problems.ts";
import type { StoryOrigin, WantedStory } from "../stages.ts";
import { toDocuments } from "../transform/to-documents.ts";
import { type DatasetView, nameOfPath } from "./dataset-view.ts";
import { type ImportedText, fetchStored } from "./fetch-stored.ts";
import type { RunInputs } from "./run-inputs.ts";

export interface FindContext {
  readonly lake: LakeConnection;
  readonly view: DatasetView;
  readonly inputs: RunInputs;
}

/** A story under its ids in the dataset, and what is stored there. */
export interface LocatedStory {
  readonly kind: "open";
  readonly story: WantedStory;
  readonly stored: StoredStory;
}

/**
 * Finds what the dataset has for some stories.
 *
 * A story is first looked up under its own path. If that path previously held a different story, the new one becomes a
 * separate story. If the path is new, the same text or an earlier version of it may have been imported from another
 * folder: then it is that story.
 */
export async function findStored(
  stories: readonly WantedStory[],
  context: FindContext,
): Promise<Map<WantedStory, LocatedStory>> {
  const { lake, view } = context;
  if (stories.length === 0) return new Map();
  await view.loadSources();
  const stored = await fetchStored(lake, stories);
  const found = new Map<WantedStory, LocatedStory>();
  for (const story of stories) {
    const own = stored.get(story);
    if (own === undefined) continue;
    const { record } = own;
    // An address or a provider's id is never reused for another story.
    const isByPath = story.origin.identity.kind === "path";
    const isOther = isByPath && record !== undefined && !mayBeSameStory(record.sourceText, story.text);
    const located = isOther ? await besideOthers(story, lake) : { story, stored: own };
    const isNew = located.stored.recordRevision === undefined;
    const mayBeElsewhere = isNew && isByPath && !isOther;
    const elsewhere = mayBeElsewhere ? await findElsewhere(located, context) : undefined;
    found.set(story, { kind: "open", ...(elsewhere ?? located) });
  }
  const open = [...found.values()];
  const news = open.filter(({ story, stored: { record } }) => record?.contentHash !== story.contentHash);
  if (news.length > 0) await view.importedTexts();
  await view.loadSlugs(
    news.flatMap(({ story, stored: { recordRevision } }) => (recordRevision === undefined ? [story] : [])),
  );
  for (const { story, stored: own } of news) if (own.movedFrom === undefined) view.noteStory(story);
  return found;
}

type Located = Omit<LocatedStory, "kind">;

/** The story under the first ids that no different story of the same path has taken. */
async function besideOthers(story: WantedStory, lake: LakeConnection): Promise<Located> {
  for (let generation = 2; ; generation += 1) {
    const other = withKey(story, articleKeyOf(story.origin, generation), story.origin);
    const stored = (await fetchStored(lake, [other])).get(other);
    if (stored === undefined) throw new Error(`BUG: "${story.origin.input}" was not looked up`);
    if (stored.record !== undefined && !mayBeSameStory(stored.record.sourceText, story.text)) continue;
    const message = `"${story.origin.identity.value}" previously held a different story, which is kept`;
    const problem = toProblem("path-reused", message, { documentId: other.articleId });
    return { story: { ...other, problems: [...other.problems, problem] }, stored };
  }
}

/** The same story as imported earlier from another folder; `undefined` for a new one. */
async function findElsewhere(
  { story, stored }: Located,
  { lake, view, inputs }: FindContext,
): Promise<Located | undefined> {
  const { byHash, byName } = await view.importedTexts();
  const same = byHash.get(story.contentHash);
  if (same !== undefined && !(await inputs.isReplaced(same.input, story.contentHash))) {
    return { story, stored: { ...stored, movedFrom: same } };
  }
  const path = story.origin.identity.value;
  for (const candidate of byName.get(nameOfPath(path)) ?? []) {
    if (!isBelowAnother(path, candidate.input) || inputs.has(candidate.input)) continue;
    const located = await asStory(story, candidate, lake);
    const { record } = located.stored;
    if (record !== undefined && isCorrectedStory(record.sourceText, story.text)) return located;
  }
  return undefined;
}

/** Whether one of two paths is the other one seen from a higher folder. */
const isBelowAnother = (a: string, b: string): boolean => a.endsWith(`/${b}`) || b.endsWith(`/${a}`);

async function asStory(
  story: WantedStory,
  { input, articleId }: ImportedText,
  lake: LakeConnection,
): Promise<Located> {
  const origin: StoryOrigin = { ...story.origin, identity: { kind: "path", value: input } };
  const other = withKey(story, keyOfArticle(articleId), origin);
  const stored = (await fetchStored(lake, [other])).get(other);
  if (stored === undefined) throw new Error(`BUG: "${story.origin.input}" was not looked up`);
  return { story: other, stored };
}

/** The same story under other ids. */
function withKey(story: WantedStory, articleKey: string, origin: StoryOrigin): WantedStory {
  const read = { ...story.read, origin };
  const made = toDocuments(read, parseStory(read), articleKey);
  if (made.kind !== "wanted")
    throw new Error(`BUG: "${origin.input}" is valid under one key and not the other`);
  return made;
}
