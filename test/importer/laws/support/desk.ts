import type { SanityClient } from "@sanity/client";
import fc from "fast-check";
import {
  type ImportRecord,
  type Review,
  canonicalJson,
  importRecord,
  openProblems,
  readSnapshot,
  reviewOf,
  valueAt,
} from "../../../../schemas/index.ts";
import type { Act } from "../../../../studio/desk/acts/act.ts";
import { release, take } from "../../../../studio/desk/acts/assign.ts";
import { carryOut } from "../../../../studio/desk/acts/carry-out.ts";
import { defer, done, reject, reopen } from "../../../../studio/desk/acts/decide.ts";
import { publish, publishAndSettle } from "../../../../studio/desk/acts/publish.ts";
import { settleProblem } from "../../../../studio/desk/acts/settle-problem.ts";
import type { Dataset } from "./law-lake.ts";
import type { Newsroom } from "./newsroom.ts";

/** What somebody at the desk may do to a story. */
const deskActKinds = [
  "take",
  "release",
  "done",
  "reject",
  "defer",
  "reopen",
  "settle",
  "settle",
  "publish",
] as const;

export interface DeskAct {
  readonly kind: (typeof deskActKinds)[number] | "publish and settle";
  /** Which of the open problems is settled. */
  readonly place: number;
  /** Whether it is undone at once. */
  readonly isUndone: boolean;
}

export const deskAct: fc.Arbitrary<DeskAct> = fc.record({
  kind: fc.constantFrom(...deskActKinds, "publish and settle" as const),
  place: fc.nat({ max: 5 }),
  isUndone: fc.boolean(),
});

const later = new Date("2090-01-01T00:00:00Z");

/** Does something to a story, as it is seen at the moment. */
export async function actAtDesk(
  client: SanityClient,
  dataset: Dataset,
  articleId: string,
  { kind, place, isUndone }: DeskAct,
): Promise<void> {
  const record = recordOf(dataset, articleId);
  if (record === undefined) return;
  const open = openProblems({ record, documents: [...dataset.values()] });
  const draft = dataset.get(`drafts.${articleId}`)?._rev ?? "";
  const acts: Readonly<Record<DeskAct["kind"], Act>> = {
    take,
    release,
    reopen,
    done: done(record.contentHash),
    reject: reject(record.contentHash),
    defer: defer(later, record.contentHash),
    settle: settleProblem(open[place % Math.max(1, open.length)]?._key ?? "", "not-needed"),
    publish: publish(draft),
    "publish and settle": publishAndSettle(draft),
  };
  const outcome = await carryOut(client, acts[kind], { articleId, by: "ada" });
  if (isUndone && outcome.kind === "done") await outcome.undo();
}

const recordOf = (dataset: Dataset, articleId: string): ImportRecord | undefined =>
  importRecord.safeParse(dataset.get(`import.${articleId}`)).data;

/** What is stored of where stories stand is what anybody would work out. */
export function reviewsAreTrue(newsroom: Newsroom, dataset: Dataset): void {
  for (const { articleId, path } of newsroom.stories) {
    const record = recordOf(dataset, articleId);
    if (record === undefined) continue;
    const [is, should] = [
      record.review,
      reviewOf({ record, documents: [...dataset.values()] }, new Date()),
    ].map((review) => canonicalJson(review));
    if (is !== should) throw newsroom.broken(`of ${path} is stored\n${is}\nand it should be\n${should}`);
  }
}

/** What people have said stays, until the source changes what it is about. */
export function peopleAreHeard(newsroom: Newsroom, before: Dataset, after: Dataset): void {
  for (const { articleId, path } of newsroom.stories) {
    const [was, is] = [before, after].map((dataset) => recordOf(dataset, articleId));
    // Undoing the import that has brought a story takes the story away.
    if (was?.review === undefined || is === undefined) continue;
    for (const field of ["assignee", "decision"] as const) {
      if (canonicalJson(was.review[field]) === canonicalJson(is.review?.[field])) continue;
      throw newsroom.broken(`what people have said of ${path} is lost: its ${field}`);
    }
    for (const settlement of was.review.settled ?? []) {
      if (canonicalJson(stored(is.review, settlement._key)) === canonicalJson(settlement)) continue;
      if (isChanged(settlement._key, was, is)) continue;
      throw newsroom.broken(`what was settled in ${path} is open again: ${settlement.code}`);
    }
  }
}

const stored = (review: Review | undefined, key: string) => review?.settled?.find(({ _key }) => _key === key);

/** Whether the source has changed what a problem is about; what nobody noted is about what a document lacks. */
function isChanged(key: string, was: ImportRecord, is: ImportRecord): boolean {
  const [code = "", documentId = ""] = key.split(".");
  const noted = was.problems?.find(({ _key }) => _key === key) ?? { code, documentId, path: undefined };
  const [before, after] = [was, is].map(({ snapshot, contentHash }) => {
    const document = readSnapshot(snapshot)[noted.documentId ?? ""];
    return noted.path === undefined ? contentHash : canonicalJson(valueAt(document, noted.path));
  });
  return before !== after;
}
