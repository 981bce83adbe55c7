import { queueFilter, type QueueFilter } from "../../../schemas/index.ts";
import { readParams, type PaneParams } from "../lists/read-params.ts";

/** Reads a filter of the queue from an address. Pure. */
export const filterOfParams = (params?: PaneParams): QueueFilter => readParams(queueFilter, params);

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
