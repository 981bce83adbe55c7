import { z } from "zod";
import { plainError } from "../core/lake-error.ts";
import { maxBodyBytes } from "../core/limits.ts";
import { viewOf } from "../core/perspective.ts";
import { runQuery } from "../query/run-query.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { isOn, readParams } from "../wire/query-string.ts";
import { readJsonBody } from "../wire/request-body.ts";
import { servedDataset } from "./served-dataset.ts";

const queryBody = z.object({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  perspective: z.union([z.string(), z.array(z.string())]).optional(),
});

/** `GET|POST /data/query/{dataset}` (sanity.io/docs/http-query). */
export function queryRoute(services: LakeServices): LakeHandler<"dataset"> {
  return async (context) => {
    const dataset = servedDataset(services, context);
    const search = new URL(context.req.url).searchParams;
    const body =
      context.req.method === "POST"
        ? await readJsonBody(context.req.raw, queryBody, maxBodyBytes)
        : undefined;
    const query = body?.query ?? search.get("query");
    if (query === null) throw plainError(400, "Cannot run query: the request has no query");
    const perspective = search.get("perspective") ?? body?.perspective?.toString();

    const now = services.clock.now();
    const started = performance.now();
    const request = {
      query,
      params: body?.params ?? readParams(search),
      view: viewOf(perspective, context.get("apiVersion")),
    };
    const result = await runQuery(dataset, request, {
      identity: context.get("user").id,
      now,
      projectId: services.projectId,
      dataset: dataset.name,
    });
    const ms = Math.round(performance.now() - started);
    return Response.json({ ms, ...(isOff(search, "returnQuery") ? {} : { query }), result });
  };
}

function isOff(search: URLSearchParams, option: string): boolean {
  return search.has(option) && !isOn(search, option);
}
