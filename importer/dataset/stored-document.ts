import { z } from "zod";

/** A document of any type: content, and system fields that start with an underscore. */
export const datasetDocument = z.looseObject({ _id: z.string(), _type: z.string() });
export type DatasetDocument = Readonly<z.infer<typeof datasetDocument>>;

/** A document as stored in the Content Lake, with its revision. */
export const storedDocument = datasetDocument.extend({ _rev: z.string() });
export type StoredDocument = Readonly<z.infer<typeof storedDocument>>;
