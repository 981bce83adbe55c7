import { readAuthors } from "../phrases/read-authors.ts";
import type { FoundStory } from "./found-story.ts";
import type { Found } from "./found.ts";

/**
 * Returns the byline and the authors from the fields that name them, as written. Pure. The byline has the place of the
 * first.
 */
export function foundAuthors(
  written: readonly (Found<string> | undefined)[],
): Pick<FoundStory, "byline" | "creators"> {
  const read = written.flatMap((found) =>
    found === undefined ? [] : [{ found, authors: readAuthors(found.value) }],
  );
  const printed = [...new Set(read.flatMap(({ authors }) => authors.printed ?? []))];
  const first = read.find(({ authors }) => authors.printed !== undefined);
  return {
    byline: first && { ...first.found, value: printed.join(", ") },
    creators: read.flatMap(({ found, authors }) => authors.names.map((value) => ({ ...found, value }))),
  };
}
