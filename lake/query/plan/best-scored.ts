import { isRecord, type Condition, type LakeDocument } from "../../core/dataset.ts";
import type { ScoreTier } from "./score-tiers.ts";

/** What it takes to find the best. */
interface Ranking {
  /** Reads documents in the order of their ids. */
  readonly read: (condition: Condition, from: number, to: number) => readonly LakeDocument[];
  /** Documents that are soon read: of each tier first an eighth, then twice as many each time. */
  readonly atOnce: number;
  /** Those of some documents that have a score, with it. */
  readonly scored: (documents: readonly LakeDocument[]) => readonly unknown[];
}

interface Ranked {
  readonly value: unknown;
  readonly score: number;
  readonly id: string;
}

/** More documents are not held at once while they are scored. */
const mostAtOnce = 1024;

/**
 * The documents with the highest scores, in their order, and of those with the same score the first by `_id`.
 *
 * A tier is read until nothing that is left of it could be better; those behind it not at all, if what was found is better than
 * all that they may hold. In memory is never more than what was found and what was read last.
 *
 * @param tiers Highest first.
 */
export function bestScored(
  tiers: readonly ScoreTier[],
  most: number,
  { read, scored, atOnce }: Ranking,
): readonly unknown[] {
  let best: readonly Ranked[] = [];
  const seen = new Set<string>();
  /** Whether a document with this score, behind this id, would be none of the best. */
  const isBeaten = (score: number, id: string): boolean => {
    const last = best[most - 1];
    return (
      most === 0 || (last !== undefined && (last.score > score || (last.score === score && last.id <= id)))
    );
  };
  for (const tier of tiers) {
    let [last, start, size] = ["", 0, Math.max(Math.ceil(atOnce / 8), Math.min(most, mostAtOnce))];
    while (!isBeaten(tier.most, last)) {
      const documents = read(tier.condition, start, start + size);
      const unseen = documents.filter(({ _id }) => !seen.has(_id));
      for (const { _id } of unseen) seen.add(_id);
      best = [...best, ...scored(unseen).map(ranked)].sort(byRank).slice(0, most);
      if (documents.length < size) break;
      last = documents.at(-1)?._id ?? last;
      start += size;
      size = Math.min(2 * size, mostAtOnce);
    }
  }
  return best.map(({ value }) => value);
}

function ranked(value: unknown): Ranked {
  const score = isRecord(value) ? Number(value["_score"]) : 0;
  return { value, score, id: isRecord(value) ? String(value["_id"]) : "" };
}

/** Ids are in ASCII: their code units are in the order of their code points. */
const byRank = (a: Ranked, b: Ranked): number => b.score - a.score || (a.id < b.id ? -1 : 1);
