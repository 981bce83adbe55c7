import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import type { OutletLine } from "../outlet-reading.ts";
import { isPersonName } from "../phrases/person-name.ts";
import { readCredit } from "../phrases/read-credit.ts";
import type { CreditedText } from "../phrases/split-credit.ts";

/** The credit in a line that is one by the habits of its outlet, whatever words it has; `undefined` for other lines. Pure. */
export function creditByOutlet(text: string, known: OutletLine | undefined): CreditedText | undefined {
  if (known?.role !== "imageCredit") return undefined;
  const names = known.said ?? text;
  const read = readCredit(names);
  const unread = splitSourceNames(names);
  const people = unread.filter((name) => findSource(name) === undefined && isPersonName(name));
  const credit = {
    sources: read?.sources ?? unread.filter((name) => !people.includes(name)),
    people: read?.people ?? people,
  };
  return { text: "", credit: { printed: names, ...credit, shaped: true }, strength: "certain" };
}
