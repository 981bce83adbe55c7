import { recognisesHtml } from "../../markup/html/recognises-html.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

const searched = 20_000;

/** Signs that plain copy does not have; each counts once. */
const signs = [
  /^#{1,6} \S/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|\/|\.|[\w-]+[./])[^)\s]{0,500}(?: "[^"\n]{0,300}")?\)/,
  /!\[[^\]\n]{0,300}\]\([^)\n]{1,500}\)/,
  /(?:^|\s)\*\*\S[^*\n]{0,200}\S\*\*(?:\s|[.,;:!?،؛]|$)/m,
  /^> \S/m,
  /^(?:[*+] \S.*\n){2}/m,
  /^```/m,
  /^.{1,200}\n(?:={3,}|-{3,})$/m,
];

/**
 * Whether a text is Markdown: by readable front matter; else by two of the signs, or by one and the file extension.
 * Pure.
 */
export function recognisesMarkdown(text: string, name = ""): boolean {
  const head = text.slice(0, searched).replace(/^\uFEFF/, "");
  const split = splitFrontMatter(head);
  if (split.kind === "split" && split.frontMatter.values.size > 0) return true;
  const isNamed = /\.(?:md|markdown|mdx?own|mkd)$/i.test(name);
  if (recognisesHtml(head)) return isNamed && !/^\s*<(?:!doctype|html)/i.test(head);
  // A file with only the extension may be plain text, which is better read line by line.
  return signs.filter((sign) => sign.test(head)).length >= (isNamed ? 1 : 2);
}
