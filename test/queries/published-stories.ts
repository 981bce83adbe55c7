import type { SanityClient } from "@sanity/client";
import type { Site } from "../../queries/index.ts";
import { article } from "../support/open-newsroom.ts";

/** Where the stories of a test are published. */
export const site: Site = {
  url: "https://news.example/stories/",
  name: 'The "Port" & Harbour',
  language: "en",
  imagesUrl: "https://images.example/",
};

/** Publishes a story whose source wants the original's address, with text that markup would break on. */
export async function publishSyndicated(client: SanityClient): Promise<void> {
  await client
    .transaction()
    .create({
      _id: "source-wire",
      _type: "source",
      name: "Wire",
      kind: "agency",
      requiresCanonicalUrl: true,
    })
    .create(
      article("wire", {
        headline: 'Cranes & ropes < 5 m "quoted"',
        summary: "Less < more & 'more'",
        language: "en-GB",
        publishedAt: "2016-11-21",
        canonicalUrl: "https://wire.example/a?b=1&c=2",
        creators: [{ _type: "person", _key: "p", name: "A. <Writer>" }],
        keywords: ["port & harbour", "<tag>"],
        infoSources: [
          {
            _type: "infoSource",
            _key: "w",
            role: "originator",
            source: { _type: "reference", _ref: "source-wire" },
          },
        ],
      }),
    )
    .create(article("undated", { language: "und" }))
    .commit();
}
