import { importRecordId } from "../schemas/index.ts";
import { idsBeneath, idsOf } from "./dataset/mutation.ts";
import type { Transaction } from "./dataset/transaction.ts";
import type { ImportOptions } from "./import-options.ts";
import { fetchDocuments } from "./lake-connection/fetch-documents.ts";
import { openConnection } from "./lake-connection/open-connection.ts";
import type { ImportReport } from "./report/import-report.ts";
import { runContext } from "./run-context.ts";
import { runImport } from "./run-import.ts";
import type { PlanFile, PlanFileStory } from "./runs/plan-file/plan-file.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";

/**
 * Plans an import without sending a mutation: returns the report of a dry run, and exactly what the import would
 * write.
 *
 * @throws {ImportError} As `runImport` does.
 */
export async function planImport(
  options: ImportOptions,
): Promise<{ readonly report: ImportReport; readonly plan: PlanFile }> {
  const transactions: Transaction[] = [];
  const dry = { ...options, dryRun: true };
  const report = await runImport({
    ...dry,
    onPlanned: (transaction) => void transactions.push(transaction),
  });
  const lake = openConnection(options.client, runContext(dry));
  let { interrupted } = report;
  const byRecord = new Map(transactions.map((planned) => [idsOf(planned.mutations).at(-1), planned]));
  const planning = report.stories.filter(({ changes }) => changes.length > 0);
  const stories: PlanFileStory[] = [];
  for (const [articleId = "", versions] of Map.groupBy(planning, (story) => story.articleId)) {
    // Of several versions of a story the newest comes last, and is the only one that needs to be written.
    const [first, newest] = [versions[0], versions.at(-1)];
    const planned = byRecord.get(importRecordId(articleId));
    if (planned === undefined || first === undefined || newest === undefined) continue;
    const { transactionId, mutations } = planned;
    const ids = [...idsOf(mutations), ...idsBeneath(mutations)];
    const before = await unlessInterrupted(fetchDocuments(lake, ids));
    interrupted ||= before === undefined;
    if (before === undefined) break;
    const { input } = newest;
    stories.push({
      input,
      outcome: first.outcome,
      transactionId,
      before: Object.fromEntries(before),
      mutations: [...mutations],
    });
  }
  const { dataset = "" } = options.client.config();
  return {
    report: { ...report, interrupted },
    plan: { format: "copydesk-plan-1", run: report.run, at: report.startedAt, dataset, stories },
  };
}
