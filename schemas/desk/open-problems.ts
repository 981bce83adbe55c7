import { canonicalJson } from "../canonical-json.ts";
import { publishedId } from "../document-id.ts";
import type { ImportRecord } from "../import-record.ts";
import { valueAt } from "../path.ts";
import type { Problem } from "../problem.ts";
import { openQualityChecks, problemOfCheck, qualityCodes } from "../quality.ts";
import { readSnapshot } from "../snapshot.ts";
import { byGravity } from "./problem-groups.ts";
import { type StoryDocument, storyDocumentsOf } from "./story-documents.ts";

/** All that the desk knows of a story. */
export interface ReviewedStory {
  readonly record: Pick<
    ImportRecord,
    "article" | "contentHash" | "snapshot" | "problems" | "suggestions" | "review"
  >;
  /** At least the article and the pictures that it shows, drafts and published. */
  readonly documents: readonly StoryDocument[];
}

/** The problems of a story that are still there and that nobody has settled, the gravest first. Pure. */
export function openProblems(story: ReviewedStory): readonly Problem[] {
  // One that had gone away by itself and is back was settled by nobody.
  const said = story.record.review?.settled?.filter(({ how }) => how !== "mended") ?? [];
  const settled = new Set(said.map(({ _key }) => _key));
  return presentProblems(story).filter(({ _key }) => !settled.has(_key));
}

/**
 * The problems that an import noted and that have gone away since: an editor has changed the value, filled the field, or
 * taken the picture out. Pure.
 */
export function mendedProblems(story: ReviewedStory): readonly Problem[] {
  const present = new Set(presentProblems(story).map(({ _key }) => _key));
  return notedProblems(story).filter(({ _key }) => !present.has(_key));
}

/** Of suggestions, the story itself tells whether they are open. */
const notedProblems = ({ record }: ReviewedStory): readonly Problem[] =>
  (record.problems ?? []).filter(({ code }) => code !== "suggestion");

/** The problems that are there, settled or not. What documents lack is looked for afresh, whatever an import noted. */
function presentProblems(story: ReviewedStory): readonly Problem[] {
  const { article, pictures } = storyDocumentsOf(publishedId(story.record.article._ref), story.documents);
  const shown = article === undefined ? [] : [article, ...pictures];
  const byId = new Map(shown.map((document) => [publishedId(document._id), document]));
  const imported = readSnapshot(story.record.snapshot);
  const noted = notedProblems(story).filter(({ code, documentId = "", path }) => {
    if (qualityCodes.has(code)) return false;
    const [said, now] = [imported[documentId], byId.get(documentId)];
    // About no document of the story, such as a source.
    if (said === undefined) return true;
    return now !== undefined && (path === undefined || !isMended(path, said, now));
  });
  const lacking = shown.flatMap((document) =>
    openQualityChecks(document).map((check) => problemOfCheck(check, publishedId(document._id))),
  );
  return [...noted, ...lacking].toSorted(byGravity);
}

/** Whether an editor has changed the value that a problem is about. */
function isMended(path: string, said: object, now: object): boolean {
  const [before, after] = [said, now].map((document) => valueAt(document, path));
  // Who corrects a word of the text has not looked at all of it.
  if (path === "body" && Array.isArray(before) && before.length > 0) return false;
  return canonicalJson(before) !== canonicalJson(after);
}
