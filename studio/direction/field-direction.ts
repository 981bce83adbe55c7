import { isArrayOfBlocksSchemaType, isArraySchemaType, type SchemaType } from "sanity";

/** The direction of a field's text, from its derived schema; `undefined` when the field holds no text. */
export function fieldDirection(type: SchemaType): "content" | "ltr" | undefined {
  if (isArrayOfBlocksSchemaType(type)) return "content";
  const [member] = isArraySchemaType(type) ? type.of : [];
  const options: unknown = (member ?? type).options;
  const direction: unknown =
    typeof options === "object" && options !== null && "textDirection" in options
      ? options.textDirection
      : undefined;
  return direction === "content" || direction === "ltr" ? direction : undefined;
}
