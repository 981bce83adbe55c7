import { isRecord, type LakeDocument } from "./dataset.ts";

/** A reference found in a document. */
export interface Reference {
  readonly target: string;
  /** Whether the target must not be deleted: the reference is neither weak nor into another dataset. */
  readonly strong: boolean;
}

/** Every object with a string `_ref` anywhere in a value, including references nested in references. */
export function referencesIn(value: unknown): readonly Reference[] {
  const found: Reference[] = [];
  collect(value, found);
  return found;
}

/**
 * The references of a document that an earlier state of it did not hold in the same place or in another that changed.
 *
 * What two states share, as a patch leaves most of a document, is not looked at: this costs what the change is worth.
 */
export function referencesGained(
  before: LakeDocument | null,
  after: LakeDocument | null,
): readonly Reference[] {
  const gained = referencesIn(membersChanged(after, before));
  if (gained.length === 0) return gained;
  const held = new Set(referencesIn(membersChanged(before, after)).map(keyOf));
  return gained.filter((reference) => !held.has(keyOf(reference)));
}

const keyOf = ({ target, strong }: Reference): string => `${Number(strong)} ${target}`;

/** The members of one state that the other does not share. */
function membersChanged(of: LakeDocument | null, other: LakeDocument | null): readonly unknown[] {
  if (of === null) return [];
  // A document that is a reference itself is looked at as a whole.
  if (other === null || "_ref" in of || "_ref" in other) return [of];
  return Object.keys(of).flatMap((name) => {
    const member = of[name];
    return typeof member === "object" && member !== other[name] ? [member] : [];
  });
}

function collect(value: unknown, found: Reference[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (!isRecord(value)) return;
  if (typeof value["_ref"] === "string") found.push({ target: value["_ref"], strong: isStrong(value) });
  for (const name in value) collect(value[name], found);
}

function isStrong(reference: Readonly<Record<string, unknown>>): boolean {
  const elsewhere =
    reference["_dataset"] !== undefined ||
    reference["_projectId"] !== undefined ||
    reference["_type"] === "globalDocumentReference";
  return !elsewhere && !reference["_weak"];
}
