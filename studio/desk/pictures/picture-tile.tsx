import { ImageIcon } from "@sanity/icons/Image";
import { Badge, Card, Checkbox, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { usePaneRouter } from "sanity/structure";
import { pictureShapes } from "../../../schemas/index.ts";
import { resolveDirection } from "../../direction/text-direction.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { AssetPicture } from "../lists/asset-picture.tsx";
import { isWithShift, selectionAfter } from "../lists/selection-after.ts";
import { PictureField } from "./picture-field.tsx";
import { titleOfPicture, type PictureRow } from "./picture-row.ts";
import { usePictures } from "./pictures-context.ts";
import { WhereUsed } from "./where-used.tsx";

/** As dense screens have it. */
const width = 560;
const height = Math.round(width / pictureShapes.card.aspectRatio);

/** A picture: what it shows, who made it and who may use it, each to be typed in, and where it is used. */
export function PictureTile({ row }: { readonly row: PictureRow }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { list, selected, select, current, pointAt } = usePictures();
  const { ChildLink } = usePaneRouter();
  const title = titleOfPicture(row) ?? t("pictures.untitled");
  const language = row.caption?.language ?? row.alt?.language ?? undefined;
  return (
    <Card
      className="copydesk-picture"
      border
      radius={2}
      tone={selected.has(row.id) ? "primary" : "default"}
      data-testid="picture"
      data-gone={list.gone.has(row.id) ? "" : undefined}
      onFocus={() => pointAt(row.id)}
    >
      <div className="copydesk-picture-view">
        {row.image ? (
          <AssetPicture className="" source={row.image} width={width} height={height} />
        ) : (
          <Text muted size={4}>
            <ImageIcon />
          </Text>
        )}
        <Card className="copydesk-picture-select" padding={2} radius={2}>
          <Checkbox
            aria-label={t("pictures.select", { picture: title })}
            checked={selected.has(row.id)}
            onChange={({ nativeEvent }) =>
              select(
                selectionAfter({
                  ids: list.rows.map(({ id }) => id),
                  selected,
                  id: row.id,
                  from: isWithShift(nativeEvent) ? current : undefined,
                }),
              )
            }
          />
        </Card>
      </div>
      <Stack padding={3} gap={3}>
        <Flex gap={2} align="center">
          <ChildLink childId={row.id}>
            <span
              className="copydesk-picture-title"
              {...resolveDirection("content", { ownLanguage: language })}
            >
              {title}
            </span>
          </ChildLink>
          {!row.image && (
            <Badge fontSize={0} tone="caution">
              {t("pictures.no-file")}
            </Badge>
          )}
        </Flex>
        <PictureField row={row} field="creditLine" title={title} />
        <PictureField row={row} field="altText" title={title} />
        <PictureField row={row} field="copyrightNotice" title={title} />
        <WhereUsed id={row.id} title={title} source={row.source} />
      </Stack>
    </Card>
  );
}
