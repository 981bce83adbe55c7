import { z } from "zod";
import { newsroom } from "./newsroom-and-browsers.ts";

const stand = z.object({
  state: z.string(),
  assignee: z.string().nullable(),
  published: z.boolean(),
  keywords: z.array(z.string()).nullable(),
});

/** Where a story stands in the lake, by its headline. */
export async function standOf(headline: string): Promise<z.infer<typeof stand>> {
  const query = `*[_type == "article" && headline == $headline][0]{
    "record": *[_type == "importRecord" && article._ref == string::split(^._id, "drafts.")[-1]][0].review,
    "published": count(*[_id == string::split(^._id, "drafts.")[-1]]) > 0,
    keywords
  }{"state": record.state, "assignee": record.assignee, published, keywords}`;
  return stand.parse(await newsroom.client.fetch(query, { headline }));
}
