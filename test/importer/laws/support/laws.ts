import { z } from "zod";
import type { UndoReport } from "../../../../importer/index.ts";
import { matchKey } from "../../../../importer/parse/lexicons/match-key.ts";
import { importRecord } from "../../../../schemas/index.ts";
import { namesOf } from "./editor.ts";
import type { Dataset } from "./law-lake.ts";
import { type LawStory, type Newsroom, heldWords, imageWords, shownWords, viewOf } from "./newsroom.ts";
import { pictureWords, saidWords } from "./story-text.ts";
import { isEditors, markedWords, without, wordOf } from "./words.ts";

/** No editor's change is lost: what they wrote is there, what they took out is not, readers see what they let them. */
export function editorsKeepTheirWork(newsroom: Newsroom, dataset: Dataset): void {
  const held = heldWords(dataset);
  for (const story of newsroom.stories) {
    const shown = shownWords(dataset, story.articleId);
    for (const [fact, is] of story.facts) {
      const there = is === "present" ? shown.has(fact) || held.has(fact) : shown.has(fact);
      if (is === "present" && !there) throw newsroom.broken(`an editor's change is lost: ${fact}`);
      const isLoose = story.loose.has(wordOf(fact));
      if (is === "absent" && there && !isLoose)
        throw newsroom.broken(`what an editor removed is back: ${fact}`);
    }
  }
  for (const id of newsroom.deleted) {
    if (viewOf(dataset, id)) throw newsroom.broken(`what an editor deleted is back: ${id}`);
  }
  for (const id of newsroom.unpublished) {
    if (dataset.has(id)) throw newsroom.broken(`what an editor unpublished is published: ${id}`);
  }
  for (const [id, document] of dataset) {
    if (!/^(?:article|newsimage)-/.test(id)) continue;
    const [before, now] = [
      newsroom.readers.get(id) ?? new Set<string>(),
      new Set(markedWords(document).filter(isEditors)),
    ];
    const [lost, published] = [without(before, now), without(now, before)];
    if (lost.size > 0) throw newsroom.broken(`readers lose what an editor published: ${[...lost]} in ${id}`);
    if (published.size > 0)
      throw newsroom.broken(`readers get what no editor published: ${[...published]} in ${id}`);
  }
}

/** What readers see is not written to by an import that does not publish, nor does it get another revision. */
export function readersAreLeftAlone(newsroom: Newsroom, before: Dataset, after: Dataset): void {
  for (const [id, { _rev }] of before) {
    if (!/^(?:article|newsimage|source)-/.test(id) || after.get(id)?._rev === _rev) continue;
    throw newsroom.broken(`an import without --publish has written to ${id}`);
  }
}

/** No change of the source is lost silently: it is in the document, or a suggestion tells of it. */
export function sourcesAreHeard(newsroom: Newsroom, dataset: Dataset): void {
  for (const story of newsroom.stories) {
    if (newsroom.deleted.has(story.articleId)) continue;
    const shown = new Set(
      [...shownWords(dataset, story.articleId)].filter((fact) => !fact.startsWith("slug:")).map(wordOf),
    );
    const suggestions = suggestionsOf(story, dataset);
    const offered = new Set(suggestions.flatMap(({ incoming }) => markedWords(incoming)));
    const questioned = new Set(suggestions.flatMap(({ base, current }) => markedWords([base, current])));
    const removed = new Set(
      [...story.facts].flatMap(([fact, is]) => (is === "absent" ? [wordOf(fact)] : [])),
    );
    const now = new Set(saidWords(story.text));
    const stored = new Set([...shown, ...imagesOf(story, dataset)]);
    const inPictures = new Set(newsroom.deleted.size > 0 ? pictureWords(story.text) : []);
    for (const word of now) {
      if (stored.has(word) || offered.has(word) || removed.has(word) || inPictures.has(word)) continue;
      throw newsroom.broken(`the source says "${word}" in ${story.path}, and nobody is told`);
    }
    const unasked = [...without(story.said, now)].filter(
      (word) => shown.has(word) && !questioned.has(word) && !story.loose.has(word),
    );
    // Of what was cut up, a few words may outlive their paragraph; half a paragraph may not.
    const mostOutliving = story.isCutUp ? 3 : 0;
    for (const word of unasked.slice(mostOutliving)) {
      throw newsroom.broken(`the source no longer says "${word}" in ${story.path}, and nobody is told`);
    }
  }
}

/** What a run brought and undoing it left there is listed. */
export function undoingListsWhatStays(
  newsroom: Newsroom,
  { stories }: UndoReport,
  former: Dataset,
  dataset: Dataset,
): void {
  for (const { articleId, kept } of stories) {
    const story = newsroom.stories.find((one) => one.articleId === articleId);
    if (story === undefined || kept.length > 0) continue;
    for (const fact of without(shownWords(dataset, articleId), shownWords(former, articleId))) {
      const word = wordOf(fact);
      if (isEditors(word) || story.loose.has(word)) continue;
      throw newsroom.broken(`undoing leaves "${fact}" in ${story.path}, and does not say so`);
    }
  }
}

const suggestionsOf = (story: LawStory, dataset: Dataset) =>
  importRecord.parse(dataset.get(`import.${story.articleId}`)).suggestions ?? [];

/** The words of the images that a story has ever had. */
function imagesOf(story: LawStory, dataset: Dataset): string[] {
  const { snapshot } = importRecord.parse(dataset.get(`import.${story.articleId}`));
  const ids = Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(snapshot)));
  return ids.filter((id) => id.startsWith("newsimage-")).flatMap((id) => imageWords(dataset, id).map(wordOf));
}

/** No source is made twice. */
export function sourcesAreOne(newsroom: Newsroom, dataset: Dataset): void {
  const owners = new Map<string, string>();
  for (const source of dataset.values()) {
    if (source._type !== "source") continue;
    const id = source._id.replace("drafts.", "");
    for (const name of namesOf(source)) {
      const owner = owners.get(matchKey(name)) ?? id;
      if (owner !== id) throw newsroom.broken(`${owner} and ${id} are both "${name}"`);
      owners.set(matchKey(name), id);
    }
  }
}

/** Fields that tell of the run or of the lake, not of the content. */
const accidental = new Set(["_rev", "_createdAt", "_updatedAt", "_system", "importedAt", "run", "history"]);

/** A dataset without what was learned of outlets, which an undo leaves: the stories were seen all the same. */
export const storiesIn = (dataset: Dataset): Dataset =>
  new Map([...dataset].filter(([, { _type }]) => _type !== "outletProfile"));

/** What a dataset holds, whenever and in how many runs it was written. */
export function contentIn(dataset: Dataset): Record<string, unknown> {
  const documents = [...dataset.values()].filter(({ _type }) => _type !== "importRun");
  const json = JSON.stringify(
    Object.fromEntries(documents.map((document) => [document._id, document])),
    (name, value) => {
      if (accidental.has(name)) return undefined;
      // Where a story stands follows from the rest, and nobody keeps it here after an edit: see `desk-laws.test.ts`.
      if (name === "review") return undefined;
      // Of whose revision a draft was made.
      if (name === "snapshot") return String(value).replaceAll(/"_over":"[^"]*",/g, "");
      // Which of two stories made a source first is a matter of the run.
      return name === "problems" && Array.isArray(value)
        ? value.filter((problem: unknown) => !JSON.stringify(problem).includes('"new-source"'))
        : value;
    },
  );
  return z.record(z.string(), z.unknown()).parse(JSON.parse(json));
}
