import { createImageUrlBuilder } from "@sanity/image-url";
import { useMemo, type ReactElement } from "react";
import { useClient } from "sanity";

/** Pixels of a side, as dense screens have them. */
const side = 96;

/** A small picture that only adorns: the row says in words what the story is. */
export function RowPicture({ assetId }: { readonly assetId: string }): ReactElement {
  const client = useClient({ apiVersion: "2025-02-19" });
  const url = useMemo(
    () => createImageUrlBuilder(client).image(assetId).width(side).height(side).fit("crop").url(),
    [client, assetId],
  );
  return <img className="copydesk-queue-picture" src={url} alt="" loading="lazy" />;
}
