import { z } from "zod";
import { maxMutationBytes } from "../core/limits.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { isOn } from "../wire/query-string.ts";
import { readJsonBody } from "../wire/request-body.ts";
import { transactionId } from "../wire/transaction-id.ts";
import { servedDataset } from "./served-dataset.ts";

const record = z.record(z.string(), z.unknown());
const mutateBody = z.object({
  // wire: a lone mutation is accepted as a list of one (@sanity/client 7.28 src/data/dataMethods: encodeMutations).
  mutations: z.union([z.array(record), record.transform((mutation) => [mutation])]),
  transactionId: transactionId.optional(),
});

/** `POST /data/mutate/{dataset}` (sanity.io/docs/http-mutations). */
export function mutateRoute(services: LakeServices): LakeHandler<"dataset"> {
  return async (context) => {
    const dataset = servedDataset(services, context);
    const search = new URL(context.req.url).searchParams;
    const { mutations, transactionId } = await readJsonBody(context.req.raw, mutateBody, maxMutationBytes);
    const committed = await services.write(() =>
      dataset.commit({
        mutations,
        author: context.get("user").id,
        ...(transactionId === undefined ? {} : { transactionId }),
        dryRun: isOn(search, "dryRun"),
        autoGenerateArrayKeys: isOn(search, "autoGenerateArrayKeys"),
      }),
    );
    const withDocuments = isOn(search, "returnDocuments");
    const withIds = isOn(search, "returnIds") || withDocuments;
    return Response.json({
      transactionId: committed.transactionId,
      results: committed.results.map(({ id, operation, document }) => ({
        ...(withIds ? { id } : {}),
        operation,
        ...(withDocuments && document ? { document } : {}),
      })),
    });
  };
}
