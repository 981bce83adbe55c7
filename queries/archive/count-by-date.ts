import { z } from "zod";
import { defineQuery, type Query } from "../define-query.ts";
import { readableArticles, sortTime } from "../readable-articles.ts";

/**
 * Defines a query that counts the articles of each part of a date: of the months of a year, or the days of a month. GROQ
 * does not group, so each part is counted by itself.
 *
 * @param definition.parts What follows `$within` and a hyphen in a date.
 */
export function countByDate<const Part extends string>(definition: {
  readonly name: string;
  readonly within: z.ZodType<string>;
  readonly parts: readonly Part[];
}): Query<
  z.ZodObject<{ within: z.ZodType<string> }>,
  z.ZodRecord<z.ZodEnum<z.core.util.ToEnum<Part>>, z.ZodNumber>
> {
  const { name, within, parts } = definition;
  const counts = parts.map(
    (part) => /* groq */ `"${part}": count(*[${readableArticles}
    && ${sortTime} >= $within + "-${part}" && ${sortTime} < $within + "-${part}~"])`,
  );
  return defineQuery({
    name,
    groq: `{\n  ${counts.join(",\n  ")}\n}`,
    params: z.object({ within }),
    result: z.record(z.enum(parts), z.number()),
  });
}
