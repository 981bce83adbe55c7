import { articleId, importRecordId, keyOfArticle } from "../../schemas/index.ts";
import { articleKeyOf } from "../identity/article-key-of.ts";
import { articleKeysOf, identitiesOf, nameOf } from "../identity/names-of.ts";
import type { NamesakesOfRun } from "../identity/namesakes-of-run.ts";
import { type Namesake, type Recognised, answersTo, recognise } from "../identity/namesakes.ts";
import { wordsToMatch } from "../identity/near-duplicates/words-to-match.ts";
import { type StoryGlimpse, glimpseOf } from "../identity/story-glimpse.ts";
import { isSameAtPath } from "../identity/same-path/is-same-at-path.ts";
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
import type { ImportedText } from "./fetch-stored.ts";
import { fetchTold } from "./fetch-told.ts";
import type { FolderSentences } from "./folder-sentences.ts";
import type { RunInputs } from "./run-inputs.ts";

export interface FindContext {
  readonly lake: LakeConnection;
  readonly view: DatasetView;
  readonly inputs: RunInputs;
  readonly folders: FolderSentences;
  readonly namesakes: NamesakesOfRun;
}

/** A story with the ids of its article in the dataset, and what is stored under them. */
export interface LocatedStory {
  readonly kind: "open";
  readonly story: WantedStory;
  readonly stored: StoredStory;
}

/**
 * Finds the article that each story already has in the dataset, and gives new stories unused ids.
 *
 * A story is looked up by all its names. The provider's id counts most, then the address. A path counts only if the text
 * proves that it is the same story. A different story that shares a name keeps its article, and the new one gets ids of
 * its own. A story that has only a path, and is new there, may have been imported from another folder, before or after a
 * correction.
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
  // In order, because a story may be recognised by an earlier one of the same run.
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
  const stored = await fetchTold(lake, [...located.values()]);
  const result = new Map<WantedStory, LocatedStory>();
  for (const [story, found] of located) {
    const own = stored.get(found);
    if (own !== undefined) result.set(story, { kind: "open", ...own });
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

/** Whether a story has an id or an address, which another story of the run may share. */
const isNamed = ({ origin }: WantedStory): boolean =>
  identitiesOf(origin).some(({ kind }) => kind === "url" || kind === "id");

/** Returns a function that picks the namesakes of one story from those of all. */
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

/** The story with the ids of the article that it belongs to, or with new ones. */
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

/** Imported namesakes and those of this run. Where both have an article, the run's version counts: it is newer. */
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

/** The story with the ids of a known article. Names that also lead to another article are dropped. */
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
      { documentId: found.articleId, otherId: articleId(articleKey) },
    ),
  );
  return { ...found, identities: own, problems: [...problems, ...found.problems] };
}

/** The article that was imported from the same path, if the text proves that it is the same story. */
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
 * The article that a withdrawal under its path is about. A notice has too little text to prove anything, and obeying it
 * loses nothing, since the article keeps its text. So the article with the same headline counts, or the only article that
 * was ever imported from this path.
 */
function withdrawnOf(
  { headline }: WantedStory,
  namesakes: readonly ImportedNamesake[],
): ImportedNamesake | undefined {
  const words = (text: string): string => wordsToMatch(text).join(" ");
  const titled = namesakes.find(({ text }) => words(parseText(text).headline) === words(headline));
  return titled ?? (namesakes.length === 1 ? namesakes[0] : undefined);
}

/** Whether a text is proved to be a version of an article that was imported from the same path. */
async function isProved(
  now: string,
  { text, articleKey, input }: ImportedNamesake,
  namesakes: readonly ImportedNamesake[],
  { folders }: FindContext,
): Promise<boolean> {
  if (text === now) return true;
  // Earlier stories with this path show best which sentences belong to a template.
  const others = namesakes.filter((other) => other.articleKey !== articleKey);
  const common = await folders.sharedBy({
    path: input,
    articleKeys: [articleKey],
    texts: [text, now],
    others: others.map((other) => other.text),
  });
  return isSameAtPath(text, now, { common, datelineOf: (one) => parseText(one).dateline?.printed });
}

/** The origin of a story that was recognised by a path: it keeps the path that its article has had so far. */
function pathOf({ origin }: WantedStory, { input }: Pick<Namesake, "input">): StoryOrigin {
  if (origin.identity.kind !== "path" || origin.identity.value === input) return origin;
  return {
    ...origin,
    identity: { kind: "path", value: input },
    alsoKnownAs: [origin.identity, ...(origin.alsoKnownAs ?? [])],
  };
}

/** The story with the ids of its article if it was imported from another folder before; `undefined` if it is new. */
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

/** Whether this run has a later version at the path of an article; a copy of the old text is then a different story. */
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

/** Whether one of two paths is the other as seen from a higher folder. */
const isBelowAnother = (a: string, b: string): boolean => a.endsWith(`/${b}`) || b.endsWith(`/${a}`);

/** A story that differs from all that share a name with it, with ids that none of them uses. */
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
  const before = neighbours.at(-1);
  const problems = [
    ...(before !== undefined && origin.identity.kind === "path"
      ? [
          toProblem(
            "path-reused",
            `"${origin.identity.value}" previously held a different story, which is kept`,
            { ...about, otherId: articleId(before.articleKey) },
          ),
        ]
      : []),
    ...strangers.map(({ input, articleKey }) =>
      toProblem(
        "address-reused",
        `"${input}" has the same address but a different text; both stories are kept`,
        { ...about, otherId: articleId(articleKey) },
      ),
    ),
  ];
  return { ...found, problems: [...problems, ...found.problems] };
}

/** The next unused key after those of all other stories that had the same name. */
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

/** The same story with the ids that belong to a key. */
function underKey(story: WantedStory, articleKey: string, origin: StoryOrigin): WantedStory {
  if (articleKey === story.articleKey && origin === story.origin) return story;
  const read = { ...story.read, origin };
  const made = toDocuments(read, parseStory(read), articleKey);
  if (made.kind !== "wanted")
    throw new Error(`BUG: "${origin.input}" is valid under one key and not the other`);
  return made;
}
