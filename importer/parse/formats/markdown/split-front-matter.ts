import { isObject } from "../../fields/json-values.ts";
import type { FrontMatter } from "./front-matter.ts";
import { readToml } from "./read-toml.ts";
import { readYaml } from "./read-yaml.ts";

export type SplitMarkdown =
  | { readonly kind: "split"; readonly frontMatter: FrontMatter; readonly body: string }
  /** The text between the lines cannot be read. */
  | { readonly kind: "unreadable"; readonly reason: string; readonly body: string };

/** The lines around front matter, and what is written between them. */
const fences: readonly {
  readonly begins: RegExp;
  readonly ends: RegExp;
  readonly read: (written: string) => FrontMatter["values"] | undefined;
}[] = [
  { begins: /^---[ \t]*$/, ends: /^(?:---|\.\.\.)[ \t]*$/, read: readYaml },
  { begins: /^\+\+\+[ \t]*$/, ends: /^\+\+\+[ \t]*$/, read: readToml },
];

/** A longer block is not front matter; the limit bounds the cost. */
const mostLines = 500;
const longest = 65_536;

/** Splits a Markdown text with LF line ends into front matter, in YAML or TOML, and body. Pure. */
export function splitFrontMatter(text: string): SplitMarkdown {
  const none: SplitMarkdown = { kind: "split", frontMatter: { values: new Map() }, body: text };
  const lines = text.split("\n", mostLines);
  const fence = fences.find(({ begins }) => begins.test(lines[0] ?? ""));
  if (fence === undefined) return none;
  const end = lines.findIndex((line, index) => index > 0 && fence.ends.test(line));
  if (end < 0) return none;
  const written = lines.slice(1, end).join("\n");
  const body = text.slice(lines.slice(0, end + 1).join("\n").length + 1);
  if (written.length > longest) return { kind: "unreadable", reason: "it is longer than 64 KB", body };
  try {
    const values = fence.read(written);
    return values === undefined ? none : { kind: "split", frontMatter: { values: fieldsOf(values) }, body };
  } catch (cause) {
    return { kind: "unreadable", reason: reasonOf(cause), body };
  }
}

function reasonOf(cause: unknown): string {
  const [message = ""] = cause instanceof Error ? cause.message.split("\n") : [String(cause)];
  // The parsers recurse once per level.
  return /call stack/.test(message) ? "it is nested too deeply" : message.replace(/:$/, "").slice(0, 200);
}

/** Where generators of sites want the fields that they do not know themselves: Hugo, and Zola. */
const containers: ReadonlySet<string> = new Set(["params", "extra", "taxonomies"]);

/** The fields, those of a container beside the others; of two under one name the first counts. */
function fieldsOf(written: FrontMatter["values"]): FrontMatter["values"] {
  const values = new Map<string, { value: unknown; line: number }>();
  const add = (name: string, value: unknown, line: number): void => {
    const key = name.toLowerCase().replace(/[-_\s]/g, "");
    // The fence is the first line of the input.
    if (!values.has(key)) values.set(key, { value, line: line + 1 });
  };
  const inside: (readonly [string, unknown, number])[] = [];
  for (const [name, { value, line }] of written) {
    if (containers.has(name) && isObject(value))
      for (const [own, each] of Object.entries(value)) inside.push([own, each, line]);
    else add(name, value, line);
  }
  for (const field of inside) add(...field);
  return values;
}
