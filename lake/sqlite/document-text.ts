import type { LakeDocument } from "../core/dataset.ts";

const known = new WeakMap<object, string>();

/**
 * The JSON of a document, exactly as `JSON.stringify` has it. Most of the text of a long document is that of members which
 * a patch shares with the state before it: theirs is kept for the next patch.
 */
export function textOfDocument(before: LakeDocument | null, after: LakeDocument): string {
  if (before === null) return JSON.stringify(after);
  const members: string[] = [];
  for (const name of Object.keys(after)) {
    const member = after[name];
    const isShared = typeof member === "object" && member !== null && member === before[name];
    const text = isShared ? textOnce(member) : JSON.stringify(member);
    // JSON has no undefined.
    if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(",")}}`;
}

function textOnce(member: object): string {
  const text = known.get(member) ?? JSON.stringify(member);
  known.set(member, text);
  return text;
}
