import type { Act } from "../acts/act.ts";
import { release, take } from "../acts/assign.ts";
import { defer, done, reject, reopen } from "../acts/decide.ts";
import { publishAndSettle } from "../acts/publish.ts";
import { unlessWarned } from "../acts/unless-warned.ts";
import type { QueueRow } from "./queue-row.ts";

/** Something that an editor does to the story of a row. */
export type Deed =
  | { readonly kind: "done" | "reject" | "reopen" | "take" | "release" }
  | { readonly kind: "defer"; readonly until: Date }
  /** The revision of the draft that the editor has before them, and whether they have been asked. */
  | { readonly kind: "publish"; readonly revision: string; readonly isSure: boolean };

/** The act for a deed, held to what the row showed. Pure. */
export function actOnRow(deed: Deed, { contentHash }: QueueRow): Act {
  switch (deed.kind) {
    case "publish":
      return deed.isSure ? publishAndSettle(deed.revision) : unlessWarned(publishAndSettle(deed.revision));
    case "done":
      return done(contentHash);
    case "reject":
      return reject(contentHash);
    case "defer":
      return defer(deed.until, contentHash);
    case "reopen":
      return reopen;
    case "take":
      return take;
    case "release":
      return release;
  }
}

/** Whether one goes on to the next story after a deed. Pure. */
export const leadsOn = ({ kind }: Deed): boolean => ["publish", "done", "reject", "defer"].includes(kind);
