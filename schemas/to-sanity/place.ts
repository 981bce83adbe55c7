import type { z } from "zod";
import type { FieldMeta, TypeMeta } from "../field-meta.ts";
import type { Say } from "./say.ts";

/** Where a schema is in the content model, and its metadata. */
export interface Place {
  /** From the type's name on, for example `article.body[]`. */
  readonly path: string;
  readonly meta: FieldMeta;
  /** Called with every named object type on the way, so that it becomes a type of its own. */
  readonly onNamedType: (meta: TypeMeta, schema: z.core.$ZodObject) => void;
  /** For what rules say; titles are said once the types are whole. */
  readonly say: Say;
}
