import { z } from "zod";
import { plainError } from "../core/lake-error.ts";
import { maxBodyBytes } from "../core/limits.ts";
import { viewOf } from "../core/perspective.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { sizedAnswer } from "../wire/sized-answer.ts";
import { isOn, readParams } from "../wire/query-string.ts";
import { readJsonBody } from "../wire/request-body.ts";

const queryBody = z.object({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  perspective: z.union([z.string(), z.array(z.string())]).optional(),
});

/** `GET|POST /data/query/{dataset}` (sanity.io/docs/http-query). */
export function queryRoute(services: LakeServices): LakeHandler<"dataset"> {
  return async (context) => {
    const dataset = services.dataset(context.req.param("dataset"));
    const search = new URL(context.req.url).searchParams;
    const body =
      context.req.method === "POST"
        ? await readJsonBody(context.req.raw, queryBody, maxBodyBytes)
        : undefined;
    const query = body?.query ?? search.get("query");
    if (query === null) throw plainError(400, "Cannot run query: the request has no query");
    const perspective = search.get("perspective") ?? body?.perspective?.toString();

    const started = performance.now();
    const { json, syncTags } = await services.query({
      dataset: dataset.name,
      query,
      params: body?.params ?? readParams(search),
      view: viewOf(perspective, context.get("apiVersion")),
      userId: context.get("user").id,
      origin: new URL(context.req.url).origin,
      signal: context.req.raw.signal,
    });
    const ms = Math.round(performance.now() - started);
    const head = JSON.stringify({ ms, ...(isOff(search, "returnQuery") ? {} : { query }), syncTags });
    // The result is JSON already, and may be long.
    const before = Buffer.from(`${head.slice(0, -1)},"result":`);
    return sizedAnswer("application/json", [before, json, Buffer.from("}")]);
  };
}

function isOff(search: URLSearchParams, option: string): boolean {
  return search.has(option) && !isOn(search, option);
}
