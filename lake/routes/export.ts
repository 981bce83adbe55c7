import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { ndjson } from "../wire/ndjson.ts";
import { servedDataset } from "./served-dataset.ts";

/** `GET /data/export/{dataset}`: every document as it is, one per line. */
export function exportRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    const dataset = servedDataset(services, context);
    const types = new URL(context.req.url).searchParams.get("types");
    const condition = types
      ? { kind: "type" as const, values: types.split(",") }
      : { kind: "everything" as const };
    return ndjson(dataset.select(condition, {}));
  };
}
