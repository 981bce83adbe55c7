import { emptyNames, htmlNames } from "./html-tags.ts";

/** An HTML tag in a text. */
export interface Tag {
  readonly kind: "start" | "end" | "empty";
  /** In lower case. */
  readonly name: string;
  readonly hasAttributes: boolean;
  readonly index: number;
  readonly length: number;
}

// The limits keep the time linear where quotes are not closed.
const attribute = String.raw`\s+[^\s"'<>/=]{1,100}(?:\s*=\s*(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'<>]{1,4000}))?`;
const tag = new RegExp(
  String.raw`<(/?)([a-z][\w-]{0,20}(?::[a-z][\w-]{0,20})?)((?:${attribute}){0,50})\s{0,20}(/?)>`,
  "gi",
);

/**
 * Finds the HTML tags in a text. An unknown name is a tag only with a value for an attribute or a prefix: "x<y and
 * z>w" and "<ada@press.example>" have none. Pure.
 */
export function readTags(text: string): Tag[] {
  if (!text.includes("<")) return [];
  return Array.from(text.matchAll(tag)).flatMap(
    ({ 0: whole, 1: slash, 2: written = "", 3: attributes = "", 4: selfClosing, index }): Tag[] => {
      const name = written.toLowerCase();
      if (!htmlNames.has(name) && !/[:-]/.test(name) && !attributes.includes("=")) return [];
      const kind = slash === "/" ? "end" : emptyNames.has(name) || selfClosing === "/" ? "empty" : "start";
      return [{ kind, name, hasAttributes: attributes !== "", index, length: whole.length }];
    },
  );
}
