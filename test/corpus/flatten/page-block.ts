import type { GoldRole } from "../read-corpus.ts";

/** A piece of a page that begins on a line of its own: a heading, a paragraph, an item of a list or of a menu. */
export interface PageBlock {
  readonly role: GoldRole;
  readonly text: string;
}
