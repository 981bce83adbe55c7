import {
  type ImportRecord,
  type Review,
  type Settlement,
  type StoryDocument,
  groupOfProblem,
  openQualityChecks,
  problemOfCheck,
  qualityCodes,
  readSnapshot,
  reviewOf,
} from "../../schemas/index.ts";

/**
 * The review of a story after an import: derived anew, with what people have said. Of that, only the settlements go whose
 * problem or suggestion the source has taken back or changed. Pure.
 *
 * @param next The record as it will be, with the review that it had.
 * @param documents The story's documents as they will be.
 */
export function planReview(next: ImportRecord, documents: readonly StoryDocument[], now: string): Review {
  const { review } = next;
  const stands = standsIn(next);
  const said = review?.settled && { ...review, settled: review.settled.filter(stands) };
  return reviewOf({ record: { ...next, review: said ?? review }, documents }, new Date(now));
}

/** Whether what was settled is still what the source says. */
function standsIn({ problems = [], suggestions = [], snapshot }: ImportRecord) {
  const noted = new Set(problems.map(({ _key }) => _key));
  const decided = new Set(suggestions.filter(({ state }) => state !== "open").map(({ _key }) => _key));
  const imported = Object.entries(readSnapshot(snapshot));
  const lacking = new Set(
    imported.flatMap(([id, said]) => openQualityChecks(said).map((check) => problemOfCheck(check, id)._key)),
  );
  /** Of pictures that editors have brought in, the source says nothing. */
  const isOfSource = ({ code, _key }: Settlement): boolean =>
    imported.some(([id]) => _key === `${code}.${id}`);
  return (settlement: Settlement): boolean => {
    const { code, _key } = settlement;
    // That two stories are two, whichever of them asks, no text changes.
    if (groupOfProblem(code) === "duplicate") return true;
    if (code === "suggestion") return decided.has(_key);
    if (qualityCodes.has(code)) return lacking.has(_key) || !isOfSource(settlement);
    return noted.has(_key);
  };
}
