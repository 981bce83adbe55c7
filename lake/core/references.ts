import { isRecord } from "./dataset.ts";

/** A reference found in a document. */
export interface Reference {
  readonly target: string;
  /** Whether the target must not be deleted: the reference is neither weak nor into another dataset. */
  readonly strong: boolean;
}

/** Every object with a string `_ref` anywhere in a value, including references nested in references. */
export function* referencesIn(value: unknown): Generator<Reference> {
  if (Array.isArray(value)) {
    for (const item of value) yield* referencesIn(item);
    return;
  }
  if (!isRecord(value)) return;
  if (typeof value["_ref"] === "string") yield { target: value["_ref"], strong: isStrong(value) };
  for (const member of Object.values(value)) yield* referencesIn(member);
}

function isStrong(reference: Readonly<Record<string, unknown>>): boolean {
  const elsewhere =
    reference["_dataset"] !== undefined ||
    reference["_projectId"] !== undefined ||
    reference["_type"] === "globalDocumentReference";
  return !elsewhere && !reference["_weak"];
}
