import { Stack, Text } from "@sanity/ui";
import { useEffect, useState, type ReactElement } from "react";
import { useClient, useTranslation } from "sanity";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import type { PictureWithoutFile } from "./picture-queries.ts";
import { uploadWork, type PlannedUpload } from "./picture-work.ts";
import { readCandidates } from "./read-candidates.ts";
import { UploadPlan } from "./upload-plan.tsx";

interface UploadDialogProps {
  readonly files: readonly File[];
  readonly onClose: () => void;
}

type Known = readonly PictureWithoutFile[] | { readonly failed: unknown };

/** Says where files would go, uploads them, and takes them out again. */
export function UploadDialog({ files, onClose }: UploadDialogProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    readCandidates(client).then(setKnown, (error: unknown) => setKnown({ failed: error }));
  }, [client]);
  return (
    <BulkDialog<PlannedUpload>
      things="file"
      header={t("pictures.upload", { count: files.length })}
      ask={(onChosen) =>
        known !== undefined && !("failed" in known) ? (
          <UploadPlan
            files={files}
            pictures={known}
            onChosen={(uploads) => onChosen(uploadWork(client), uploads)}
          />
        ) : (
          <Stack>
            <Text size={1} role="status">
              {known === undefined
                ? t("pictures.matching")
                : t("pictures.failed", { reason: reasonOf(known.failed, t) })}
            </Text>
          </Stack>
        )
      }
      onClose={onClose}
    />
  );
}
