import {
  type Problem,
  type Snapshot,
  canonicalJson,
  keyOfPair,
  qualityCodes,
  valueAt,
} from "../../schemas/index.ts";
import { contentOf } from "../dataset/content.ts";
import { makeKeys } from "../deterministic-keys.ts";

/** Problems with the dataset, not with the story's text: another text leaves them as they are. */
const ofDataset: ReadonlySet<string> = new Set([
  ...["path-reused", "address-reused", "identity-contested", "new-source", "not-published"],
]);

/**
 * Gives the problems of a story keys that say what they are about: the same value of the source gives the same key, wherever
 * its line is, and another one another. So what somebody has settled comes back only when the source changes it. Pure.
 *
 * @param snapshot The documents as the source has them now.
 */
export function keyProblems(
  problems: readonly Problem[],
  snapshot: Snapshot,
  { articleId, contentHash }: { readonly articleId: string; readonly contentHash: string },
): Problem[] {
  const keyOf = makeKeys();
  const subjectOf = ({ code, documentId = articleId, path }: Problem): string => {
    const said = snapshot[documentId];
    if (said !== undefined && path !== undefined) return canonicalJson(valueAt(said, path));
    if (said !== undefined && documentId !== articleId) return canonicalJson(contentOf(said));
    return ofDataset.has(code) ? "" : contentHash;
  };
  return problems.map((problem) => {
    // What a document lacks has a key already, which the desk gives it too.
    if (qualityCodes.has(problem.code)) return problem;
    const { code, documentId, otherId, path, message } = problem;
    if (otherId !== undefined) return { ...problem, _key: keyOfPair(code, otherId) };
    // Of a value, the message tells only how it was found; of all else, it quotes the source.
    const words = code === "low-confidence" ? "" : message;
    return { ...problem, _key: keyOf(JSON.stringify([code, documentId, path, words, subjectOf(problem)])) };
  });
}
