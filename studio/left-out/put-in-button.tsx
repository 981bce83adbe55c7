import { Button } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import type { LeftOutPiece } from "../../schemas/index.ts";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";

interface PutInButtonProps {
  readonly piece: LeftOutPiece;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

/** Puts a piece into the story. */
export function PutInButton({ piece, isBusy, onPress }: PutInButtonProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <Button
      text={t("story.left-out.put-in")}
      mode="ghost"
      fontSize={0}
      padding={2}
      aria-label={t("story.left-out.put-in-what", { what: beginningOf(piece.text || (piece.address ?? "")) })}
      // Not `disabled`, which would take the focus away.
      aria-disabled={isBusy}
      onClick={onPress}
    />
  );
}

const mostCharacters = 60;

const beginningOf = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`;
