import { parseInputs, type ParsedInput, type ParseOptions } from "../../importer/index.ts";
import type { Article, NewsImage, Source } from "../../schemas/index.ts";

/** The documents of one parsed input, by type. */
export interface ParsedDocuments {
  readonly story: ParsedInput;
  readonly article: Article;
  readonly images: readonly NewsImage[];
  readonly sources: readonly Source[];
}

/** Everything that an iterable yields. */
export async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}

/** Parses inputs to the end. */
export const parseAll = (options: ParseOptions): Promise<ParsedInput[]> => collect(parseInputs(options));

/** Parses an input that is one story. */
export async function parseOne(input: string): Promise<ParsedDocuments> {
  const [story, ...others] = await parseAll({ inputs: [input] });
  const article = story?.documents.find((document) => document._type === "article");
  if (story === undefined || article === undefined || others.length > 0) {
    throw new Error(`"${input}" is not one story: ${JSON.stringify(story?.problems)}`);
  }
  return {
    story,
    article,
    images: story.documents.filter((document) => document._type === "newsImage"),
    sources: story.documents.filter((document) => document._type === "source"),
  };
}

/** The bytes of some texts, as standard input gives them. */
export async function* bytesOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
}
