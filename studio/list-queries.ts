import { documentSchemas } from "../schemas/index.ts";
import { toSanityTypes } from "../schemas/to-sanity/to-sanity.ts";

/** The types of which Studio lists all documents; the others have screens of their own. */
export const listedTypes = ["article", "newsImage"] as const;

/** What Studio asks for the first page of each list in each order that its menu offers. The first order is by `_updatedAt`. */
export function listQueries(): readonly string[] {
  return toSanityTypes(documentSchemas).flatMap(({ name, fields = [], orderings = [] }) =>
    (isListed.has(name) ? orderings : []).flatMap(({ by }) =>
      by.map(({ field, direction }) => {
        const type = fields.find((each) => each.name === field)?.type;
        return `*[_type == "${name}"]{_id, "orderings": [${field}]} | order(${functionFor(type)}(orderings[0]) ${direction}) [0...1]`;
      }),
    ),
  );
}

const isListed: ReadonlySet<string> = new Set(listedTypes);

/** Studio orders texts without regard to case, and times as times (sanity 6.9, `applyOrderingFunctions`). */
const functionFor = (type: string | undefined): string => (type === "datetime" ? "dateTime" : "lower");
