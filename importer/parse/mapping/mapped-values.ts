import type { FieldRule, MappedField } from "./mapping.ts";

/** The value of one record field, and where it comes from. */
export interface MappedValue {
  readonly value: unknown;
  readonly at: string;
  readonly rule: FieldRule | undefined;
  readonly confidence: number;
}

export type MappedValues = Readonly<Partial<Record<MappedField, MappedValue>>>;
