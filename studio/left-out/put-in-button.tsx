import { Button } from "@sanity/ui";
import type { ReactElement } from "react";
import type { LeftOutPiece } from "../../schemas/index.ts";

interface PutInButtonProps {
  readonly piece: LeftOutPiece;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

/** Puts a piece into the story. */
export function PutInButton({ piece, isBusy, onPress }: PutInButtonProps): ReactElement {
  return (
    <Button
      text="Put in"
      mode="ghost"
      fontSize={0}
      padding={2}
      aria-label={`Put in: ${beginningOf(piece.text || (piece.address ?? ""))}`}
      // Not `disabled`, which would take the focus away.
      aria-disabled={isBusy}
      onClick={onPress}
    />
  );
}

const mostCharacters = 60;

const beginningOf = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`;
