import { z } from "zod";
import { fieldMeta, type FieldMeta } from "../field-meta.ts";

/** A field's schema without its wrappers, and what the wrappers and the registry say. */
export interface UnwrappedField {
  readonly schema: z.core.$ZodType;
  /** The metadata of all layers; an outer layer overrides an inner one. */
  readonly meta: FieldMeta;
  /** Whether a document is invalid without a value. */
  readonly required: boolean;
  readonly readOnly: boolean;
  /** The value of `default()`, for new documents. */
  readonly initialValue: unknown;
}

/** Removes `optional`, `nullable`, `default` and `readonly` from a schema. */
export function unwrap(schema: z.core.$ZodType): UnwrappedField {
  let inner = schema;
  let meta: FieldMeta = { ...fieldMeta.get(inner) };
  let readOnly = false;
  let initialValue: unknown;
  for (;;) {
    if (inner instanceof z.core.$ZodDefault) initialValue = inner._zod.def.defaultValue;
    else if (inner instanceof z.core.$ZodReadonly) readOnly = true;
    else if (!(inner instanceof z.core.$ZodOptional || inner instanceof z.core.$ZodNullable)) break;
    inner = inner._zod.def.innerType;
    meta = { ...fieldMeta.get(inner), ...meta };
  }
  return { schema: inner, meta, required: schema._zod.optin === undefined, readOnly, initialValue };
}
