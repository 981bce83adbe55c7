import { z } from "zod";
import type { SlugSourceContext } from "sanity";
import { publishedId } from "../document-id.ts";
import type { FieldMeta, SanityShape } from "../field-meta.ts";
import { valueAt } from "../path.ts";
import { pictureShapes } from "../picture-shapes.ts";
import { humanise } from "./humanise.ts";
import type { Place } from "./place.ts";
import type { Say } from "./say.ts";
import type { StudioShape, StudioType } from "./studio-type.ts";
import { typeName } from "./type-name.ts";
import { unrepresentable } from "./unrepresentable.ts";
import { unwrap } from "./unwrap.ts";

/** Converts the fields of an object, of whatever kinds they are. */
type ToFields = (schema: z.core.$ZodObject, place: Place) => StudioType[];

/**
 * Converts an object that stands for one of Sanity's built-in types.
 *
 * @param toFields For the objects within it, whose fields may be of any kind: the caller knows all converters.
 */
export function toBuiltIn(
  schema: z.core.$ZodObject,
  sanity: SanityShape,
  place: Place,
  toFields: ToFields,
): StudioShape {
  switch (sanity.type) {
    case "slug":
      return { type: "slug", options: { source: sanity.source, slugify: slugOf, textDirection: "ltr" } };
    case "reference":
      return {
        type: "reference",
        to: sanity.to.map((type) => ({ type })),
        // `referenceRule` tells of it, for the whole document at once.
        validation: (rule) => rule.skip().custom(leadsSomewhere(place.say)),
        ...(isAlwaysWeak(schema) && { weak: true }),
      };
    case "image":
      return { type: "image", options: { hotspot: { previews: Object.values(pictureShapes) } } };
    case "block":
      return { type: "block", ...blockParts(schema, sanity.decorators, place, toFields) };
  }
}

/** An empty reference is none, whether the field must be filled or not. */
const leadsSomewhere =
  (say: Say) =>
  (value: unknown): true | string =>
    value === undefined || typeof valueAt(value, ["_ref"]) === "string"
      ? true
      : say("Choose a document, or clear the field");

/** A weak reference does not prevent its target from being deleted; the Zod schema has `_weak: true`. */
const isAlwaysWeak = (schema: z.core.$ZodObject): boolean => {
  const weak = schema._zod.def.shape["_weak"];
  return weak instanceof z.core.$ZodLiteral && weak._zod.def.values.includes(true);
};

/**
 * An empty slug would make Studio unset the field, so a text without a slug falls back on the document's id.
 *
 * The letters of all scripts are a tenth of what a browser would load to open Studio: they come when a slug is asked for.
 */
async function slugOf(
  text: string,
  _type: unknown,
  { parent }: Pick<SlugSourceContext, "parent">,
): Promise<string> {
  const { toSlug } = await import("../slugify.ts");
  const id = Array.isArray(parent) ? undefined : parent["_id"];
  return toSlug(text) || (typeof id === "string" && toSlug(publishedId(id))) || "untitled";
}

/** What a Portable Text block may contain, read from its Zod shape. */
function blockParts(
  schema: z.core.$ZodObject,
  decorators: readonly { value: string; title: string }[],
  place: Place,
  toFields: ToFields,
): Pick<StudioShape, "styles" | "lists" | "marks"> {
  const { style, listItem, markDefs } = schema._zod.def.shape;
  return {
    styles: titledValues(style, `${place.path}.style`),
    lists: listItem === undefined ? [] : titledValues(listItem, `${place.path}.listItem`),
    marks: { decorators: [...decorators], annotations: toAnnotations(markDefs, place, toFields) },
  };
}

function titledValues(schema: z.core.$ZodType | undefined, path: string): { value: string; title: string }[] {
  const { schema: inner, meta } = schema === undefined ? { schema, meta: {} } : unwrap(schema);
  if (!(inner instanceof z.core.$ZodEnum)) throw unrepresentable(path, inner?._zod.def.type ?? "missing");
  const { optionTitles }: FieldMeta = meta;
  return Object.keys(inner._zod.def.entries).map((value) => ({
    value,
    title: optionTitles?.[value] ?? humanise(value),
  }));
}

/** The objects that a mark in the text may point to: the members of the block's `markDefs`. */
function toAnnotations(
  markDefs: z.core.$ZodType | undefined,
  place: Place,
  toFields: ToFields,
): StudioType[] {
  if (markDefs === undefined) return [];
  const path = `${place.path}.markDefs[]`;
  const list = unwrap(markDefs).schema;
  if (!(list instanceof z.core.$ZodArray)) throw unrepresentable(path, list._zod.def.type);
  const { element } = list._zod.def;
  const members = element instanceof z.core.$ZodUnion ? element._zod.def.options : [element];
  return members.map((member) => {
    const { schema, meta } = unwrap(member);
    const name = typeName(schema);
    if (!(schema instanceof z.core.$ZodObject) || name === undefined)
      throw unrepresentable(path, schema._zod.def.type);
    const fields = toFields(schema, { ...place, path: `${path}.${name}` });
    return { type: "object", name, title: meta.title ?? humanise(name), fields };
  });
}
