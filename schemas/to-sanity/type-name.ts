import { z } from "zod";

/** The value of an object's `_type` literal; `undefined` for a schema that has none. */
export function typeName(schema: z.core.$ZodType): string | undefined {
  const literal = schema instanceof z.core.$ZodObject ? schema._zod.def.shape["_type"] : undefined;
  const value = literal instanceof z.core.$ZodLiteral ? literal._zod.def.values[0] : undefined;
  return typeof value === "string" ? value : undefined;
}
