import type { z } from "zod";
import { article, type Article } from "./article.ts";
import { newsImage, type NewsImage } from "./image.ts";
import { deskFilter, type DeskFilter } from "./desk/desk-filter.ts";
import { importRecord, type ImportRecord } from "./import-record.ts";
import { importRun, type ImportRun } from "./import-run.ts";
import { outletProfile, type OutletProfile } from "./outlet/outlet-profile.ts";
import { source, type Source } from "./source.ts";
import { sourcesApart, type SourcesApart } from "./desk/sources-apart.ts";

/** The content that editors curate, in write order: what is referenced comes before what refers to it. */
export const contentSchemas = { source, newsImage, article } as const;

/**
 * Every document type: the content, the importer's memory of its stories, runs and outlets, and what the desk keeps. Add a
 * new type here, nowhere else.
 */
export const documentSchemas = {
  ...contentSchemas,
  importRecord,
  importRun,
  outletProfile,
  deskFilter,
  sourcesApart,
} as const satisfies Record<string, z.ZodObject>;

export type ContentType = keyof typeof contentSchemas;
export type ContentDocument = Source | NewsImage | Article;
export type CopydeskDocument =
  ContentDocument | ImportRecord | ImportRun | OutletProfile | DeskFilter | SourcesApart;

/** Whether a document's `_type` is one that editors curate. */
export function isContentType(type: string): type is ContentType {
  return Object.hasOwn(contentSchemas, type);
}
