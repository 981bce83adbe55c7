import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { withoutBrackets } from "../phrases/find-source-line.ts";

/** Whether a line consists only of known sources. Pure. */
export function namesOnlyKnownSources(text: string): boolean {
  if (text.length > 160) return false;
  const names = splitSourceNames(withoutBrackets(text));
  return names.length > 0 && names.every((name) => findSource(name) !== undefined);
}
