import type { SanityClient } from "@sanity/client";
import { idsBeneath, idsOf } from "../../dataset/mutation.ts";
import type { LakeConnection } from "../../lake-connection/connect-lake.ts";
import { fetchDocuments } from "../../lake-connection/fetch-documents.ts";
import { openConnection } from "../../lake-connection/open-connection.ts";
import { runContext } from "../../run-context.ts";
import { unlessInterrupted } from "../../unless-interrupted.ts";
import { recordRun } from "../record-run.ts";
import type { PlanFile, PlanFileStory } from "./plan-file.ts";

export interface ApplyOptions {
  readonly client: SanityClient;
  readonly plan: PlanFile;
  /** Sends no mutation; the report tells what applying the plan would do. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** What became of one planned story. */
export interface AppliedStory {
  readonly input: string;
  readonly outcome: "applied" | "applied before" | "refused";
  /** Documents that prevented it, each with the reason. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

export interface ApplyReport {
  readonly run: string;
  readonly interrupted: boolean;
  readonly stories: readonly AppliedStory[];
}

/**
 * Writes exactly what a plan says. If one of a story's documents has changed since, the whole story is refused,
 * because its documents refer to each other and its import record covers all of them; each such document is named.
 *
 * Applying the same plan again writes nothing. It can be undone under the id of the planned run.
 *
 * @throws {ImportError} When the lake cannot be reached, or refuses the token.
 */
export async function applyPlan(options: ApplyOptions): Promise<ApplyReport> {
  const { client, plan, now = () => new Date() } = options;
  const context = runContext(options);
  const { lake, finish } = recordRun(openConnection(client, context, { run: plan.run }), {
    id: plan.run,
    at: plan.at,
  });
  const stories: AppliedStory[] = [];
  for (const story of plan.stories) {
    const applied = await unlessInterrupted(writeStory(lake, story));
    if (applied === undefined) break;
    stories.push(applied);
  }
  await finish({ finishedAt: now().toISOString() });
  return { run: plan.run, interrupted: context.signal.aborted, stories };
}

async function writeStory(lake: LakeConnection, story: PlanFileStory): Promise<AppliedStory> {
  const { input, before, mutations, transactionId } = story;
  const ids = idsOf(mutations);
  const beneath = idsBeneath(mutations);
  const now = await fetchDocuments(lake, [...ids, ...beneath]);
  const isOwn = (id: string): boolean => now.get(id)?._rev === transactionId;
  // What nobody has written to since shows that it was applied; the record alone would not, since the desk writes it too.
  if (ids.some(isOwn)) return { input, outcome: "applied before", refused: [] };
  const mayExist = new Set(
    mutations.flatMap((mutation) =>
      "createIfNotExists" in mutation ? [mutation.createIfNotExists._id] : [],
    ),
  );
  const refused = [...beneath, ...ids].flatMap((id) => {
    const [then, found] = [before[id], now.get(id)];
    if (then?._rev === found?._rev || (then === undefined && mayExist.has(id))) return [];
    return [
      {
        id,
        why: then === undefined ? "created since" : found === undefined ? "deleted since" : "changed since",
      },
    ];
  });
  if (refused.length > 0) return { input, outcome: "refused", refused };
  const result = await lake.commit(mutations, transactionId);
  return result.kind === "done"
    ? { input, outcome: "applied", refused: [] }
    : { input, outcome: "refused", refused: [{ id: ids.at(-1) ?? "", why: result.message }] };
}
