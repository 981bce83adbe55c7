import { z } from "zod";
import { maxMutationBytes } from "../core/limits.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { readJsonBody } from "../wire/request-body.ts";
import { transactionId } from "../wire/transaction-id.ts";

const record = z.record(z.string(), z.unknown());
const actionsBody = z.object({
  actions: z.union([z.array(record), record.transform((action) => [action])]),
  transactionId: transactionId.optional(),
  dryRun: z.boolean().default(false),
});

/** `POST /data/actions/{dataset}` (sanity.io/docs/http-actions): what Studio edits with. */
export function actionsRoute(services: LakeServices): LakeHandler<"dataset"> {
  return async (context) => {
    const dataset = services.dataset(context.req.param("dataset"));
    const { actions, transactionId, dryRun } = await readJsonBody(
      context.req.raw,
      actionsBody,
      maxMutationBytes,
    );
    const performed = await services.write(() =>
      dataset.act({
        actions,
        author: context.get("user").id,
        ...(transactionId === undefined ? {} : { transactionId }),
        dryRun,
      }),
    );
    return Response.json({ transactionId: performed.transactionId });
  };
}

/** `GET /data/actions/{dataset}`: older Studios ask whether they may use actions. */
export function actionsFlagRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    services.dataset(context.req.param("dataset"));
    return Response.json({ enabled: true, compatibleStudioVersions: "*" });
  };
}
