import type {
  BlockDecoratorDefinition,
  BlockListDefinition,
  BlockStyleDefinition,
  FieldDefinitionBase,
  FieldGroupDefinition,
  IntrinsicTypeName,
  SortOrdering,
  TypeAliasDefinition,
} from "sanity";

/** A Sanity type or field as the converters build it: the parts of `SchemaTypeDefinition` that derivation uses. */
export interface StudioType extends TypeAliasDefinition<string, IntrinsicTypeName>, FieldDefinitionBase {
  fields?: StudioType[];
  of?: StudioShape[];
  groups?: FieldGroupDefinition[];
  orderings?: SortOrdering[];
  /** Number of lines of a text box. */
  rows?: number;
  /** For references, like the next one. */
  to?: { type: string }[];
  weak?: boolean;
  /** For Portable Text blocks, like the next two. */
  styles?: BlockStyleDefinition[];
  lists?: BlockListDefinition[];
  marks?: { decorators: BlockDecoratorDefinition[]; annotations: StudioType[] };
}

/** A Sanity type without a name, as derived from a Zod schema alone; the field that holds it adds its own. */
export interface StudioShape extends Omit<StudioType, "name"> {
  name?: string;
}

declare module "sanity" {
  interface BaseSchemaTypeOptions {
    /** Which way a text field's text runs. Sanity's own `direction` option is about layout. */
    textDirection?: "content" | "ltr";
  }
}
