import type { Mutation, SanityClient } from "@sanity/client";
import { type LeftOutPiece, appendStep } from "../../schemas/index.ts";
import { editSeen } from "../seen/edit-seen.ts";
import { isConflict } from "../seen/is-conflict.ts";
import { type SeenDocument, shownOf, versionsOf } from "../seen/seen-document.ts";
import { bodyMembers } from "./body-member.ts";
import { memberOfPiece } from "./member-of-piece.ts";
import { type LeftOutContext, placeOfPiece } from "./place-of-piece.ts";

/** Whether a piece was put in. Nothing is written if the article is no longer the one that the editor saw. */
export type PutIn = "put-in" | "moved";

/**
 * Puts a piece that an import left out into the article's draft, at the place that it has in the source, in one
 * transaction. An article without a draft gets one.
 *
 * @param seen The version that the editor has looked at.
 * @throws What the client throws, except where something has moved.
 */
export async function putIn(
  client: SanityClient,
  articleId: string,
  piece: LeftOutPiece,
  context: LeftOutContext,
  seen: SeenDocument,
): Promise<PutIn> {
  const ids = versionsOf(articleId);
  const all = await client.fetch<SeenDocument[]>("*[_id in $ids]", { ids }, { perspective: "raw" });
  const now = shownOf(articleId, all);
  if (now?._id !== seen._id || now._rev !== seen._rev) return "moved";
  try {
    await client.mutate(await putInMutations(piece, context, now), { visibility: "sync" });
    return "put-in";
  } catch (error) {
    if (isConflict(error)) return "moved";
    throw error;
  }
}

/** A piece without a form in the body changes nothing. */
async function putInMutations(
  piece: LeftOutPiece,
  context: LeftOutContext,
  seen: SeenDocument,
): Promise<Mutation[]> {
  const body = bodyMembers(seen["body"]);
  const member = await memberOfPiece(piece, new Set(body.map(({ key }) => key)));
  if (member === undefined) return [];
  const key = placeOfPiece(piece, context, body);
  const place =
    key === undefined ? { before: appendStep("body", 0) } : { after: appendStep("body", { _key: key }) };
  return editSeen(seen, { setIfMissing: { body: [] }, insert: { ...place, items: [member] } });
}
