import { matchKey } from "./match-key.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexicons } from "./lexicons.ts";

/** What a label such as "Source:" says about the text after it. */
export type LabelKind = keyof Lexicon["labels"];

const kinds = new Map<string, Set<LabelKind>>();
for (const { labels } of lexicons) {
  for (const [kind, words] of kindsOf(labels)) {
    for (const word of words) {
      const key = matchKey(word);
      kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
    }
  }
}

function kindsOf(labels: Lexicon["labels"]): (readonly [LabelKind, readonly string[]])[] {
  const { source, byline, credit, caption, published, updated, tags, related } = labels;
  const all = { source, byline, credit, caption, published, updated, tags, related } as const;
  const names = ["source", "byline", "credit", "caption", "published", "updated", "tags", "related"] as const;
  return names.map((name) => [name, all[name] ?? []]);
}

const none: ReadonlySet<LabelKind> = new Set();

/** The kinds of label that a text can be, in any language. Pure. */
export const labelKindsOf = (text: string): ReadonlySet<LabelKind> =>
  text.length > 40 ? none : (kinds.get(matchKey(text)) ?? none);

/** A line that begins with a label and a colon or an equivalent mark. */
export interface LabelledText {
  readonly kinds: ReadonlySet<LabelKind>;
  readonly label: string;
  /** The text after the label; may be empty. */
  readonly value: string;
}

const labelled =
  /^[\s([{（【［〔「“"'«*•▪■►▶◆●–—-]*([^:：|｜丨﹕=＝/／\n]{1,40}?)\s*[:：|｜丨﹕=＝/／]\s*(.*)$/su;

/** Splits a line such as "Source: Reuters" at its first colon, if the part before it is a label. Pure. */
export function readLabel(line: string): LabelledText | undefined {
  const match = labelled.exec(line.length > 600 ? line.slice(0, 600) : line);
  const label = match?.[1];
  if (label === undefined) return readCommaLabel(line);
  const found = labelKindsOf(label);
  if (found.size === 0) return readCommaLabel(line);
  return { kinds: found, label, value: match?.[2] ?? "" };
}

/** "图像来源，Getty Images", "Image caption, A bridge": some broadcasters put a comma after the label. */
function readCommaLabel(line: string): LabelledText | undefined {
  const [, label, value] = /^[\p{Cf}\s]*([\p{L}\p{M} ]{4,40})[，,،]\s*(.*)$/su.exec(line.slice(0, 600)) ?? [];
  if (label === undefined || value === undefined) return undefined;
  const found = labelKindsOf(label);
  const isSure = found.has("caption") || (found.has("credit") && value.length <= 80);
  return isSure && (label.includes(" ") || /\p{Script=Han}/u.test(label))
    ? { kinds: found, label, value }
    : undefined;
}
