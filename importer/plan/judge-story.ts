import { referencedIds } from "../../schemas/index.ts";
import { type DocumentState, type JudgedDocument, judgeDocument, outcomeOf } from "./judge-document.ts";
import { judgeVersion } from "./judge-version.ts";

/**
 * Judges the documents of a story, of which the article comes last. Pure.
 *
 * A story whose article is gone stays gone, and a picture that no article would show, nor be offered, is not made.
 */
export function judgeStory<T>(
  documents: readonly (DocumentState & { readonly wanted: T })[],
): JudgedDocument<T>[] {
  const judged = documents.map((document): JudgedDocument<T> => {
    const { versions = [], ...state } = document;
    const inReleases = versions.map((version) => judgeVersion(state, version));
    return { ...state, inReleases, verdict: judgeDocument(document) };
  });
  const article = judged.at(-1);
  if (article === undefined) return judged;
  const isGone = article.verdict.kind === "leave";
  const shownIn = (version: JudgedDocument<T>): string[] => {
    const conflicts = version.verdict.kind === "merge" ? version.verdict.conflicts : [];
    return referencedIds([outcomeOf(version), conflicts.map(({ incoming }) => incoming)]);
  };
  const shown = new Set([article, ...(article.inReleases ?? [])].flatMap(shownIn));
  const isUnused = ({ wanted, verdict: { kind } }: JudgedDocument<T>): boolean =>
    isGone ? kind !== "leave" : kind === "create" && wanted._type !== "article" && !shown.has(wanted._id);
  return judged.map((document) =>
    isUnused(document) ? { ...document, verdict: { kind: "leave", because: "unused" } } : document,
  );
}
