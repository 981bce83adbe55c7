import { Flex, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { type LeftOutPiece, leftOutReasons } from "../../schemas/index.ts";
import { PutInButton } from "./put-in-button.tsx";
import type { LeftOut } from "./use-left-out.ts";

interface LeftOutNoteProps {
  readonly piece: LeftOutPiece;
  readonly leftOut: LeftOut;
  /** Where it stood, or which part of a line it is. */
  readonly children?: ReactElement | undefined;
}

/** Why a piece was left out, and the way to put it in. */
export function LeftOutNote({ piece, leftOut, children }: LeftOutNoteProps): ReactElement {
  return (
    <Flex gap={3} align="center" wrap="wrap" className="copydesk-left-out-note">
      {children}
      <Text size={0} muted>
        {leftOutReasons[piece.reason].title}
      </Text>
      <PutInButton piece={piece} leftOut={leftOut} />
    </Flex>
  );
}
