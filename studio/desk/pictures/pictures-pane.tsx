import { Button, Card, Flex, Text } from "@sanity/ui";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { usePaneRouter } from "sanity/structure";
import { publishedId } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { useFrozenList, type ListQuestion } from "../lists/use-frozen-list.ts";
import { FileButtons, FileDrop } from "./file-drop.tsx";
import { pictureFilterOf, type PictureFilter } from "./picture-filter.ts";
import { PictureFilters } from "./picture-filters.tsx";
import { PictureGrid, pictureGridId } from "./picture-grid.tsx";
import {
  changedPicturesQuery,
  pictureCountsQuery,
  picturePageQuery,
  type PictureCounts,
} from "./picture-queries.ts";
import { pictureOrder, type PictureRow } from "./picture-row.ts";
import { PictureSelection } from "./picture-selection.tsx";
import { PictureTabs } from "./picture-tabs.tsx";
import { PicturesContext, type Pictures } from "./pictures-context.ts";
import { UploadDialog } from "./upload-dialog.tsx";
import { usePictureDeeds } from "./use-picture-deeds.ts";

const none: ReadonlySet<string> = new Set();

/** The pane of the pictures: those that lack something, and all. */
export function PicturesPane(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { setText, undo, canUndo, said } = usePictureDeeds();
  const pictures = usePicturesOfPane(setText);
  const { list, phase, restart } = pictures;
  const [files, setFiles] = useState<readonly File[]>();
  return (
    <PicturesContext.Provider value={pictures}>
      <FileDrop onFiles={setFiles}>
        <PictureTabs />
        <PictureFilters />
        <Flex gap={2} padding={2} wrap="wrap" className="copydesk-pictures-acts">
          <FileButtons onFiles={setFiles} />
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={t("pictures.undo")}
            disabled={!canUndo}
            onClick={undo}
          />
        </Flex>
        <span role="status" className="copydesk-unseen">
          {said}
        </span>
        <PictureSelection />
        {list.newcomers.size > 0 && (
          <Button
            mode="bleed"
            tone="primary"
            fontSize={1}
            padding={2}
            text={t("pictures.newcomers", { count: list.newcomers.size })}
            onClick={restart}
          />
        )}
        {typeof phase === "object" && (
          <Card tone="critical" padding={3} role="alert">
            <Flex align="center" gap={3}>
              <Text size={1}>{t("pictures.failed", { reason: reasonOf(phase.failed, t) })}</Text>
              <Button mode="ghost" fontSize={1} padding={2} text={t("queue.retry")} onClick={restart} />
            </Flex>
          </Card>
        )}
        {list.rows.length > 0 ? (
          <PictureGrid />
        ) : (
          <div id={pictureGridId} role="tabpanel" aria-label={t("pictures.title")}>
            <Flex padding={4} role="status">
              <Text size={1} muted>
                {phase === "loading" ? t("pictures.loading") : t("pictures.empty")}
              </Text>
            </Flex>
          </div>
        )}
        {files && <UploadDialog files={files} onClose={() => setFiles(undefined)} />}
      </FileDrop>
    </PicturesContext.Provider>
  );
}

/** The pictures that the address of the pane asks for. */
function usePicturesOfPane(setText: Pictures["setText"]): Pictures {
  const { params, setParams } = usePaneRouter();
  // The same object as long as it says the same: a picture that is opened beside the list does not make it another one.
  const { lack, language, source, text } = pictureFilterOf(params);
  const filter = useMemo(
    () => pictureFilterOf({ lack, language, source, text }),
    [lack, language, source, text],
  );
  const question = useMemo(
    (): ListQuestion<PictureRow, PictureCounts> => ({
      order: pictureOrder,
      page: (after) => picturePageQuery(filter, after),
      changed: (ids) => changedPicturesQuery(filter, ids),
      counts: pictureCountsQuery(filter),
      listenTo: '*[_type == "newsImage"]',
      idOfChanged: publishedId,
    }),
    [filter],
  );
  const live = useFrozenList(question);
  const [selection, setSelection] = useState<{ readonly of: object; readonly ids: ReadonlySet<string> }>();
  const [current, setCurrent] = useState<string>();
  return {
    ...live,
    ...{ filter, setText, current },
    // What is not listed any more must not be acted on unseen.
    selected: selection?.of === filter ? selection.ids : none,
    select: useCallback((ids) => setSelection({ of: filter, ids }), [filter]),
    pointAt: setCurrent,
    setFilter: useCallback((wanted: PictureFilter) => setParams(wanted), [setParams]),
  };
}
