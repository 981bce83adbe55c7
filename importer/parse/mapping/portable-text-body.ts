import { z } from "zod";
import { toProblem } from "../../problems.ts";
import { linkAddress } from "../addresses/web-address.ts";
import { isObject } from "../fields/json-values.ts";
import { emptyBody, joinBodies, type ParsedBody } from "../parsed-body.ts";
import type { ParsedBlock, ParsedSpan } from "../parsed-story.ts";
import { textOfBlocks } from "../text-of-block.ts";
import { portableObject } from "./portable-object.ts";
import { decoratorFormOf } from "./portable-text-forms.ts";

const textBlock = z.object({
  _type: z.literal("block"),
  style: z.string().optional(),
  listItem: z.string().optional(),
  level: z.number().int().min(1).max(9).optional(),
  markDefs: z
    .array(
      z.looseObject({
        _key: z.string(),
        _type: z.string(),
        href: z.string().optional(),
        url: z.string().optional(),
      }),
    )
    .nullish(),
  children: z.array(
    z.looseObject({ _type: z.string(), text: z.string().optional(), marks: z.array(z.string()).nullish() }),
  ),
});
type TextBlock = z.infer<typeof textBlock>;

/**
 * Returns the body from Portable Text: paragraphs, and between them what `portableForms` knows; an object of another type
 * is kept as its text. Objects without any text are counted in a problem. Pure.
 */
export function portableTextBody(blocks: readonly unknown[], baseUrl?: string): ParsedBody {
  const { body, unread } = bodyOf(blocks, baseUrl, 0);
  const message = `Blocks of the body left out because they have no text, picture or address: ${unread}`;
  const problems = unread > 0 ? [toProblem("unsupported-item", message, { path: "body" })] : [];
  return { ...body, problems: [...body.problems, ...problems] };
}

const deepest = 8;

function bodyOf(
  blocks: readonly unknown[],
  baseUrl: string | undefined,
  depth: number,
): { readonly body: ParsedBody; readonly unread: number } {
  let unread = 0;
  const readWithin = (within: readonly unknown[]): ParsedBody => {
    const inner = bodyOf(within, baseUrl, depth + 1);
    unread += inner.unread;
    return inner.body;
  };
  const parts = (depth > deepest ? [] : blocks).map((block): ParsedBody => {
    const text = textBlock.safeParse(block);
    if (text.success) return textFrom(text.data, baseUrl, readWithin);
    const object = isObject(block) ? portableObject(block, baseUrl, readWithin) : undefined;
    if (object === undefined) unread += 1;
    return object ?? emptyBody;
  });
  return { body: joinBodies(parts), unread };
}

/** A paragraph, then the pictures in it and the notes that its words lead to. */
function textFrom(
  block: TextBlock,
  baseUrl: string | undefined,
  readWithin: (blocks: readonly unknown[]) => ParsedBody,
): ParsedBody {
  /** The address that a mark's key stands for, if it is a link. */
  const definitions = new Map<string, string | undefined>();
  const beside: ParsedBody[] = [];
  for (const definition of block.markDefs ?? []) {
    const { _key, href, url } = definition;
    const address = linkAddress(href ?? url ?? "", baseUrl);
    definitions.set(_key, address);
    if (address === undefined && !/link/i.test(definition._type)) {
      const note = portableObject({ ...definition, _type: "note" }, baseUrl, readWithin);
      if (note !== undefined) beside.push(note);
    }
  }
  const spans = block.children.flatMap((child): ParsedSpan[] => {
    if (child._type === "span" || child.text !== undefined)
      return spanOf(child.text ?? "", child.marks, definitions);
    if (/break/i.test(child._type)) return [{ text: "\n" }];
    const object = portableObject(child, baseUrl, readWithin);
    if (object === undefined) return [];
    const words = textOfBlocks(object.blocks.filter(({ kind }) => kind === "text")).replaceAll("\n", " ");
    if (words === "") beside.push(object);
    return words === "" ? [] : [{ text: words }];
  });
  return joinBodies([paragraphOf(block, spans), ...beside]);
}

function spanOf(
  text: string,
  marks: readonly string[] | null | undefined,
  definitions: ReadonlyMap<string, string | undefined>,
): ParsedSpan[] {
  const forms = (marks ?? []).filter((mark) => !definitions.has(mark)).map(decoratorFormOf);
  if (text === "" || forms.some((form) => "leftOut" in form)) return [];
  const has = (mark: "strong" | "em" | "sub" | "sup"): boolean =>
    forms.some((form) => "as" in form && form.as === mark);
  const href = (marks ?? []).map((mark) => definitions.get(mark)).find((link) => link !== undefined);
  return [
    {
      text: text.normalize("NFC"),
      ...(has("strong") ? { strong: true } : {}),
      ...(has("em") ? { em: true } : {}),
      ...(has("sub") ? { sub: true } : {}),
      ...(has("sup") ? { sup: true } : {}),
      ...(href === undefined ? {} : { href }),
    },
  ];
}

function paragraphOf(block: TextBlock, spans: readonly ParsedSpan[]): ParsedBody {
  if (spans.every(({ text }) => text.trim() === "")) return emptyBody;
  const listItem =
    block.listItem === undefined ? undefined : block.listItem === "number" ? "number" : "bullet";
  const paragraph: ParsedBlock = {
    kind: "text",
    style: styleOf(block.style),
    ...(listItem === undefined ? {} : { listItem, level: block.level ?? 1 }),
    spans,
  };
  return { ...emptyBody, blocks: [paragraph] };
}

function styleOf(style: string | undefined): "normal" | "h2" | "h3" | "blockquote" {
  if (style === "blockquote") return "blockquote";
  if (style === "h1" || style === "h2") return "h2";
  return /^h[3-6]$/.test(style ?? "") ? "h3" : "normal";
}
