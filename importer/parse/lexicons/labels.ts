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
  /** The mark between label and text. */
  readonly mark: string;
  /** The text after the label; may be empty. */
  readonly value: string;
}

const labelled =
  /^[\s([{（【［〔「“"'«*•▪■►▶◆●–—-]*([^:：|｜丨﹕=＝/／\n]{1,40}?)\s*([:：|｜丨﹕=＝/／])\s*(.*)$/su;

/** The commas of all scripts, as the inside of a character class. */
export const commas = ",，،、፣՝߸᠂꓾";
const afterComma = new RegExp(
  String.raw`^[\p{Cf}\s]*([\p{L}\p{M}'’ʼ\p{Cf} -]{4,40})([${commas}])\s*(.*)$`,
  "su",
);
const commaFirst = new RegExp(String.raw`^[\p{Cf}\s]*([${commas}])\s*(\p{L}.*)$`, "su");

/** Whether the label is one of those that some broadcasters hide in their pages: "Image caption, A bridge". Pure. */
export const hasComma = ({ mark }: Pick<LabelledText, "mark">): boolean =>
  mark !== "" && commas.includes(mark);

const phrase = /\S\s+\S|[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2}/u;

/** Whether a label has several words, which no other text begins with by chance. Pure. */
export const isPhrase = (label: string): boolean => phrase.test(label);

/** Splits a line such as "Source: Reuters" at its first colon, if the part before it is a label. Pure. */
export function readLabel(line: string): LabelledText | undefined {
  const [, label, mark = "", value = ""] = labelled.exec(line) ?? [];
  if (label === undefined) return readCommaLabel(line);
  const found = labelKindsOf(label);
  if (found.size === 0) return readCommaLabel(line);
  return { kinds: found, label, mark, value };
}

/** "图像来源，Getty Images", "Image caption, A bridge": some broadcasters put a comma after the label. */
function readCommaLabel(line: string): LabelledText | undefined {
  const [, label, mark = "", value = ""] = afterComma.exec(line) ?? [];
  if (label === undefined) return readGluedLabel(line);
  const found = labelKindsOf(label);
  const isSure = found.has("caption") || (found.has("credit") && value.length <= 80);
  return isSure && isPhrase(label) ? { kinds: found, label, mark, value } : undefined;
}

/** "،تصویر کا ذریعہGetty Images": some pages from right to left have the comma first, and no space after the label. */
function readGluedLabel(line: string): LabelledText | undefined {
  const [, mark = "", text = ""] = commaFirst.exec(line) ?? [];
  for (let length = Math.min(text.length, 40); length >= 8; length -= 1) {
    const label = text.slice(0, length);
    const found = labelKindsOf(label);
    const isSure = found.has("caption") || found.has("credit");
    if (isSure && isPhrase(label) && !label.endsWith(" "))
      return { kinds: found, label, mark, value: text.slice(length).trim() };
  }
  return undefined;
}
