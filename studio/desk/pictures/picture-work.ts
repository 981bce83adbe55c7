import type { SanityClient } from "@sanity/client";
import { editPicture, rehearseEdit } from "../acts/edit-picture.ts";
import type { BulkSubject, BulkWork } from "../bulk/run-job.ts";
import { fillText, replaceText, type PictureText } from "../acts/picture-edits.ts";
import { uploadInto } from "./upload-into.ts";

/** A text that several pictures get. */
export interface PictureJob {
  readonly field: PictureText;
  readonly text: string;
  /** Also where there is one already. */
  readonly replaces: boolean;
}

/** A text for several pictures, as work on each. */
export function pictureWork(
  client: SanityClient,
  { field, text, replaces }: PictureJob,
): Required<BulkWork<BulkSubject>> {
  const edit = (replaces ? replaceText : fillText)(field, text);
  return {
    atATime: 4,
    rehearse: ({ id }) => rehearseEdit(client, id, edit),
    run: ({ id }) => editPicture(client, id, edit),
  };
}

/** A file and the pictures that it goes into; its id tells it from the other files. */
export interface PlannedUpload extends BulkSubject {
  readonly file: File;
  readonly pictureIds: readonly string[];
}

/** Uploads, as work on each file. What they would come to was said when they were planned. */
export const uploadWork = (client: SanityClient): BulkWork<PlannedUpload> => ({
  atATime: 3,
  run: ({ file, pictureIds }, onPart) =>
    uploadInto(client, { name: file.name, body: file, pictureIds, onPart }),
});
