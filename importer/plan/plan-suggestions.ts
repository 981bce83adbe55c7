import type { Suggestion } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import type { Conflict } from "../merge/merge-value.ts";
import { valueAt } from "../merge/value-at.ts";
import { canonicalJson, hasSameContent } from "./content.ts";
import type { JudgedDocument } from "./judge-document.ts";

/**
 * The suggestions on an import record once a story is imported: those that are there, and one for each conflict.
 *
 * Pure. A conflict is there only in the import that finds the source changed, so none is raised twice, and one
 * that an editor has rejected comes back only if the source comes back to it. An open one goes when the source no
 * longer says so, or the document says it by now.
 */
export function planSuggestions(
  known: readonly Suggestion[],
  documents: readonly JudgedDocument<unknown>[],
  run: string,
): Suggestion[] {
  const raised = documents.flatMap(({ wanted, verdict }) =>
    verdict.kind === "merge" ? verdict.conflicts.map((conflict) => suggest(wanted._id, conflict, run)) : [],
  );
  const raisedKeys = new Set(raised.map(({ _key }) => _key));
  const stays = (suggestion: Suggestion): boolean => {
    if (raisedKeys.has(suggestion._key)) return false;
    const document = documents.find(({ wanted }) => wanted._id === suggestion.documentId);
    return suggestion.state !== "open" || document === undefined || isStillNews(suggestion, document);
  };
  return [...known.filter(stays), ...raised];
}

/** Whether the source still says what was suggested, and the document still says otherwise. */
function isStillNews(
  { path, incoming }: Suggestion,
  { wanted, base, draft, published }: JudgedDocument<unknown>,
): boolean {
  if (base !== undefined && hasSameContent(wanted, base)) return true;
  const suggested = incoming ?? absent;
  const isSaidBy = (document: unknown): boolean => jsonOf(valueAt(document, path)) === suggested;
  return isSaidBy(wanted) && !isSaidBy(draft ?? published);
}

function suggest(documentId: string, { path, base, current, incoming }: Conflict, run: string): Suggestion {
  return {
    _type: "suggestion",
    _key: shortDigestOf([documentId, path, jsonOf(incoming)].join("\n"), 12),
    documentId,
    path,
    ...(base === undefined ? {} : { base: canonicalJson(base) }),
    ...(current === undefined ? {} : { current: canonicalJson(current) }),
    ...(incoming === undefined ? {} : { incoming: canonicalJson(incoming) }),
    run,
    state: "open",
  };
}

const absent = "";

const jsonOf = (value: unknown): string => (value === undefined ? absent : canonicalJson(value));
