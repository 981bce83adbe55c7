import type { LakeDocument } from "../core/dataset.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { askedAgain, sizedAnswer } from "../wire/sized-answer.ts";
import { isOn } from "../wire/query-string.ts";
import { servedDataset } from "./served-dataset.ts";

/** `GET /data/doc/{dataset}/{id,id,…}`: documents under their real ids, whatever the perspective. */
export function docRoute(services: LakeServices): LakeHandler<"dataset" | "ids"> {
  return (context) => {
    const dataset = servedDataset(services, context);
    const search = new URL(context.req.url).searchParams;
    const ids = [...new Set(context.req.param("ids").split(","))].filter((id) => id !== "");
    const asked = dataset.documents(ids);
    const documents = isOn(search, "includeAllVersions")
      ? dataset.select({ kind: "group", values: ids }, {})
      : asked;
    const found = new Set(asked.map(({ _id }) => _id));
    const answer = {
      documents: isOn(search, "excludeContent") ? documents.map(systemFieldsOf) : documents,
      omitted: ids.filter((id) => !found.has(id)).map((id) => ({ id, reason: "existence" })),
    };
    return sizedAnswer("application/json", JSON.stringify(answer), askedAgain);
  };
}

function systemFieldsOf({
  _id,
  _type,
  _rev,
  _createdAt,
  _updatedAt,
}: LakeDocument): Readonly<Record<string, string>> {
  return { _id, _type, _rev, _createdAt, _updatedAt };
}
