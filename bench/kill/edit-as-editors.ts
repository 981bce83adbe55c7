import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import { draftId, formatPath, publishedId, readDocumentId } from "../../schemas/index.ts";

const drafts = z.array(
  z.object({
    _id: z.string(),
    headline: z.string(),
    keys: z.array(z.string()),
    opening: z.object({ span: z.string(), text: z.string() }),
    images: z.array(z.string()),
  }),
);

const everyArticle = `*[_type == "article"] | order(_id) {
  _id, headline, "keys": body[_type == "block"]._key,
  "opening": body[_type == "block"][0].children[0]{"span": _key, text},
  "images": array::compact([leadImage.image._ref, ...body[_type == "figure"].image._ref])
}`;

/**
 * Edits imported drafts as editors do, each in a different way: headline, wording, a paragraph deleted, a paragraph
 * added, a caption, keywords, the whole article deleted, everything published.
 */
export async function editAsEditors(client: SanityClient): Promise<void> {
  const articles = drafts.parse(await client.fetch(everyArticle, {}, { perspective: "raw" }));
  await publishAll(client, z.array(z.string()).parse(await client.fetch(`*[_type == "source"]._id`)));
  for (const [index, { _id, headline, keys, opening, images }] of articles.entries()) {
    const patch = client.patch(_id);
    const [first = "", , third = ""] = keys;
    switch (index % 8) {
      case 0:
        await patch.set({ headline: `${headline}, says the desk` }).commit();
        break;
      case 1: {
        const path = formatPath(["body", { _key: first }, "children", { _key: opening.span }, "text"]);
        await patch.set({ [path]: `On our pages: ${opening.text}` }).commit();
        break;
      }
      case 2:
        await patch.unset([formatPath(["body", { _key: third }])]).commit();
        break;
      case 3:
        await patch.insert("after", formatPath(["body", { _key: first }]), [paragraphOf(index)]).commit();
        break;
      case 4: {
        const [image] = images;
        if (image === undefined) await patch.set({ keywords: ["harbour", "desk"] }).commit();
        else
          await client.patch(draftId(image)).set({ "captions[0].text": "The desk's own caption" }).commit();
        break;
      }
      case 5:
        await client.delete(_id);
        break;
      case 6:
        await publishAll(client, [...images.map(draftId), _id]);
        break;
    }
  }
}

const paragraphOf = (index: number) => ({
  _type: "block",
  _key: `desk${index}`,
  style: "normal",
  markDefs: [],
  children: [{ _type: "span", _key: "s", text: `The desk adds a paragraph, number ${index}.`, marks: [] }],
});

async function publishAll(client: SanityClient, ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids)) {
    if (readDocumentId(id).kind !== "draft") continue;
    await client.action({
      actionType: "sanity.action.document.publish",
      draftId: id,
      publishedId: publishedId(id),
    });
  }
}
