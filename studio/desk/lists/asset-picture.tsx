import { createImageUrlBuilder, type SanityImageSource } from "@sanity/image-url";
import { useMemo, type ReactElement } from "react";
import { useClient } from "sanity";

interface AssetPictureProps {
  /** An asset's id, or an image with the editor's crop and hotspot. Compared by identity. */
  readonly source: SanityImageSource;
  /** In pixels, as dense screens have them. */
  readonly width: number;
  readonly height: number;
  readonly className: string;
}

/** A picture that only adorns: what stands beside it says in words what it is. */
export function AssetPicture({ source, width, height, className }: AssetPictureProps): ReactElement {
  const client = useClient({ apiVersion: "2025-02-19" });
  const url = useMemo(
    () => createImageUrlBuilder(client).image(source).width(width).height(height).fit("crop").url(),
    [client, source, width, height],
  );
  return <img className={className} src={url} alt="" loading="lazy" />;
}
