import type { z } from "zod";
import { ImportError } from "../import-error.ts";
import type { LakeConnection } from "./connect-lake.ts";

/**
 * Reads the rows of a query. Rows that do not match the schema are ignored: they are damaged, or not the importer's.
 *
 * @throws {ImportError} `lake-refused` when the answer is not a list, and when the lake cannot be reached.
 */
export async function readRows<T>(
  lake: LakeConnection,
  row: z.ZodType<T>,
  query: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<T[]> {
  const answer = await lake.read(query, params);
  if (!Array.isArray(answer)) {
    throw new ImportError("lake-refused", "Cannot read from the Content Lake: its response is not a list", {
      hint: "Check that the address points to a Content Lake.",
    });
  }
  return answer.flatMap((value: unknown) => row.safeParse(value).data ?? []);
}
