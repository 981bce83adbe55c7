import { canonicalJson } from "../../schemas/index.ts";
import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { digestOf } from "../digest.ts";
import type { Journal } from "../runs/journal/journal.ts";
import type { StoryText } from "../stages.ts";
import { type StoryBeside, findFileBeside } from "./file-beside.ts";
import { fileStateOf } from "./file-state.ts";

/** Remembers the digests of files, so that a file is read again only if it has changed. */
export type KnownDigests = Pick<Journal, "getDigest" | "putDigest">;

/**
 * Makes the picture files that a story names part of what it is: of its content hash, since a picture that was replaced
 * under its name is news, and of its file's state, so that the next run notices without reading the story.
 *
 * A story that names no files, or whose files cannot be found, stays as it is. Never rejects for a bad file.
 */
export async function withPictureFiles(story: StoryText, known: KnownDigests): Promise<StoryText> {
  const { fileState, ...origin } = story.origin;
  const { beside } = origin;
  const names = new Set((story.parsed?.pictures ?? []).flatMap(({ file }) => file ?? []));
  if (beside === undefined || names.size === 0) return story;
  const files = await Promise.all(
    [...names].map(async (name) => ({ name, ...(await inspect(name, beside)) })),
  );
  const digests = await Promise.all(
    files.map(async ({ name, path, state }) => [
      name,
      path === undefined ? null : await digest(path, state, known),
    ]),
  );
  const states = files.flatMap(({ name, state }): [string, string][] =>
    state === undefined ? [] : [[name, state]],
  );
  return {
    ...story,
    contentHash: digestOf(canonicalJson({ text: story.contentHash, files: digests })),
    origin: {
      ...origin,
      ...(fileState === undefined || states.length < files.length
        ? {}
        : { fileState: JSON.stringify([fileState, ...states]) }),
    },
  };
}

/** Whether a story's file and the picture files that it named are in the state that was noted. Opens none of them. */
export async function areAsNoted(noted: string, own: string, place: StoryBeside): Promise<boolean> {
  if (!noted.startsWith("[")) return noted === own;
  const [story, ...pictures] = states.parse(JSON.parse(noted));
  if (story !== own) return false;
  for (const [name, state] of pictures) if ((await inspect(name, place)).state !== state) return false;
  return true;
}

const states = z.tuple([z.string()], z.tuple([z.string(), z.string()]));

/** The largest picture that is imported: 20 MB. */
export const maxPictureBytes = 20_000_000;

/** `state` is `undefined` for a file that is too new to be sure of. */
async function inspect(
  name: string,
  place: StoryBeside,
): Promise<{ readonly path?: string; readonly state: string | undefined }> {
  const found = await findFileBeside(name, place);
  if (found.kind === "refused") return { state: "absent" };
  // A pipe would be waited for, and a film be read to its end.
  const stat = statSync(found.path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size > maxPictureBytes) return { state: "no picture" };
  return { path: found.path, state: fileStateOf(found.path) };
}

async function digest(path: string, state: string | undefined, known: KnownDigests): Promise<string> {
  const noted = state === undefined ? undefined : known.getDigest(path, state);
  if (noted !== undefined) return noted;
  try {
    const hash = createHash("sha1");
    await pipeline(createReadStream(path), hash);
    const made = hash.digest("hex");
    if (state !== undefined) known.putDigest(path, state, made);
    return made;
  } catch (error) {
    // Whoever supplies the picture reports why it cannot be read.
    return error instanceof Error && "code" in error ? String(error.code) : "unreadable";
  }
}
