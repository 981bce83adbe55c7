import { z } from "zod";
import { toProblem } from "../../problems.ts";
import type { ParsedBody } from "../parsed-body.ts";
import { foundPicture } from "../pictures/found-picture.ts";
import { pictureLocation, wireBase } from "../pictures/picture-location.ts";
import { linkAddress } from "../addresses/web-address.ts";
import type { ParsedBlock, ParsedPicture, ParsedSpan } from "../parsed-story.ts";

const textBlock = z.object({
  _type: z.literal("block"),
  style: z.string().optional(),
  listItem: z.string().optional(),
  level: z.number().int().min(1).max(9).optional(),
  markDefs: z
    .array(z.looseObject({ _key: z.string(), _type: z.string(), href: z.string().optional() }))
    .nullish(),
  children: z.array(
    z.looseObject({ _type: z.string(), text: z.string().optional(), marks: z.array(z.string()).nullish() }),
  ),
});
type TextBlock = z.infer<typeof textBlock>;

/** A picture in the shapes that exports use: its address on the block or on its asset. */
const pictureBlock = z.looseObject({
  _type: z.string().regex(/image|figure|picture|photo/i),
  url: z.string().optional(),
  src: z.string().optional(),
  asset: z.looseObject({ url: z.string().optional() }).nullish(),
  alt: z.string().nullish(),
  caption: z.string().nullish(),
  credit: z.string().nullish(),
});

/** Returns the body from Portable Text. Blocks that are neither text nor picture are counted in a problem. Pure. */
export function portableTextBody(blocks: readonly unknown[], baseUrl?: string): ParsedBody {
  const found: ParsedBlock[] = [];
  const pictures: ParsedPicture[] = [];
  let unread = 0;
  for (const block of blocks) {
    const text = textBlock.safeParse(block);
    const picture = text.success ? undefined : pictureFrom(block, baseUrl);
    if (text.success) {
      const parsed = blockOf(text.data, baseUrl);
      if (parsed) found.push(parsed);
    } else if (picture) {
      found.push({ kind: "picture", picture: pictures.length });
      pictures.push(picture);
    } else unread += 1;
  }
  const message = `Blocks of the body left out because they are neither text nor pictures: ${unread}`;
  const problems = unread > 0 ? [toProblem("unsupported-item", message, { path: "body" })] : [];
  return { blocks: found, pictures, problems };
}

function blockOf(block: TextBlock, baseUrl: string | undefined): ParsedBlock | undefined {
  const links = new Map(
    (block.markDefs ?? []).flatMap(({ _key, _type, href }) => {
      const address = _type === "link" && href !== undefined ? linkAddress(href, baseUrl) : undefined;
      return address === undefined ? [] : [[_key, address] as const];
    }),
  );
  const spans = block.children.flatMap(({ text, marks }): ParsedSpan[] => {
    if (text === undefined || text === "") return [];
    const href = (marks ?? []).map((mark) => links.get(mark)).find((link) => link !== undefined);
    return [
      {
        text,
        ...(marks?.includes("strong") ? { strong: true } : {}),
        ...(marks?.includes("em") ? { em: true } : {}),
        ...(href === undefined ? {} : { href }),
      },
    ];
  });
  if (spans.every(({ text }) => text.trim() === "")) return undefined;
  const listItem =
    block.listItem === undefined ? undefined : block.listItem === "number" ? "number" : "bullet";
  return {
    kind: "text",
    style: styleOf(block.style),
    ...(listItem === undefined ? {} : { listItem, level: block.level ?? 1 }),
    spans,
  };
}

function styleOf(style: string | undefined): "normal" | "h2" | "h3" | "blockquote" {
  if (style === "blockquote") return "blockquote";
  if (style === "h1" || style === "h2") return "h2";
  return /^h[3-6]$/.test(style ?? "") ? "h3" : "normal";
}

function pictureFrom(block: unknown, baseUrl: string | undefined): ParsedPicture | undefined {
  const { success, data } = pictureBlock.safeParse(block);
  if (!success) return undefined;
  const written = data.asset?.url ?? data.url ?? data.src ?? "";
  return foundPicture({
    ...pictureLocation(written, wireBase(baseUrl)),
    alt: data.alt ?? undefined,
    caption: data.caption ?? undefined,
    credit: data.credit ?? undefined,
  });
}
