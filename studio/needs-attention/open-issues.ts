import { openQualityChecks, publishedId, qualityChecks, type Problem } from "../../schemas/index.ts";
import type { AttentionResult } from "./attention-query.ts";

/** One thing to look at in one document, with the field if it is about one. */
type Issue = Readonly<Pick<Problem, "code" | "message" | "hint" | "path">>;

export interface DocumentIssues {
  /** Published id. */
  readonly id: string;
  readonly type: string;
  readonly title: string | null;
  readonly issues: readonly Issue[];
}

const checkedCodes = new Set(qualityChecks.map(({ code }) => code));

/**
 * Groups open issues by document, in the order of the documents.
 *
 * Quality checks are run afresh, so the problem of the same name that an import noted is left out: it may be fixed by
 * now. Problems of deleted documents are left out too.
 */
export function openIssues({ documents, records }: Omit<AttentionResult, "total">): DocumentIssues[] {
  const noted = Map.groupBy(
    records
      .flatMap(({ article, problems }) => (problems ?? []).map((problem) => ({ article, problem })))
      .filter(({ problem }) => !checkedCodes.has(problem.code)),
    ({ article, problem }) => publishedId(problem.documentId ?? article),
  );
  const waiting = new Map(
    records.map(({ article, openSuggestions }) => [publishedId(article), openSuggestions ?? 0]),
  );
  return documents
    .map((document): DocumentIssues => {
      const id = publishedId(document._id);
      const checks = openQualityChecks(document);
      const problems = noted.get(id)?.map(({ problem }) => problem) ?? [];
      return {
        id,
        type: document._type,
        title: document.title,
        issues: [...suggestionsOf(waiting.get(id) ?? 0), ...checks, ...problems].map(toIssue),
      };
    })
    .filter(({ issues }) => issues.length > 0);
}

const suggestionsOf = (count: number): Issue[] =>
  count === 0
    ? []
    : [
        {
          code: "open-suggestions",
          message: `The source and an editor made conflicting changes in ${count} ${count === 1 ? "place" : "places"}`,
          hint: "Open the article's source text and choose a version.",
        },
      ];

const toIssue = ({ code, message, hint, path }: Issue): Issue => ({ code, message, hint, path });
