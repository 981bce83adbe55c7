import { z } from "zod";
import { review } from "./desk/review.ts";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { arrayKey, referenceTo } from "./fields.ts";
import { toldLine } from "./outlet/told-line.ts";
import { problem } from "./problem.ts";
import { suggestion } from "./suggestion.ts";

/** What one run wrote for a story. The fields are JSON by document id: see `importer/dataset/run-history.ts`. */
const historyEntry = z.object({
  _type: z.literal("runHistory"),
  _key: arrayKey,
  run: z.string(),
  /** What was there before; a document that did not exist is absent. */
  before: z.string(),
  /** What the run wrote; a document that it deleted is absent. */
  after: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A name that the story goes by, so that it is found again by any of them. */
const storyIdentity = z
  .object({
    _type: z.literal("storyIdentity"),
    _key: arrayKey,
    kind: z.enum(["url", "id", "path"]),
    /** As the source gave it. */
    value: z.string(),
    /** To no document: a reference is what every Content Lake finds by an index. */
    name: referenceTo("importRecord")
      .extend({ _weak: z.literal(true) })
      .register(fieldMeta, { sanity: { type: "reference", to: ["importRecord"] }, hidden: true }),
  })
  .register(typeMeta, {
    name: "storyIdentity",
    title: "Name of a story",
    kind: "object",
    preview: { title: "value", subtitle: "kind" },
  });
export type RecordedIdentity = z.infer<typeof storyIdentity>;

/**
 * The importer's memory of one story: a companion of the article, so that the article itself stays clean.
 * Its id, `import.<article id>`, has a dot: only signed-in users can read it.
 */
export const importRecord = z
  .object({
    _id: z.string(),
    _type: z.literal("importRecord"),
    /** Weak, so that the memory never keeps an editor from deleting the article. */
    article: referenceTo("article")
      .extend({ _weak: z.literal(true) })
      .register(fieldMeta, { sanity: { type: "reference", to: ["article"] } }),
    input: z.string().register(fieldMeta, { description: "Path of the input, relative to the import root." }),
    /** Key of the story's outlet, see `outletProfile`; absent for a story of none. */
    outlet: z.string().optional().register(fieldMeta, { hidden: true, direction: "ltr" }),
    /** Every name that the story was ever seen under; those that lead to another article too are left out. */
    identities: z
      .array(storyIdentity)
      .optional()
      .register(fieldMeta, { description: "Addresses, ids and paths that the story was found under." }),
    contentHash: z.string().register(fieldMeta, { description: "SHA-256 of the input's text." }),
    version: z.number().int().optional().register(fieldMeta, {
      description: "The version number that the source gives.",
    }),
    versionCreated: z.iso
      .datetime({ offset: true })
      .optional()
      .register(fieldMeta, { title: "Version created", description: "When the source made this version." }),
    /** Digest of the rules that the text was read with: the same rules give the same documents. */
    rules: z.string().optional().register(fieldMeta, { hidden: true }),
    /** 64-bit SimHash of the text if it is long enough, to find stories that are nearly the same. */
    fingerprint: z.string().optional().register(fieldMeta, { hidden: true }),
    sourceText: z.string().register(fieldMeta, {
      title: "Source text",
      description: "The raw story as the importer read it.",
      multiline: true,
    }),
    /**
     * The documents as last imported, as one JSON string `{"<id>": {…}}`: hosted Sanity limits the number of
     * distinct attribute paths, so a mirror of the documents would use them up.
     */
    snapshot: z.string().register(fieldMeta, { hidden: true, multiline: true }),
    /** JSON: for each value, the lines of the source text, the rule and the confidence. */
    evidence: z.string().optional().register(fieldMeta, { hidden: true, multiline: true }),
    /** JSON: what of the input is in no document, see `readLeftOut`; one string for the same reason as the snapshot. */
    leftOut: z.string().optional().register(fieldMeta, { hidden: true, multiline: true }),
    /** What editors have said of lines of the text: the next import of the story obeys. */
    toldLines: z.array(toldLine).optional().register(fieldMeta, { hidden: true, readOnly: true }),
    problems: z.array(problem).optional(),
    suggestions: z.array(suggestion).optional().register(fieldMeta, {
      description: "The source's versions of values that an editor has also changed.",
    }),
    /** Where the story stands on the desk, and what people have said of it. */
    review: review.optional().register(fieldMeta, { hidden: true, readOnly: true }),
    importedAt: z.iso.datetime().register(fieldMeta, { title: "Imported at" }),
    run: z.string().register(fieldMeta, { title: "Import run", direction: "ltr" }),
    /** What the last runs wrote for the story, so that each can be undone. */
    history: z.array(historyEntry).optional().register(fieldMeta, { hidden: true }),
  })
  .register(typeMeta, {
    name: "importRecord",
    title: "Import record",
    kind: "document",
    preview: { title: "input", subtitle: "importedAt" },
    orderings: [{ name: "importedAt", title: "Import date", field: "importedAt", direction: "desc" }],
  });
export type ImportRecord = z.infer<typeof importRecord>;
