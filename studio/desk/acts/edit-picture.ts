import type { PatchOperations, SanityClient } from "@sanity/client";
import { z } from "zod";
import { draftId } from "../../../schemas/index.ts";
import { editSeen } from "../../seen/edit-seen.ts";
import { isConflict } from "../../seen/is-conflict.ts";
import { type SeenDocument, seenDocument, shownOf } from "../../seen/seen-document.ts";
import { giveBack } from "./undoing.ts";

/** Why nothing was done to a picture. */
export interface PictureRefusal {
  /** `filled`: what it was to get it has already; the others as for stories. */
  readonly kind: "moved" | "gone" | "filled";
}

export type PictureOutcome =
  | {
      readonly kind: "done";
      /** Gives back exactly what was changed, as long as the picture is as it was left. */
      readonly undo: () => Promise<{ readonly kind: "done" } | PictureRefusal>;
    }
  | PictureRefusal;

/** What an editor does to a picture: a pure function, so that it can be worked out again on a newer version of it. */
export type PictureEdit = (
  picture: SeenDocument,
  /** Of its own texts, or else of a story that shows it. */
  language: string,
) => PatchOperations | PictureRefusal;

const isRefusal = (edit: PatchOperations | PictureRefusal): edit is PictureRefusal => "kind" in edit;

/** Somebody else may be at work on the same picture. */
const mostAttempts = 5;

/**
 * Edits a picture, in its draft as a form does. Where the stories stand that show it, the desk's keeper derives anew.
 *
 * @param id Published id.
 * @throws What the client throws, except where somebody else was quicker.
 */
export async function editPicture(
  client: SanityClient,
  id: string,
  edit: PictureEdit,
): Promise<PictureOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await readPicture(client, id);
    const picture = shownOf(id, found.documents);
    if (picture === undefined) return { kind: "gone" };
    const operations = edit(picture, found.language);
    if (isRefusal(operations)) return operations;
    const mutations = editSeen(picture, operations);
    try {
      const { transactionId } = await client.mutate(mutations, {
        visibility: "sync",
        returnDocuments: false,
      });
      const was = found.documents.find(({ _id }) => _id === draftId(id));
      return { kind: "done", undo: () => takeBack(client, { id, was, transactionId }) };
    } catch (error) {
      if (!isConflict(error) || attempt === mostAttempts) throw error;
    }
  }
}

/** Finds out what an edit would come to, and writes nothing. */
export async function rehearseEdit(
  client: SanityClient,
  id: string,
  edit: PictureEdit,
): Promise<{ readonly kind: "done" } | PictureRefusal> {
  const { documents, language } = await readPicture(client, id);
  const picture = shownOf(id, documents);
  const operations = picture === undefined ? ({ kind: "gone" } as const) : edit(picture, language);
  return isRefusal(operations) ? operations : { kind: "done" };
}

const answer = z.object({ documents: z.array(seenDocument), language: z.string().nullable() });

/** Drafts and published, and the language of a text that stands with the picture. */
async function readPicture(
  client: SanityClient,
  id: string,
): Promise<{ readonly documents: readonly SeenDocument[]; readonly language: string }> {
  const query = `{
    "documents": *[_id in $ids],
    "language": *[_type == "article" && references($id)][0].language
  }`;
  const { documents, language } = answer.parse(
    await client.fetch(query, { id, ids: [id, draftId(id)] }, { perspective: "raw" }),
  );
  return { documents, language: language ?? "und" };
}

interface Edited {
  readonly id: string;
  /** The draft before, if there was one. */
  readonly was: SeenDocument | undefined;
  readonly transactionId: string;
}

async function takeBack(
  client: SanityClient,
  { id, was, transactionId }: Edited,
): Promise<{ readonly kind: "done" } | PictureRefusal> {
  const { documents } = await readPicture(client, id);
  const is = documents.find(({ _id }) => _id === draftId(id));
  if (is?._rev !== transactionId) return { kind: "moved" };
  try {
    await client.mutate(giveBack(was, is), { visibility: "sync", returnDocuments: false });
    return { kind: "done" };
  } catch (error) {
    if (isConflict(error)) return { kind: "moved" };
    throw error;
  }
}
