import { useToast } from "@sanity/ui/toast";
import { useCallback, useMemo, useState } from "react";
import { useClient, useTranslation } from "sanity";
import { type LeftOutPiece, readLeftOut } from "../../schemas/index.ts";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";
import { reasonOf } from "../desk/i18n/reason-of.ts";
import { type SeenDocument, shownOf } from "../seen/seen-document.ts";
import { bodyMembers } from "./body-member.ts";
import { importedKeys } from "./imported-keys.ts";
import { hasMember } from "./member-of-piece.ts";
import { putIn } from "./put-in.ts";
import { saysPiece } from "./says-piece.ts";

/** What an import left out of an article, and what an editor can do about it. */
export interface LeftOut {
  readonly pieces: readonly LeftOutPiece[];
  isInStory(piece: LeftOutPiece): boolean;
  mayPutIn(piece: LeftOutPiece): boolean;
  /** Whether an edit is on its way, so that the next one has to wait for what it makes of the article. */
  readonly isBusy: boolean;
  putIn(piece: LeftOutPiece): Promise<void>;
}

interface LeftOutRecord {
  readonly leftOut?: string | null | undefined;
  readonly snapshot?: string | null | undefined;
}

/**
 * Tells what was left out of an article, and what its body says of that by now.
 *
 * @param articleId Published id.
 * @param documents The article's versions, among others; `undefined` until they are known.
 * @returns The same object for as long as it says the same.
 */
export function useLeftOut(
  articleId: string,
  { leftOut, snapshot }: LeftOutRecord,
  documents: readonly SeenDocument[] | undefined,
): LeftOut {
  const client = useClient({ apiVersion: "2025-02-19" });
  const { t } = useTranslation(deskNamespace);
  const toast = useToast();
  const context = useMemo(
    () => ({ pieces: readLeftOut(leftOut ?? undefined), imported: importedKeys(snapshot, articleId) }),
    [leftOut, snapshot, articleId],
  );
  const seen = documents && shownOf(articleId, documents);
  const body = seen?.["body"];
  const inStory = useMemo(() => {
    const members = bodyMembers(body);
    return new Set(context.pieces.filter((piece) => members.some((member) => saysPiece(member, piece))));
  }, [context, body]);
  /** The revision that was edited last: what comes after it has not been seen yet. */
  const [edited, setEdited] = useState<string>();
  const isBusy = edited !== undefined && edited === seen?._rev;

  const put = useCallback(
    async (piece: LeftOutPiece): Promise<void> => {
      if (seen === undefined || isBusy) return;
      setEdited(seen._rev);
      try {
        const outcome = await putIn(client, articleId, piece, context, seen);
        if (outcome === "put-in") toast.push({ status: "success", title: t("story.left-out.did") });
        else toast.push({ status: "warning", title: t("story.left-out.moved") });
      } catch (error) {
        setEdited(undefined);
        toast.push({
          status: "error",
          title: t("story.left-out.failed"),
          description: reasonOf(error, t),
        });
      }
    },
    [seen, isBusy, client, articleId, context, toast, t],
  );
  return useMemo(
    () => ({
      pieces: context.pieces,
      isInStory: (piece) => inStory.has(piece),
      mayPutIn: (piece) => seen !== undefined && !inStory.has(piece) && hasMember(piece),
      isBusy,
      putIn: put,
    }),
    [context, inStory, seen, isBusy, put],
  );
}
