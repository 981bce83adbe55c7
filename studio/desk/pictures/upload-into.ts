import type { SanityClient, UploadBody } from "@sanity/client";
import { editPicture, type PictureOutcome, type PictureRefusal } from "../acts/edit-picture.ts";
import { fillFile } from "../acts/picture-edits.ts";

interface Upload {
  readonly name: string;
  readonly body: UploadBody;
  /** Published ids of the pictures that it is the file of. */
  readonly pictureIds: readonly string[];
  /** Hears how much of the file has been sent, from 0 to 1. */
  readonly onPart: (part: number) => void;
}

/**
 * Uploads a file once, and puts it into each of some pictures that has none yet.
 *
 * @returns Done if it went into one at least; `undo` takes it out of all of them. The uploaded file stays in the dataset.
 * @throws What the client throws.
 */
export async function uploadInto(
  client: SanityClient,
  { name, body, pictureIds, onPart }: Upload,
): Promise<PictureOutcome> {
  const edit = fillFile(await uploadFile(client, { name, body, onPart }));
  const outcomes: PictureOutcome[] = [];
  for (const id of pictureIds) outcomes.push(await editPicture(client, id, edit));
  const done = outcomes.filter((outcome) => outcome.kind === "done");
  const [refused = { kind: "gone" } as const] = outcomes.filter((outcome) => outcome.kind !== "done");
  return done.length === 0 ? refused : { kind: "done", undo: () => undoAll(done) };
}

/** @returns The id of the asset: of the one that is there already, if the dataset has the same file. */
const uploadFile = (
  client: SanityClient,
  { name, body, onPart }: Omit<Upload, "pictureIds">,
): Promise<string> =>
  new Promise((resolve, reject) => {
    client.observable.assets.upload("image", body, { filename: name }).subscribe({
      next(event) {
        if (event.type === "response") resolve(event.body.document._id);
        else if (event.stage === "upload") onPart(event.percent / 100);
      },
      error: reject,
    });
  });

type Done = Extract<PictureOutcome, { kind: "done" }>;

/** Takes each back, the last first; what cannot be is told of once. */
async function undoAll(done: readonly Done[]): Promise<{ readonly kind: "done" } | PictureRefusal> {
  let outcome: { readonly kind: "done" } | PictureRefusal = { kind: "done" };
  for (const one of done.toReversed()) {
    const undone = await one.undo();
    if (undone.kind !== "done") outcome = undone;
  }
  return outcome;
}
