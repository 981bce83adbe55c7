import type { EmbedResult } from "../embed-fragment.ts";

/** What stands in for something on another site. */
export interface EmbedContent {
  readonly url: string;
  readonly title: string;
  readonly provider: string;
  /** The words of it, line by line: a text of its own, in whatever language it is. */
  readonly lines: readonly string[];
}

/** What stands in for an embed: its words and a link to it. Nothing is loaded from there, which would tell who reads what. */
export const embedContent = ({ url, title, provider, text }: EmbedResult): EmbedContent => ({
  url,
  title: title ?? url,
  provider: provider ?? new URL(url).hostname,
  lines: text?.split("\n").filter((line) => line.trim() !== "") ?? [],
});
