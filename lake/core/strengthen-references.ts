import { isRecord } from "./dataset.ts";

/**
 * The content of a draft as it is published: references that were weak only until their target is published
 * (`_strengthenOnPublish`) become strong.
 */
export function strengthened<Value>(value: Value): Value;
export function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => strengthened(item));
  if (!isRecord(value)) return value;
  const { _strengthenOnPublish: note, _weak, ...rest } = value;
  const content = Object.fromEntries(
    Object.entries(rest).map(([name, member]) => [name, strengthened(member)]),
  );
  if (note === undefined) return _weak === undefined ? content : { ...content, _weak };
  const staysWeak = isRecord(note) && note["weak"] === true;
  return staysWeak && _weak !== undefined ? { ...content, _weak } : content;
}
