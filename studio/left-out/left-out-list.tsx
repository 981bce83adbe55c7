import { Box, Card, Stack, Text } from "@sanity/ui";
import { type ReactElement, useState } from "react";
import { useTranslation } from "sanity";
import { type LeftOutPiece, leftOutReasons } from "../../schemas/index.ts";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";
import type { DirectionAttributes } from "../direction/text-direction.ts";
import { addressOfPiece } from "./address-of-piece.ts";
import { FoldButton } from "./fold-button.tsx";
import { foldTitle } from "./fold-title.ts";
import { LeftOutNote } from "./left-out-note.tsx";
import type { LeftOut } from "./use-left-out.ts";

interface LeftOutListProps {
  readonly leftOut: LeftOut;
  readonly direction: DirectionAttributes;
}

/** The pieces that stood in no line of a text, such as those of a page or a feed; those that nobody would miss folded up. */
export function LeftOutList({ leftOut, direction }: LeftOutListProps): ReactElement | null {
  const { t } = useTranslation(deskNamespace);
  const [isOpen, setIsOpen] = useState(false);
  const pieces = leftOut.pieces.filter(({ lines = [] }) => lines.length === 0);
  if (pieces.length === 0) return null;
  const { major = [], minor = [] } = Object.groupBy(pieces, ({ reason }) =>
    leftOutReasons[reason].isMinor ? "minor" : "major",
  );
  const toItem = (piece: LeftOutPiece, index: number): ReactElement => (
    <LeftOutItem key={index} piece={piece} leftOut={leftOut} direction={direction} />
  );
  return (
    <Box as="section" className="copydesk-left-out" aria-labelledby="copydesk-left-out">
      <Stack gap={3}>
        <Text as="h2" id="copydesk-left-out" size={1} weight="semibold">
          {t("story.left-out.title")}
        </Text>
        {major.length > 0 && (
          <Stack as="ul" gap={2} padding={0} margin={0}>
            {major.map(toItem)}
          </Stack>
        )}
        {minor.length > 0 && (
          <div>
            <FoldButton
              title={t(foldTitle("pieces", minor), { count: minor.length })}
              isOpen={isOpen}
              onToggle={() => setIsOpen(!isOpen)}
            />
          </div>
        )}
        {isOpen && (
          <Stack as="ul" gap={2} padding={0} margin={0}>
            {minor.map(toItem)}
          </Stack>
        )}
      </Stack>
    </Box>
  );
}

interface LeftOutItemProps extends LeftOutListProps {
  readonly piece: LeftOutPiece;
}

function LeftOutItem({ piece, leftOut, direction }: LeftOutItemProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { kind, text, address, place } = piece;
  const href = addressOfPiece(piece);
  return (
    <Card as="li" border radius={2} padding={3}>
      <Stack gap={2}>
        {kind !== "text" && (
          <Text size={0} weight="medium">
            {t(`story.left-out.${kind}`)}
          </Text>
        )}
        {text !== "" && (
          <div {...direction} className="copydesk-source-text copydesk-left-out-text">
            {text}
          </div>
        )}
        {address !== undefined && (
          <Text size={1} muted>
            <bdi dir="ltr">
              {href === undefined ? (
                address
              ) : (
                <a href={href} target="_blank" rel="noreferrer">
                  {address}
                </a>
              )}
            </bdi>
          </Text>
        )}
        <LeftOutNote piece={piece} leftOut={leftOut}>
          {place === undefined ? undefined : (
            <Text size={0} muted>
              <bdi dir="ltr">{place}</bdi>
            </Text>
          )}
        </LeftOutNote>
      </Stack>
    </Card>
  );
}
