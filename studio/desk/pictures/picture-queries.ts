import { z } from "zod";
import { pageSize, type ListQuery } from "../lists/list-query.ts";
import { pictureTabs, tabOf, type PictureFilter, type PictureTabName } from "./picture-filter.ts";
import { pictureProjection, pictureRow, type PictureRow } from "./picture-row.ts";

const order = "order(_createdAt desc, _id asc)";

/** The next pictures of a tab. @param after The last of those before; the first if there is none. */
export function picturePageQuery(
  filter: PictureFilter,
  after: PictureRow | undefined,
): ListQuery<z.ZodArray<typeof pictureRow>> {
  const { condition, params } = conditionOf(filter, tabOf(filter));
  const isLater = "(_createdAt < $afterTime || (_createdAt == $afterTime && _id > $afterId))";
  return {
    query: `*[${condition}${after ? ` && ${isLater}` : ""}] | ${order} [0...$pageSize] ${pictureProjection}`,
    params: { ...params, pageSize, ...(after && { afterTime: after.createdAt, afterId: after.id }) },
    schema: z.array(pictureRow),
  };
}

const changedPictures = z.object({ rows: z.array(pictureRow), within: z.array(z.string()) });

/** Some pictures as they are now, and which of them belong in a tab. */
export function changedPicturesQuery(
  filter: PictureFilter,
  ids: readonly string[],
): ListQuery<typeof changedPictures> {
  const { condition, params } = conditionOf(filter, tabOf(filter));
  return {
    query: `{
      "rows": *[_id in $ids] ${pictureProjection},
      "within": *[_id in $ids && ${condition}]._id
    }`,
    params: { ...params, ids },
    schema: changedPictures,
  };
}

const counts = z.record(z.enum(pictureTabs.map(({ name }) => name)), z.number());
export type PictureCounts = Readonly<z.infer<typeof counts>>;

/** How many pictures are in each tab, as far as the rest of a filter lets them through. */
export function pictureCountsQuery(filter: PictureFilter): ListQuery<typeof counts> {
  const each = pictureTabs.map(({ name }) => `"${name}": count(*[${conditionOf(filter, name).condition}])`);
  return { query: `{${each.join()}}`, params: conditionOf(filter, "all").params, schema: counts };
}

const candidates = z.array(
  pictureRow.unwrap().pick({ id: true, caption: true, alt: true, originalUrl: true, fileName: true }),
);
export type PictureWithoutFile = z.infer<typeof candidates>[number];

/** How many pictures without a file one answer has. */
export const candidatesSize = 1000;

/** The next pictures that lack their file, so that files can be matched to them. @param after The id of the last one before. */
export const candidatesQuery = (after: string): ListQuery<typeof candidates> => ({
  query: `*[_type == "newsImage" && !defined(asset.asset) && _id > $after] | order(_id asc) [0...$size] {
    "id": _id, "caption": captions[0]{language, text}, "alt": altTexts[0]{language, text}, originalUrl, fileName
  }`,
  params: { after, size: candidatesSize },
  schema: candidates,
});

function conditionOf(
  { language, source, text }: PictureFilter,
  tab: PictureTabName,
): { readonly condition: string; readonly params: Readonly<Record<string, unknown>> } {
  const lacking = pictureTabs.find(({ name }) => name === tab);
  const parts = [
    '_type == "newsImage"',
    ...(lacking !== undefined && "condition" in lacking ? [lacking.condition] : []),
    ...(language === undefined
      ? []
      : ["($language in altTexts[].language || $language in captions[].language)"]),
    ...(source === undefined ? [] : ["source._ref == $source"]),
    ...(text === undefined
      ? []
      : [`(${searched.map((field) => `${field} match text::query($text)`).join(" || ")})`]),
  ];
  return { condition: parts.join(" && "), params: { language, source, text } };
}

const searched = ["captions[].text", "altTexts[].text", "creditLine", "originalUrl", "fileName"];
