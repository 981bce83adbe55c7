import type { SanityClient } from "@sanity/client";
import type { z } from "zod";

/** A query with its parameters, and what answers it. Lists are read in the perspective of drafts. */
export interface ListQuery<Schema extends z.ZodType> {
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: Schema;
}

/** How many rows one answer has. */
export const pageSize = 50;

/** Asks a query of a list. @throws What the client throws, or Zod of an answer that is not what was asked for. */
export async function askList<Schema extends z.ZodType>(
  reader: SanityClient,
  { query, params, schema }: ListQuery<Schema>,
): Promise<z.output<Schema>> {
  return schema.parse(await reader.fetch(query, params));
}
