import type { SanityClient } from "@sanity/client";
import { askList } from "../lists/list-query.ts";
import { candidatesQuery, candidatesSize, type PictureWithoutFile } from "./picture-queries.ts";

/** Reads every picture without a file, some at a time. */
export async function readCandidates(client: SanityClient): Promise<readonly PictureWithoutFile[]> {
  const reader = client.withConfig({ perspective: "drafts" });
  const all: PictureWithoutFile[] = [];
  for (;;) {
    const page = await askList(reader, candidatesQuery(all.at(-1)?.id ?? ""));
    all.push(...page);
    if (page.length < candidatesSize) return all;
  }
}
