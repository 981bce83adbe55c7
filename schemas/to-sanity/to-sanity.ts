import type { z } from "zod";
import { documentSchemas } from "../documents.ts";
import { typeMeta, type FieldMeta, type TypeMeta } from "../field-meta.ts";
import { toFields } from "./converters.ts";
import { humanise } from "./humanise.ts";
import { qualityRule } from "./quality-rule.ts";
import { referenceRule } from "./reference-rule.ts";
import { type Say, sayInEnglish } from "./say.ts";
import { sayTitles } from "./say-titles.ts";
import type { StudioType } from "./studio-type.ts";
import { unwrap } from "./unwrap.ts";
import { zodRule } from "./zod-rule.ts";

/**
 * Derives the types of a Studio from the content model: the given documents, then every named object that they use.
 *
 * Pure, and free of React: a Studio adds its icons and components to what this returns. Each document validates
 * against its own Zod schema, with errors at the exact field, and against the quality checks, with warnings.
 *
 * @param say Translates titles, explanations and messages; they are English unless told.
 * @throws {TypeError} When a field has no counterpart in Studio; the message names its path and Zod kind.
 *
 * @example
 * ```ts
 * defineConfig({ schema: { types: toSanityTypes() } });
 * ```
 */
export function toSanityTypes(
  documents: Readonly<Record<string, z.ZodObject>> = documentSchemas,
  say: Say = sayInEnglish,
): StudioType[] {
  const objects = new Map<string, StudioType>();

  const onNamedType = (meta: TypeMeta, schema: z.core.$ZodObject): void => {
    if (objects.has(meta.name)) return;
    const type: StudioType = { ...describe(meta, schema, say), type: "object" };
    // Registered before its fields are converted, so that a type may contain itself.
    objects.set(meta.name, type);
    type.fields = toFields(schema, { path: meta.name, onNamedType, say });
  };

  const types = Object.entries(documents).map(([key, schema]): StudioType => {
    const meta = typeMeta.get(schema);
    if (meta === undefined) throw new TypeError(`Cannot show "${key}" in Studio: it has no type metadata`);
    return {
      ...describe(meta, schema, say),
      type: "document",
      fields: toFields(schema, { path: meta.name, onNamedType, say }),
      validation: (rule) => [
        rule.custom(zodRule(schema, say)),
        rule.custom(qualityRule(meta.name, say)).warning(),
        rule.custom(referenceRule("missing", say)),
        rule.custom(referenceRule("draft", say)).info(),
      ],
    };
  });
  return [...types, ...objects.values()].map((type) => sayTitles(type, say));
}

function describe(meta: TypeMeta, schema: z.core.$ZodObject, say: Say): Omit<StudioType, "type"> {
  return {
    name: meta.name,
    title: meta.title,
    ...(meta.description !== undefined && { description: meta.description }),
    ...(meta.groups !== undefined && { groups: [...meta.groups] }),
    ...(meta.preview !== undefined && { preview: toPreview(meta.preview, schema, say) }),
    ...(meta.orderings !== undefined && {
      orderings: meta.orderings.map(({ name, title, field, direction }) => ({
        name,
        title,
        by: [{ field, direction }],
      })),
    }),
  };
}

/** Lists show an enum's title, where a plain selection would show the stored value. */
function toPreview(
  preview: NonNullable<TypeMeta["preview"]>,
  schema: z.core.$ZodObject,
  say: Say,
): NonNullable<StudioType["preview"]> {
  const titles = optionTitles(schema._zod.def.shape[preview.subtitle ?? ""]);
  if (titles === undefined) return { select: { ...preview } };
  return {
    select: { ...preview },
    prepare: ({ subtitle, ...rest }) => ({
      ...rest,
      subtitle: say(titles[String(subtitle)] ?? humanise(String(subtitle))),
    }),
  };
}

function optionTitles(field: z.core.$ZodType | undefined): FieldMeta["optionTitles"] {
  return field === undefined ? undefined : unwrap(field).meta.optionTitles;
}
