import type { SanityClient } from "@sanity/client";
import { draftId } from "../../schemas/index.ts";

/** Edits the headline of an imported story as Studio's form does when somebody types. */
export async function editHeadline(client: SanityClient, headline: string, edited: string): Promise<void> {
  const publishedId = await client.fetch<string>(
    '*[_type == "importRecord" && article->headline == $headline][0].article._ref',
    { headline },
    { perspective: "drafts" },
  );
  await client.action({
    actionType: "sanity.action.document.edit",
    draftId: draftId(publishedId),
    publishedId,
    patch: { set: { headline: edited } },
  });
}
