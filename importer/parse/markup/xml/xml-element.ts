/** What stands inside an element: elements, and text with all references resolved. */
export type XmlNode = XmlElement | string;

/** An element, with names as {@link canonicalName} gives them. */
export interface XmlElement {
  /** Such as `title`, `dc:creator`, `atom:link`, whatever prefix the input chose. */
  readonly name: string;
  /** The name without prefix. */
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly parent?: XmlElement;
  /** Its place among the siblings of its name, from 1. */
  readonly position: number;
  /** Line of the input where it begins, from 1. */
  readonly line: number;
}
