/** Content of an element: elements, and text with all references resolved. */
export type XmlNode = XmlElement | string;

/** An element, named by {@link canonicalName}. */
export interface XmlElement {
  /** Such as `title`, `dc:creator`, `atom:link`, whatever prefix the input uses. */
  readonly name: string;
  /** The name without prefix. */
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly parent?: XmlElement;
  /** Its position among siblings of the same name, from 1. */
  readonly position: number;
  /** Line of the input where it begins, from 1. */
  readonly line: number;
}
