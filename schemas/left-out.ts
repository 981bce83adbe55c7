import { z } from "zod";

const leftOutReason = z.enum([
  "page-furniture",
  "form-control",
  "label",
  "other-form",
  "metadata",
  "repetition",
  "picture-furniture",
  "wire-order",
  "hidden",
  "no-field",
  "no-form",
  "picture-unusable",
  "no-place",
]);
export type LeftOutReason = z.infer<typeof leftOutReason>;

/** Why a piece of an input is in no document, in words, and whether nobody would miss it: such pieces are folded up. */
export const leftOutReasons: Readonly<
  Record<LeftOutReason, { readonly title: string; readonly isMinor: boolean }>
> = {
  "page-furniture": { title: "Belongs to the page, not to the story", isMinor: true },
  "form-control": { title: "A button or a field to fill in", isMinor: true },
  label: { title: "A label; what it names is in a field", isMinor: true },
  "other-form": { title: "Read into a field in another form", isMinor: true },
  metadata: { title: "Data about the item, not text of the story", isMinor: true },
  repetition: { title: "The story already says it", isMinor: true },
  "picture-furniture": { title: "A picture of the page, not of the story", isMinor: true },
  "wire-order": { title: "An order to the desk, which was obeyed", isMinor: false },
  hidden: { title: "Not shown to readers", isMinor: false },
  "no-field": { title: "The content model has no field for it", isMinor: false },
  "no-form": { title: "The content model has no form for it", isMinor: false },
  "picture-unusable": { title: "The picture cannot be used", isMinor: false },
  "no-place": { title: "The importer found no place for it", isMinor: false },
};

/** A piece of an input that is in no document; the import record keeps a list as JSON. */
export const leftOutPiece = z.object({
  kind: z.enum(["text", "picture", "embed"]),
  /** Its words; of a picture or an embed, what stands for it, if anything. */
  text: z.string(),
  /** Of a picture or an embed, as the input gives it. */
  address: z.string().optional(),
  /** Lines of the input, counted from 1; for inputs that are lines of text. */
  lines: z.array(z.int().positive()).readonly().optional(),
  /** Place in an input that is not plain text: a JSON path, an element, a CSS selector. */
  place: z.string().optional(),
  /** Permanent kebab-case name of the rule that left it out. */
  rule: z.string(),
  reason: leftOutReason,
  /**
   * Index, in the body as imported, of the member that it stood after; absent if it stood before the whole body. The
   * snapshot on the import record has that body.
   */
  after: z.int().min(0).optional(),
});
export type LeftOutPiece = Readonly<z.infer<typeof leftOutPiece>>;

/** Reads the list of an import record, without pieces that are damaged or of a kind that is not known. Pure. */
export function readLeftOut(json: string | undefined): readonly LeftOutPiece[] {
  if (json === undefined) return [];
  try {
    const pieces = z.array(z.unknown()).parse(JSON.parse(json));
    return pieces.flatMap((piece) => leftOutPiece.safeParse(piece).data ?? []);
  } catch {
    return [];
  }
}
