/** What many of are worked on at once. */
export type BulkThing = "story" | "picture" | "file";

/** Picks the strings that speak of a kind of things; those of stories are the plain ones. Pure. */
export const contextOf = (things: BulkThing): { readonly context?: string } =>
  things === "story" ? {} : { context: things };
