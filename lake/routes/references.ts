import type { LakeHandler, LakeServices } from "../lake-services.ts";

/** `GET /data/references/{dataset}/documents/{id}/to`: references from other datasets, of which a lake has none. */
export function referencesRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    services.dataset(context.req.param("dataset"));
    return Response.json({ totalCount: 0, references: [] });
  };
}
