import { z } from "zod";

/** What Studio needs to know about a field and Zod cannot express. */
export interface FieldMeta {
  readonly title?: string;
  /** One sentence of help under the title. */
  readonly description?: string;
  /** Name of one of the document's groups. */
  readonly group?: string;
  /** A tall text box instead of one line. */
  readonly multiline?: boolean;
  /** A list of strings whose order counts and which may repeat: one below the other instead of tags. */
  readonly inOrder?: boolean;
  /**
   * Which way the text runs: `content` follows the document's (or the object's own) language, `ltr` is for slugs,
   * URLs and codes. Text fields default to `content`.
   */
  readonly direction?: "content" | "ltr";
  readonly readOnly?: boolean;
  readonly hidden?: boolean;
  /** Titles of an enum's values. */
  readonly optionTitles?: Readonly<Record<string, string>>;
  /** Marks the shapes that Sanity has a built-in type for. */
  readonly sanity?: SanityShape;
}

/** A Zod object that stands for one of Sanity's built-in types. */
export type SanityShape =
  | { readonly type: "slug"; readonly source: string }
  | { readonly type: "reference"; readonly to: readonly string[] }
  | { readonly type: "image" }
  | { readonly type: "block"; readonly decorators: readonly { value: string; title: string }[] };

/** What Studio needs to know about a named type: a document, or an object that is used in several places. */
export interface TypeMeta {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly kind: "document" | "object";
  readonly groups?: readonly { readonly name: string; readonly title: string }[];
  /** Paths (Sanity's dotted form) of the values that a list row shows. */
  readonly preview?: { readonly title: string; readonly subtitle?: string; readonly media?: string };
  readonly orderings?: readonly {
    readonly name: string;
    readonly title: string;
    readonly field: string;
    readonly direction: "asc" | "desc";
  }[];
}

/**
 * Metadata of fields. Register it on the outermost schema of a field (`string().optional().register(…)`): the
 * wrappers that Zod's `optional()` and `default()` make do not inherit it from the inner schema.
 */
export const fieldMeta = z.registry<FieldMeta>();

/** Metadata of the named types. */
export const typeMeta = z.registry<TypeMeta>();
