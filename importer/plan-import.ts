import { importRecordId } from "../schemas/index.ts";
import { idsOf } from "./dataset/mutation.ts";
import type { Transaction } from "./dataset/transaction.ts";
import { connectLake } from "./lake-connection/connect-lake.ts";
import { fetchDocuments } from "./lake-connection/fetch-documents.ts";
import { runImport } from "./run-import.ts";
import type { PlanFile, PlanFileStory } from "./runs/plan-file/plan-file.ts";
import type { ImportOptions, ImportReport } from "./stages.ts";

/**
 * Plans an import and sends no mutation: the report of a dry run, and exactly what the import would write.
 *
 * @throws {ImportError} As `runImport` does.
 */
export async function planImport(
  options: ImportOptions,
): Promise<{ readonly report: ImportReport; readonly plan: PlanFile }> {
  const transactions: Transaction[] = [];
  const report = await runImport({
    ...options,
    dryRun: true,
    onPlanned: (transaction) => void transactions.push(transaction),
  });
  const lake = connectLake(options.client, { dryRun: true, pause: options.pause });
  const byRecord = new Map(transactions.map((planned) => [idsOf(planned.mutations).at(-1), planned]));
  const planning = report.stories.filter(({ changes }) => changes.length > 0);
  const stories: PlanFileStory[] = [];
  for (const [articleId = "", versions] of Map.groupBy(planning, (story) => story.articleId)) {
    // Of several versions of a story the newest comes last, and is all that there is to write over what is there.
    const [first, newest] = [versions[0], versions.at(-1)];
    const planned = byRecord.get(importRecordId(articleId));
    if (planned === undefined || first === undefined || newest === undefined) continue;
    const before = Object.fromEntries(await fetchDocuments(lake, idsOf(planned.mutations)));
    const { transactionId, mutations } = planned;
    const { input } = newest;
    stories.push({ input, outcome: first.outcome, transactionId, before, mutations: [...mutations] });
  }
  const { dataset = "" } = options.client.config();
  return {
    report,
    plan: { format: "copydesk-plan-1", run: report.run, at: report.startedAt, dataset, stories },
  };
}
