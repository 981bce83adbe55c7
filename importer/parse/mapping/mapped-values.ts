import type { FieldRule, MappedField } from "./mapping.ts";

/** What one field of a record holds, and where it is from. */
export interface MappedValue {
  readonly value: unknown;
  readonly at: string;
  readonly rule: FieldRule | undefined;
  readonly confidence: number;
}

export type MappedValues = Readonly<Partial<Record<MappedField, MappedValue>>>;
