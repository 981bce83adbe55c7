import type { ChipName } from "./filter-params.ts";

/** What is known of the values that chips stand for. */
interface ChipNames {
  readonly me: string;
  readonly nobody: string;
  readonly sourceName: string | undefined;
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
}

/** What a chip says of its value: a name rather than an id, as far as it is known. Pure. */
export function chipLabel(name: ChipName, value: string, known: ChipNames): string {
  if (name === "source") return known.sourceName ?? value;
  if (name !== "person") return value;
  if (value === "me") return known.me;
  if (value === "nobody") return known.nobody;
  return known.people.find(({ id }) => id === value)?.displayName ?? value;
}
