import { Button } from "@sanity/ui";
import { useState, type ReactElement } from "react";
import { useClient, useTranslation } from "sanity";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import type { BulkSubject } from "../bulk/run-job.ts";
import { SelectionBar } from "../bulk/selection-bar.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { pictureTexts, type PictureText } from "../acts/picture-edits.ts";
import { titleOfPicture } from "./picture-row.ts";
import { pictureWork } from "./picture-work.ts";
import { usePictures } from "./pictures-context.ts";
import { TextForAll } from "./text-for-all.tsx";

/** What can be done to the pictures that are selected, if any are. */
export function PictureSelection(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const { list, selected, select } = usePictures();
  // As they were selected: while the job runs, they leave the list.
  const [job, setJob] = useState<{
    readonly field: PictureText;
    readonly pictures: readonly BulkSubject[];
  }>();
  const listed = list.rows.filter(({ id }) => !list.gone.has(id));
  const pictures = list.rows
    .filter(({ id }) => selected.has(id))
    .map((row) => ({ id: row.id, title: titleOfPicture(row) ?? t("pictures.untitled") }));
  return (
    <>
      {selected.size > 0 && (
        <SelectionBar
          things="picture"
          count={pictures.length}
          areAll={listed.every(({ id }) => selected.has(id))}
          onAll={() => select(new Set(listed.map(({ id }) => id)))}
          onNone={() => select(new Set())}
        >
          {pictureTexts.map((field) => (
            <Button
              key={field}
              mode="ghost"
              fontSize={1}
              padding={2}
              text={t(`pictures.text.${field}`)}
              onClick={() => setJob({ field, pictures })}
            />
          ))}
        </SelectionBar>
      )}
      {job && (
        <BulkDialog<BulkSubject>
          things="picture"
          header={`${t(`pictures.text.${job.field}`)}: ${t("bulk.selected", {
            count: job.pictures.length,
            context: "picture",
          })}`}
          ask={(onChosen) => (
            <TextForAll
              field={job.field}
              onChosen={(chosen) => onChosen(pictureWork(client, chosen), job.pictures)}
            />
          )}
          onClose={() => {
            setJob(undefined);
            select(new Set());
          }}
        />
      )}
    </>
  );
}
