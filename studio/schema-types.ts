import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { DownloadIcon } from "@sanity/icons/Download";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImageIcon } from "@sanity/icons/Image";
import { PinIcon } from "@sanity/icons/Pin";
import { TranslateIcon } from "@sanity/icons/Translate";
import { UserIcon } from "@sanity/icons/User";
import { WarningOutlineIcon } from "@sanity/icons/WarningOutline";
import type { ComponentType } from "react";
import type { PreviewConfig, SchemaTypeDefinition } from "sanity";
import { toSanityTypes } from "../schemas/to-sanity/to-sanity.ts";
import { articlePreview, figurePreview, imagePreview, infoSourcePreview } from "./previews.ts";

interface Overlay {
  readonly icon?: ComponentType;
  readonly preview?: PreviewConfig;
  readonly readOnly?: boolean;
}

/** How the Studio shows a type beyond its fields; kept here because the schemas are free of React. */
const overlays: Readonly<Record<string, Overlay>> = {
  article: { icon: DocumentTextIcon, preview: articlePreview },
  newsImage: { icon: ImageIcon, preview: imagePreview },
  source: { icon: EarthGlobeIcon },
  figure: { icon: ImageIcon, preview: figurePreview },
  infoSource: { icon: EarthGlobeIcon, preview: infoSourcePreview },
  localizedText: { icon: TranslateIcon },
  sourceName: { icon: TranslateIcon },
  person: { icon: UserIcon },
  place: { icon: PinIcon },
  dateline: { icon: PinIcon },
  problem: { icon: WarningOutlineIcon },
  importRecord: { icon: DownloadIcon, readOnly: true },
  importRun: { icon: DownloadIcon, readOnly: true },
};

/** The types derived from the content model, with this Studio's icons and previews. */
export const schemaTypes: SchemaTypeDefinition[] = toSanityTypes().map((type) => ({
  ...type,
  ...overlays[type.name],
}));
