import type { PageBlock } from "./page-block.ts";

/** A line of a flattened page: with the role of the block that it is a piece of, or blank. */
export type FlatLine = PageBlock | undefined;
