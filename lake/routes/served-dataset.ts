import type { Context } from "hono";
import { servedAt } from "../core/asset-addresses.ts";
import type { Dataset } from "../core/dataset.ts";
import type { LakeEnv, LakeServices } from "../lake-services.ts";

/**
 * The dataset that a request names, as it is seen from the address that the request was sent to.
 *
 * @throws {LakeError} 404 when there is no such dataset.
 */
export function servedDataset(services: LakeServices, context: Context<LakeEnv, "/:dataset">): Dataset {
  const dataset = services.dataset(context.req.param("dataset"));
  return servedAt(dataset, { origin: new URL(context.req.url).origin, projectId: services.projectId });
}
