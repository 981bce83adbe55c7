import { streamOf } from "../assets/stream-of.ts";
import { packLake } from "../backup/pack-lake.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { isOn } from "../wire/query-string.ts";

/**
 * `POST /__lake/backup`: the lake as it is at one moment, in one tar file, while it goes on serving. With
 * `?withoutAssets=true` the database alone. Not of Sanity's API.
 */
export function backupRoute(services: LakeServices): LakeHandler {
  return async (context) => {
    const withoutAssets = isOn(new URL(context.req.url).searchParams, "withoutAssets");
    const snapshot = await services.snapshot();
    async function* packed(): AsyncGenerator<Uint8Array> {
      try {
        yield* packLake(
          snapshot.path,
          withoutAssets ? undefined : services.assetFolder,
          services.clock.now(),
        );
      } finally {
        await snapshot.drop();
      }
    }
    return new Response(streamOf(packed()), { headers: { "content-type": "application/x-tar" } });
  };
}
