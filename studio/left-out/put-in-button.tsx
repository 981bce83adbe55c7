import { Button, Text } from "@sanity/ui";
import { type ReactElement, useEffect, useRef } from "react";
import type { LeftOutPiece } from "../../schemas/index.ts";
import type { LeftOut } from "./use-left-out.ts";

interface PutInButtonProps {
  readonly piece: LeftOutPiece;
  readonly leftOut: LeftOut;
}

/** Puts a piece into the story; once it is there, says so. */
export function PutInButton({ piece, leftOut }: PutInButtonProps): ReactElement | null {
  const isInStory = leftOut.isInStory(piece);
  const wasPressed = useRef(false);
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that had the keyboard's focus is gone: the next press of Tab must not start from the top of the page.
    if (isInStory && wasPressed.current && document.activeElement === document.body) status.current?.focus();
    if (isInStory) wasPressed.current = false;
  }, [isInStory]);

  if (isInStory)
    return (
      <Text ref={status} tabIndex={-1} size={0} muted className="copydesk-in-story">
        In the story
      </Text>
    );
  if (!leftOut.mayPutIn(piece)) return null;
  return (
    <Button
      text="Put in"
      mode="ghost"
      fontSize={0}
      padding={2}
      aria-label={`Put in: ${beginningOf(piece.text || (piece.address ?? ""))}`}
      // Not `disabled`, which would take the focus away.
      aria-disabled={leftOut.isBusy}
      onClick={() => {
        wasPressed.current = true;
        void leftOut.putIn(piece);
      }}
    />
  );
}

const mostCharacters = 60;

const beginningOf = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`;
