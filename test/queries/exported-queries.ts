import * as exported from "../../queries/index.ts";

/** A query by the name under which it is exported; those of a list by the end at which they ask. */
interface ExportedQuery {
  readonly name: string;
  readonly end?: "older" | "newer";
  readonly groq: string;
}

/** Every query that frontends may ask. */
export const exportedQueries: readonly ExportedQuery[] = Object.entries(exported).flatMap(([name, value]) => {
  if (typeof value !== "function") return [];
  if ("groq" in value) return [{ name, groq: String(value.groq) }];
  if (!("older" in value)) return [];
  return (["older", "newer"] as const).map((end) => ({ name, end, groq: value[end].groq }));
});
