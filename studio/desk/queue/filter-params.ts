import { queueFilter, type QueueFilter } from "../../../schemas/index.ts";

/** Parameters of a pane, as its address has them. */
type PaneParams = Readonly<Record<string, string | undefined>>;

/** Reads a filter from an address; what cannot be read is left out, so that an old link still shows something. Pure. */
export function filterOfParams(params: PaneParams = {}): QueueFilter {
  const readable = Object.entries(queueFilter.shape).filter(
    ([name, field]) => params[name] !== undefined && field.safeParse(params[name]).success,
  );
  return queueFilter.parse(Object.fromEntries(readable.map(([name]) => [name, params[name]])));
}

/** What a chip says: all of a filter but the tab. */
export type ChipName = Exclude<keyof QueueFilter, "state">;

const chipNames: readonly ChipName[] = ["text", "language", "source", "run", "from", "to", "person"];

/** The chips of a filter, always in the same order. Pure. */
export const chipsOf = (filter: QueueFilter): readonly (readonly [name: ChipName, value: string])[] =>
  chipNames.flatMap((name): [ChipName, string][] => {
    const value = filter[name];
    return value === undefined ? [] : [[name, value]];
  });

/** A filter with another value of one of its parts, or without that part. Pure. */
export const withPart = (
  filter: QueueFilter,
  name: keyof QueueFilter,
  value: string | undefined,
): QueueFilter => filterOfParams({ ...filter, [name]: value === "" ? undefined : value });
