import { isRecord } from "../core/dataset.ts";

/** Every string in a value, at any depth, but for the machinery of objects (`_type`, `_key`, `_ref`). */
export function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  addTexts(value, texts);
  return texts;
}

function addTexts(value: unknown, texts: string[]): void {
  if (typeof value === "string") texts.push(value);
  else if (Array.isArray(value)) for (const item of value) addTexts(item, texts);
  else if (isRecord(value)) {
    for (const name in value) if (!name.startsWith("_")) addTexts(value[name], texts);
  }
}
