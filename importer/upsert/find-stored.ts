import { articleId, importRecordId, keyOfArticle } from "../../schemas/index.ts";
import { articleKeyOf } from "../identity/article-key-of.ts";
import { isSameAtPath } from "../identity/is-same-story.ts";
import { articleKeysOf, identitiesOf, nameOf } from "../identity/names-of.ts";
import type { NamesakesOfRun } from "../identity/namesakes-of-run.ts";
import { type Namesake, type Recognised, answersTo, recognise } from "../identity/namesakes.ts";
import { wordsToMatch } from "../identity/near-duplicates/words-to-match.ts";
import { type StoryGlimpse, glimpseOf } from "../identity/story-glimpse.ts";
import type { StoryIdentity } from "../identity/story-identity.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { parseStory } from "../parse/parse-story.ts";
import { parseText } from "../parse/text/parse-text.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import { toProblem } from "../problems.ts";
import type { StoryOrigin, WantedStory } from "../stages.ts";
import { toDocuments } from "../transform/to-documents.ts";
import { type DatasetView, nameOfPath } from "./dataset-view.ts";
import { type ImportedNamesake, fetchNamesakes } from "./fetch-namesakes.ts";
import { type ImportedText, fetchStored } from "./fetch-stored.ts";
import type { FolderSentences } from "./folder-sentences.ts";
import type { RunInputs } from "./run-inputs.ts";

export interface FindContext {
  readonly lake: LakeConnection;
  readonly view: DatasetView;
  readonly inputs: RunInputs;
  readonly folders: FolderSentences;
  readonly namesakes: NamesakesOfRun;
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
 * A story is found under any of its names. Its id at the provider decides, then its address, and its path only with
 * proof that the text is that story's; what shares a name and is another story stays as it is, and the story becomes
 * one of its own beside it. A story by its path alone that is new may have been imported from another folder, as it is
 * or before it was corrected.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function findStored(
  stories: readonly WantedStory[],
  context: FindContext,
): Promise<Map<WantedStory, LocatedStory>> {
  const { lake, view } = context;
  if (stories.length === 0) return new Map();
  await view.loadSources();
  const imported = await fetchNamesakes(
    lake,
    stories.flatMap(({ origin }) => identitiesOf(origin)),
  );
  const namesakesOf = indexNamesakes(imported);
  const located = new Map<WantedStory, WantedStory>();
  // One after the other, since each may be what the next one is found by.
  for (const story of stories) {
    const found = await locate(story, namesakesOf(story), context);
    if (isNamed(story)) {
      const names = new Set(
        (found.identities ?? identitiesOf(story.origin)).flatMap((one) => nameOf(one) ?? []),
      );
      context.namesakes.add({
        articleKey: found.articleKey,
        input: story.origin.input,
        names,
        glimpse: glimpseOf(story.text),
      });
    }
    located.set(story, found);
  }
  const stored = await fetchStored(lake, [...located.values()]);
  const result = new Map<WantedStory, LocatedStory>();
  for (const [story, found] of located) {
    const own = stored.get(found);
    if (own !== undefined) result.set(story, { kind: "open", story: found, stored: own });
  }
  const open = [...result.values()];
  const news = open.filter(({ story, stored: { record } }) => record?.contentHash !== story.contentHash);
  if (news.length > 0) await view.importedTexts();
  await view.loadSlugs(
    news.flatMap(({ story, stored: { recordRevision } }) => (recordRevision === undefined ? [story] : [])),
  );
  for (const { story } of news) view.noteStory(story);
  return result;
}

/** Whether a story has more than a path, so that others of its run may share a name with it. */
const isNamed = ({ origin }: WantedStory): boolean =>
  identitiesOf(origin).some(({ kind }) => kind === "url" || kind === "id");

/** Finds the namesakes of each story among those of all. */
function indexNamesakes(imported: readonly ImportedNamesake[]): (story: WantedStory) => ImportedNamesake[] {
  const byKey = new Map(imported.map((namesake) => [namesake.articleKey, namesake]));
  const byName = new Map<string, ImportedNamesake[]>();
  for (const namesake of imported) {
    for (const name of namesake.names) byName.set(name, [...(byName.get(name) ?? []), namesake]);
  }
  return ({ origin }) => {
    const found = identitiesOf(origin).flatMap((identity) => [
      ...(byName.get(nameOf(identity) ?? "") ?? []),
      ...articleKeysOf(identity).flatMap((key) => byKey.get(key) ?? []),
    ]);
    return [...new Set(found)];
  };
}

/** A story under the ids of the article that it is, or under ids of its own. */
async function locate(
  story: WantedStory,
  imported: readonly ImportedNamesake[],
  context: FindContext,
): Promise<WantedStory> {
  const identities = identitiesOf(story.origin);
  const known = joined(imported, context.namesakes, identities);
  const glimpse: StoryGlimpse = glimpseOf(story.text);
  const { same, contested, strangers, neighbours } = recognise({ identities, glimpse }, known);
  if (same !== undefined) return asNamesake(story, same, { identities, contested });
  if (neighbours.length > 0) {
    const own = await sameByPath(story, imported, context);
    if (own !== undefined) return underKey(story, own.articleKey, pathOf(story, own));
  }
  if (story.origin.identity.kind === "path") {
    const elsewhere = await findElsewhere(story, context);
    if (elsewhere !== undefined) return elsewhere;
  }
  return besideOthers(story, { known, strangers, neighbours }, context);
}

/** Those that were imported, and those of the run, which know better what the article is going to say. */
function joined(
  imported: readonly Namesake[],
  ofRun: NamesakesOfRun,
  identities: readonly StoryIdentity[],
): Namesake[] {
  const known = new Map(ofRun.find(identities).map((namesake) => [namesake.articleKey, namesake]));
  for (const namesake of imported) {
    const { articleKey, names } = namesake;
    const now = ofRun.get(articleKey);
    known.set(articleKey, now === undefined ? namesake : { ...now, names: now.names.union(names) });
  }
  return [...known.values()];
}

/** The story of an article that goes by one of its names. What leads to another article too is nobody's name. */
function asNamesake(
  story: WantedStory,
  same: Namesake,
  {
    identities,
    contested,
  }: Pick<Recognised, "contested"> & { readonly identities: readonly StoryIdentity[] },
): WantedStory {
  const own = identities.filter((identity) => !contested.some((other) => answersTo(other, identity)));
  const found = underKey(story, same.articleKey, story.origin);
  const problems = contested.map(({ input, articleKey }) =>
    toProblem(
      "identity-contested",
      `The story has names of two articles: it is imported as "${same.input}", but may be "${input}" (${articleId(articleKey)})`,
      { documentId: found.articleId },
    ),
  );
  return { ...found, identities: own, problems: [...problems, ...found.problems] };
}

/** The article that stood under the same path before, if the text proves that it is the same story. */
async function sameByPath(
  story: WantedStory,
  namesakes: readonly ImportedNamesake[],
  context: FindContext,
): Promise<ImportedNamesake | undefined> {
  const same = namesakes.find(({ contentHash }) => contentHash === story.contentHash);
  if (same !== undefined) return same;
  if (isWithdrawal(story)) return withdrawnOf(story, namesakes);
  for (const namesake of namesakes)
    if (await isProved(story.text, namesake, namesakes, context)) return namesake;
  return undefined;
}

const isWithdrawal = ({ documents }: WantedStory): boolean =>
  documents.some((document) => document._type === "article" && document.pubStatus === "canceled");

/**
 * The article that a notice under its path withdraws. A notice has little text to prove anything by, and obeying it loses
 * nothing: the article keeps its text. So it is the article with its headline, or else the only one that was ever there.
 */
function withdrawnOf(
  { headline }: WantedStory,
  namesakes: readonly ImportedNamesake[],
): ImportedNamesake | undefined {
  const words = (text: string): string => wordsToMatch(text).join(" ");
  const titled = namesakes.find(({ text }) => words(parseText(text).headline) === words(headline));
  return titled ?? (namesakes.length === 1 ? namesakes[0] : undefined);
}

/** Whether a text is proved to be that of an article that stood under the same path. */
async function isProved(
  now: string,
  { text, articleKey, input }: ImportedNamesake,
  namesakes: readonly ImportedNamesake[],
  { folders }: FindContext,
): Promise<boolean> {
  if (text === now) return true;
  // What stood under the path on other days shows its template best.
  const others = namesakes.filter((other) => other.articleKey !== articleKey);
  const common = await folders.sharedBy({
    path: input,
    articleKeys: [articleKey],
    texts: [text, now],
    others: others.map((other) => other.text),
  });
  return isSameAtPath(text, now, { common, datelineOf: (one) => parseText(one).dateline?.printed });
}

/** Where a story is filed that is found by a path: under the path that its article has had so far. */
function pathOf({ origin }: WantedStory, { input }: Pick<Namesake, "input">): StoryOrigin {
  if (origin.identity.kind !== "path" || origin.identity.value === input) return origin;
  return {
    ...origin,
    identity: { kind: "path", value: input },
    alsoKnownAs: [origin.identity, ...(origin.alsoKnownAs ?? [])],
  };
}

/** The same story, imported from another folder before; `undefined` for one that is new. */
async function findElsewhere(story: WantedStory, context: FindContext): Promise<WantedStory | undefined> {
  const { lake, view, inputs } = context;
  const { byHash, byName } = await view.importedTexts();
  const same = byHash.get(story.contentHash);
  if (same !== undefined && !(await isReplaced(same, context)))
    return underKey(story, keyOfArticle(same.articleId), pathOf(story, same));
  const path = story.origin.identity.value;
  const candidates = (byName.get(nameOfPath(path)) ?? []).filter(
    ({ input }) => isBelowAnother(path, input) && !inputs.has(input),
  );
  const namesakes = await fetchNamesakes(
    lake,
    candidates.map(({ input }) => ({ kind: "path", value: input })),
  );
  const own = await sameByPath(story, namesakes, context);
  return own === undefined ? undefined : underKey(story, own.articleKey, pathOf(story, own));
}

/** Whether the path of an article holds a later version of it in this run: its old text is a story of its own then. */
async function isReplaced(
  { input, articleId: id, contentHash }: ImportedText,
  context: FindContext,
): Promise<boolean> {
  const successor = await context.inputs.storyAt(input);
  if (successor === undefined || successor.contentHash === contentHash) return false;
  const namesakes = await fetchNamesakes(context.lake, [{ kind: "path", value: input }]);
  const own = namesakes.find(({ articleKey }) => articleKey === keyOfArticle(id));
  return own !== undefined && (await isProved(successor.text, own, namesakes, context));
}
/** Whether one of two paths is the other one seen from a higher folder. */
const isBelowAnother = (a: string, b: string): boolean => a.endsWith(`/${b}`) || b.endsWith(`/${a}`);

/** A story that is none of those that share a name with it, under ids that none of them has. */
async function besideOthers(
  story: WantedStory,
  {
    known,
    strangers,
    neighbours,
  }: Pick<Recognised, "strangers" | "neighbours"> & { readonly known: readonly Namesake[] },
  context: FindContext,
): Promise<WantedStory> {
  const { origin } = story;
  const taken = new Set(known.map(({ articleKey }) => articleKey));
  const key =
    identitiesOf(origin)
      .filter(({ kind }) => kind !== "path" || origin.identity.kind === "path")
      .map((identity) => articleKeyOf({ identity }))
      .find((each) => !taken.has(each) && context.namesakes.get(each) === undefined) ??
    (await nextGeneration(story, taken, context));
  const found = underKey(story, key, origin);
  const about = { documentId: found.articleId };
  const problems = [
    ...(neighbours.length > 0 && origin.identity.kind === "path"
      ? [
          toProblem(
            "path-reused",
            `"${origin.identity.value}" previously held a different story, which is kept`,
            about,
          ),
        ]
      : []),
    ...strangers.map(({ input }) =>
      toProblem(
        "address-reused",
        `"${input}" has the same address but a different text; both stories are kept`,
        about,
      ),
    ),
  ];
  return { ...found, problems: [...problems, ...found.problems] };
}

/** A key after those of all the other stories that have had the same name. */
async function nextGeneration(
  { origin }: WantedStory,
  taken: ReadonlySet<string>,
  { lake, namesakes }: FindContext,
): Promise<string> {
  for (let generation = 2; ; generation += 1) {
    const key = articleKeyOf(origin, generation);
    if (taken.has(key) || namesakes.get(key) !== undefined) continue;
    const id = importRecordId(articleId(key));
    const answer = await lake.read("count(*[_id == $id])", { id });
    if (answer === 0) return key;
  }
}

/** The same story under the ids of a key. */
function underKey(story: WantedStory, articleKey: string, origin: StoryOrigin): WantedStory {
  if (articleKey === story.articleKey && origin === story.origin) return story;
  const read = { ...story.read, origin };
  const made = toDocuments(read, parseStory(read), articleKey);
  if (made.kind !== "wanted")
    throw new Error(`BUG: "${origin.input}" is valid under one key and not the other`);
  return made;
}
