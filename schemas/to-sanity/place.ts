import type { z } from "zod";
import type { FieldMeta, TypeMeta } from "../field-meta.ts";

/** Where a schema stands, and what is known of it besides the schema. */
export interface Place {
  /** From the type's name on, for example `article.body[]`. */
  readonly path: string;
  readonly meta: FieldMeta;
  /** Told of every named object type on the way, so that it becomes a type of its own. */
  readonly onNamedType: (meta: TypeMeta, schema: z.core.$ZodObject) => void;
}
