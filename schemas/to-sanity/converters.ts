import type { Rule, SchemaValidationValue, StringOptions } from "sanity";
import { z } from "zod";
import { type FieldMeta, typeMeta } from "../field-meta.ts";
import { toBuiltIn } from "./built-ins.ts";
import { humanise } from "./humanise.ts";
import type { Place } from "./place.ts";
import type { StudioShape, StudioType } from "./studio-type.ts";
import { typeName } from "./type-name.ts";
import { unrepresentable } from "./unrepresentable.ts";
import { unwrap } from "./unwrap.ts";

type Converter = (schema: z.core.$ZodType, place: Place) => StudioShape;

/** Ties a converter to the Zod class it reads, which narrows the wide type of the table. */
function converterFor<Schema extends z.core.$ZodType>(
  kind: z.core.$constructor<Schema>,
  convert: (schema: Schema, place: Place) => StudioShape,
): Converter {
  return (schema, place) => {
    if (!(schema instanceof kind)) throw unrepresentable(place.path, schema._zod.def.type);
    return convert(schema, place);
  };
}

/** Zod's string formats that Sanity has a type for; other formats are plain strings to Studio. */
const stringFormats: Readonly<Record<string, string>> = {
  url: "url",
  email: "email",
  date: "date",
  datetime: "datetime",
};

/** Sanity types with a check of their own. Zod's check is the one that counts, and two messages would be redundant. */
const checkedTwice = new Set(Object.values(stringFormats));

const toString = (schema: z.core.$ZodString, { meta }: Place): StudioShape => {
  const format =
    schema instanceof z.core.$ZodStringFormat ? stringFormats[schema._zod.def.format] : undefined;
  const type = format ?? (meta.multiline ? "text" : "string");
  const options: StringOptions = { textDirection: meta.direction ?? (format ? "ltr" : "content") };
  return checkedTwice.has(type) ? { type, options, validation: (rule) => rule.skip() } : { type, options };
};

/** Sanity has one type for either of two texts: a day is allowed where a point in time is. */
const toUnion = (schema: z.core.$ZodUnion, { meta: _, ...place }: Place): StudioShape => {
  const shapes = schema._zod.def.options.map((option) => toShape(option, place));
  const widest = shapes.find(({ type }) => type === "datetime");
  if (widest === undefined || !shapes.every(({ type }) => type === "datetime" || type === "date"))
    throw unrepresentable(place.path, "union");
  return widest;
};

const toOptionList = (values: readonly string[], meta: FieldMeta): StudioShape => ({
  type: "string",
  options: { list: values.map((value) => ({ value, title: meta.optionTitles?.[value] ?? humanise(value) })) },
  validation: (rule) => rule.skip(),
});

const toLiteral = (schema: z.core.$ZodLiteral, { path, meta }: Place): StudioShape => {
  const values = schema._zod.def.values.filter((value) => typeof value === "string");
  if (values.length < schema._zod.def.values.length)
    throw unrepresentable(path, "literal other than a string");
  return toOptionList(values, meta);
};

const toEnum = (schema: z.core.$ZodEnum, { path, meta }: Place): StudioShape => {
  const values = Object.values(schema._zod.def.entries).filter((value) => typeof value === "string");
  if (values.length < Object.keys(schema._zod.def.entries).length)
    throw unrepresentable(path, "numeric enum");
  return toOptionList(values, meta);
};

const toObject = (schema: z.core.$ZodObject, place: Place): StudioShape => {
  if (place.meta.sanity !== undefined) return toBuiltIn(schema, place.meta.sanity, place, toFields);
  const named = typeMeta.get(schema);
  if (named === undefined) return { type: "object", fields: toFields(schema, place) };
  place.onNamedType(named, schema);
  return { type: named.name };
};

/** An array and its members: the options of a union, or the only kind. */
const toArray = (schema: z.core.$ZodArray, place: Place): StudioShape => {
  const { element } = schema._zod.def;
  const members = element instanceof z.core.$ZodUnion ? element._zod.def.options : [element];
  const of = members.map((member) => toMember(member, { ...place, path: `${place.path}[]` }));
  const isTags = of.length === 1 && of[0]?.type === "string" && place.meta.inOrder !== true;
  return isTags ? { type: "array", of, options: { layout: "tags" } } : { type: "array", of };
};

/** Inline objects in an array are distinguished by `_type`, which Studio takes as the type's name. */
const toMember = (schema: z.core.$ZodType, place: Place): StudioShape => {
  const shape = toShape(schema, place);
  const name = shape.type === "object" ? typeName(schema) : undefined;
  return name === undefined ? shape : { ...shape, name, title: unwrap(schema).meta.title ?? humanise(name) };
};

/** One converter for each kind that a field of the content model may have. */
const converters: Partial<Record<z.core.$ZodTypeDef["type"], Converter>> = {
  string: converterFor(z.core.$ZodString, toString),
  number: converterFor(z.core.$ZodNumber, () => ({ type: "number" })),
  boolean: converterFor(z.core.$ZodBoolean, () => ({ type: "boolean" })),
  enum: converterFor(z.core.$ZodEnum, toEnum),
  literal: converterFor(z.core.$ZodLiteral, toLiteral),
  object: converterFor(z.core.$ZodObject, toObject),
  array: converterFor(z.core.$ZodArray, toArray),
  union: converterFor(z.core.$ZodUnion, toUnion),
};

/**
 * Converts one schema, without its wrappers, to the Sanity shape of the same values.
 *
 * @throws {TypeError} When Studio has no counterpart; the message names the field's path and the Zod kind.
 */
function toShape(schema: z.core.$ZodType, place: Omit<Place, "meta">): StudioShape {
  const { schema: inner, meta } = unwrap(schema);
  const kind = inner._zod.def.type;
  const convert = converters[kind];
  if (convert === undefined) throw unrepresentable(place.path, kind);
  return convert(inner, { ...place, meta });
}

/** Converts an object's fields, except those that Sanity itself keeps (`_id`, `_type`, `_key` …). */
export function toFields(schema: z.core.$ZodObject, place: Omit<Place, "meta">): StudioType[] {
  return Object.entries(schema._zod.def.shape)
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, field]) => toField(name, field, { ...place, path: `${place.path}.${name}` }));
}

function toField(name: string, schema: z.core.$ZodType, place: Omit<Place, "meta">): StudioType {
  const { meta, required, readOnly, initialValue } = unwrap(schema);
  const shape = toShape(schema, place);
  return {
    ...shape,
    name,
    title: meta.title ?? humanise(name),
    ...(meta.description !== undefined && { description: meta.description }),
    ...(meta.group !== undefined && { group: meta.group }),
    ...((meta.readOnly ?? readOnly) && { readOnly: true }),
    ...(meta.hidden !== undefined && { hidden: meta.hidden }),
    ...(initialValue !== undefined && { initialValue }),
    ...(required && { validation: (rule: Rule) => requiredToo(rule, shape.validation) }),
  };
}

/** Schema extraction and Studio's "required" mark look for this call on the field itself. */
function requiredToo(rule: Rule, validation: StudioType["validation"]): SchemaValidationValue {
  const own = typeof validation === "function" ? validation(rule) : undefined;
  return isRule(own) ? own.required() : rule.required();
}

const isRule = (value: SchemaValidationValue): value is Rule =>
  typeof value === "object" && !Array.isArray(value);
