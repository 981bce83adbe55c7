import { Flex, Text } from "@sanity/ui";
import { type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "sanity";
import type { LeftOutPiece } from "../../schemas/index.ts";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";
import { PutInButton } from "./put-in-button.tsx";
import type { LeftOut } from "./use-left-out.ts";

interface LeftOutNoteProps {
  readonly piece: LeftOutPiece;
  readonly leftOut: LeftOut;
  /** Where it stood, or which part of a line it is. */
  readonly children?: ReactElement | undefined;
}

/** Why a piece was left out, and the way to put it in; once it is in the story, only that. */
export function LeftOutNote({ piece, leftOut, children }: LeftOutNoteProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const isInStory = leftOut.isInStory(piece);
  const wasPressed = useRef(false);
  const status = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The button that had the keyboard's focus is gone: the next press of Tab must not start from the top of the page.
    if (isInStory && wasPressed.current && document.activeElement === document.body) status.current?.focus();
    if (isInStory) wasPressed.current = false;
  }, [isInStory]);

  return (
    <Flex gap={3} align="center" wrap="wrap">
      {children}
      {isInStory ? (
        <span ref={status} tabIndex={-1} className="copydesk-in-story">
          <Text as="span" size={0} muted>
            {t("story.left-out.in-story")}
          </Text>
        </span>
      ) : (
        <>
          <Text size={0} muted>
            {t(`story.left-out.because.${piece.reason}`)}
          </Text>
          {leftOut.mayPutIn(piece) && (
            <PutInButton
              piece={piece}
              isBusy={leftOut.isBusy}
              onPress={() => {
                wasPressed.current = true;
                void leftOut.putIn(piece);
              }}
            />
          )}
        </>
      )}
    </Flex>
  );
}
