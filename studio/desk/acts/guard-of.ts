import type { Mutation } from "@sanity/client";
import type { SeenDocument } from "../../seen/seen-document.ts";

/** A patch that changes nothing, and fails the transaction once the document is another one than was read. Pure. */
export const guardOf = ({ _id, _rev }: SeenDocument): Mutation => ({
  patch: { id: _id, ifRevisionID: _rev, unset: ["_desk_guard"] },
});
