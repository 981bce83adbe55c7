import { LineCounter, parseDocument, isMap, isScalar } from "yaml";

/** The metadata block before the text of a Markdown file. */
export interface FrontMatter {
  /** Values by name, in lower case and without "-" and "_". */
  readonly values: ReadonlyMap<string, { readonly value: unknown; readonly line: number }>;
}

export type SplitMarkdown =
  | { readonly kind: "split"; readonly frontMatter: FrontMatter; readonly body: string }
  /** The text between the lines is not YAML. */
  | { readonly kind: "unreadable"; readonly reason: string; readonly body: string };

const fence = /^---[ \t]*$/;
const fenceEnd = /^(?:---|\.\.\.)[ \t]*$/;
/** A longer block is not front matter; the limit bounds the cost. */
const mostLines = 500;
const longest = 65_536;

/** Splits a Markdown text with LF line ends into front matter and body. Pure; alias expansion is bounded. */
export function splitFrontMatter(text: string): SplitMarkdown {
  const none: SplitMarkdown = { kind: "split", frontMatter: { values: new Map() }, body: text };
  const lines = text.split("\n", mostLines);
  if (!fence.test(lines[0] ?? "")) return none;
  const end = lines.findIndex((line, index) => index > 0 && fenceEnd.test(line));
  if (end < 0) return none;
  const written = lines.slice(1, end).join("\n");
  const body = text.slice(lines.slice(0, end + 1).join("\n").length + 1);
  if (written.length > longest) return { kind: "unreadable", reason: "it is longer than 64 KB", body };
  try {
    const frontMatter = readYaml(written);
    return frontMatter === undefined ? none : { kind: "split", frontMatter, body };
  } catch (cause) {
    return { kind: "unreadable", reason: reasonOf(cause), body };
  }
}

function reasonOf(cause: unknown): string {
  const [message = ""] = cause instanceof Error ? cause.message.split("\n") : [String(cause)];
  // The parser recurses once per level.
  return /call stack/.test(message) ? "it is nested too deeply" : message.replace(/:$/, "").slice(0, 200);
}

/** `undefined` for text between two rules that is not names with values. */
function readYaml(written: string): FrontMatter | undefined {
  const lineCounter = new LineCounter();
  // Dates stay as written: missing parts must not be made up.
  const document = parseDocument(written, {
    lineCounter,
    schema: "core",
    uniqueKeys: false,
    logLevel: "silent",
  });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  const values = new Map<string, { value: unknown; line: number }>();
  if (document.contents === null) return { values };
  if (!isMap(document.contents)) return undefined;
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== "string") continue;
    const name = key.value.toLowerCase().replace(/[-_\s]/g, "");
    const line = key.range === null || key.range === undefined ? 1 : lineCounter.linePos(key.range[0]).line;
    const plain: unknown = document.createNode(value).toJS(document, { maxAliasCount: 50 });
    // The fence is the first line of the input.
    if (!values.has(name)) values.set(name, { value: plain, line: line + 1 });
  }
  return { values };
}
