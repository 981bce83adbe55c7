import { z } from "zod";
import { readDocumentId } from "../../../schemas/index.ts";
import type { SeenDocument } from "../../seen/seen-document.ts";

/** What a source takes over as it is if it has nothing there. */
const takenWhole = ["url", "wikidata", "defaultLanguage", "creditLine", "usageTerms", "requiresCanonicalUrl"];

const names = z
  .array(z.looseObject({ language: z.unknown(), _key: z.unknown(), value: z.unknown() }))
  .catch([]);
const texts = z
  .array(z.unknown())
  .transform((all) => all.filter((one) => typeof one === "string"))
  .catch([]);

/**
 * The fields of a source that change when it takes the place of another: its aliases, which the importer finds it by, get every
 * name of the other one; names in other languages and what else it has not got come as they are. Pure.
 *
 * @param loser The other one's draft, published document and versions.
 */
export function inheritedFields(
  heir: SeenDocument,
  loser: readonly SeenDocument[],
): Readonly<Record<string, unknown>> {
  const versions = loser.toSorted((a, b) => placeOf(a) - placeOf(b));
  const whole = takenWhole.flatMap((field): [string, unknown][] => {
    const found = versions.find((version) => version[field] !== undefined);
    return heir[field] === undefined && found ? [[field, found[field]]] : [];
  });
  const own = names.parse(heir["names"]);
  const more = names
    .parse(versions.find((version) => version["names"] !== undefined)?.["names"])
    .filter((name) => !own.some(({ language, _key }) => language === name.language || _key === name._key));
  const known = new Set(spellingsOf(heir));
  const aliases = [...new Set(loser.flatMap(spellingsOf))].filter((name) => !known.has(name));
  return {
    ...Object.fromEntries<unknown>(whole),
    ...(more.length > 0 && { names: [...own, ...more] }),
    ...(aliases.length > 0 && { aliases: [...texts.parse(heir["aliases"]), ...aliases] }),
  };
}

/** Editors see a draft, or else what is published, or else what a release has. */
const placeOf = ({ _id }: SeenDocument): number =>
  ["draft", "published", "version"].indexOf(readDocumentId(_id).kind);

const spellingsOf = (source: SeenDocument): readonly string[] => [
  ...texts.parse([source["name"]]),
  ...texts.parse(names.parse(source["names"]).map(({ value }) => value)),
  ...texts.parse(source["aliases"]),
];
