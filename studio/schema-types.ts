import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { DownloadIcon } from "@sanity/icons/Download";
import { LinkIcon } from "@sanity/icons/Link";
import { ThListIcon } from "@sanity/icons/ThList";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImageIcon } from "@sanity/icons/Image";
import { PinIcon } from "@sanity/icons/Pin";
import { TranslateIcon } from "@sanity/icons/Translate";
import { UserIcon } from "@sanity/icons/User";
import { WarningOutlineIcon } from "@sanity/icons/WarningOutline";
import type { ComponentType } from "react";
import type { PreviewConfig, PreviewProps, SchemaTypeDefinition } from "sanity";
import { documentSchemas } from "../schemas/index.ts";
import type { Say } from "../schemas/to-sanity/say.ts";
import type { StudioShape } from "../schemas/to-sanity/studio-type.ts";
import { toSanityTypes } from "../schemas/to-sanity/to-sanity.ts";
import { decoratorLooks } from "./decorator-looks.tsx";
import {
  articlePreview,
  embedPreview,
  figurePreview,
  imagePreview,
  infoSourcePreview,
  tablePreview,
} from "./previews.ts";
import { TablePreview } from "./tables/table-preview.tsx";

interface Overlay {
  readonly icon?: ComponentType;
  readonly preview?: PreviewConfig;
  readonly readOnly?: boolean;
  readonly components?: { readonly preview: ComponentType<PreviewProps> };
}

/** How the Studio shows a type beyond its fields; kept here because the schemas are free of React. */
const overlaysIn = (say: Say): Readonly<Record<string, Overlay>> => ({
  article: { icon: DocumentTextIcon, preview: articlePreview(say) },
  newsImage: { icon: ImageIcon, preview: imagePreview },
  source: { icon: EarthGlobeIcon },
  figure: { icon: ImageIcon, preview: figurePreview },
  table: { icon: ThListIcon, preview: tablePreview, components: { preview: TablePreview } },
  embed: { icon: LinkIcon, preview: embedPreview },
  infoSource: { icon: EarthGlobeIcon, preview: infoSourcePreview(say) },
  localizedText: { icon: TranslateIcon },
  sourceName: { icon: TranslateIcon },
  person: { icon: UserIcon },
  place: { icon: PinIcon },
  dateline: { icon: PinIcon },
  problem: { icon: WarningOutlineIcon },
  importRecord: { icon: DownloadIcon, readOnly: true },
  importRun: { icon: DownloadIcon, readOnly: true },
  outletProfile: { icon: EarthGlobeIcon, readOnly: true },
});

/** Gives the marks of texts their looks, wherever in a type the texts are. */
function withLooks<Type extends StudioShape>(type: Type): Type {
  const { fields, of, marks } = type;
  return {
    ...type,
    ...(fields && { fields: fields.map(withLooks) }),
    ...(of && { of: of.map(withLooks) }),
    ...(marks && {
      marks: {
        ...marks,
        decorators: marks.decorators.map((mark) => ({ ...mark, ...decoratorLooks[mark.value] })),
      },
    }),
  };
}

/** The types derived from the content model, with this Studio's icons, previews and looks, in a language. */
export function schemaTypesIn(say: Say): SchemaTypeDefinition[] {
  const overlays = overlaysIn(say);
  return toSanityTypes(documentSchemas, say).map((type) => ({ ...withLooks(type), ...overlays[type.name] }));
}
