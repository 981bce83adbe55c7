/** HTML as plain objects. */
export interface HtmlElement {
  readonly kind: "element";
  /** In lower case. */
  readonly name: string;
  /** Names in lower case, values with their entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlNode[];
  readonly parent: HtmlElement | undefined;
}

interface HtmlText {
  readonly kind: "text";
  text: string;
}

export type HtmlNode = HtmlElement | HtmlText;
