import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { z } from "zod";

export const anyDocument = z.looseObject({ _id: z.string(), _type: z.string() });
export type AnyDocument = z.infer<typeof anyDocument>;

/** Reads every document of a lake, drafts too, one at a time. */
export async function* readDocuments(url: string): AsyncGenerator<AnyDocument, void, undefined> {
  const { ok, status, body } = await fetch(new URL("/v2025-02-19/data/export/production", url));
  if (!ok || body === null) throw new Error(`Cannot export documents: the lake answered ${status}`);
  for await (const line of createInterface({ input: Readable.from(body) })) {
    if (line !== "") yield anyDocument.parse(JSON.parse(line));
  }
}
