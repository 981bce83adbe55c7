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
  /** Of text boxes: how many lines they show. */
  rows?: number;
  /** Of references, as is the next one. */
  to?: { type: string }[];
  weak?: boolean;
  /** Of Portable Text blocks, as are the next two. */
  styles?: BlockStyleDefinition[];
  lists?: BlockListDefinition[];
  marks?: { decorators: BlockDecoratorDefinition[]; annotations: StudioType[] };
}

/** A Sanity type without a name: what a Zod schema says by itself, before the field that holds it adds its own. */
export interface StudioShape extends Omit<StudioType, "name"> {
  name?: string;
}

declare module "sanity" {
  interface BaseSchemaTypeOptions {
    /** Which way a text field's text runs. Sanity's own `direction` option is about layout. */
    textDirection?: "content" | "ltr";
  }
}
