/** The metadata block before the text of a Markdown file. */
export interface FrontMatter {
  /** Values by name, in lower case and without "-" and "_". */
  readonly values: ReadonlyMap<string, { readonly value: unknown; readonly line: number }>;
}
