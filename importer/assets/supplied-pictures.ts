import type { Problem } from "../../schemas/index.ts";

/** The pictures of one story, in the story's order. */
export interface SuppliedPictures {
  /** Asset ids; `undefined` where there is no file, or it was refused. */
  readonly assetIds: readonly (string | undefined)[];
  readonly problems: readonly Problem[];
  readonly uploaded: number;
}
