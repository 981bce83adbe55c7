/** A value in JSON-LD. What is null, undefined or an empty list is not known, and left out when it is written. */
type JsonLdValue = string | number | boolean | null | undefined | JsonLd | readonly JsonLdValue[];

/** Something that is described in JSON-LD. */
export interface JsonLd {
  readonly [property: string]: JsonLdValue;
}
