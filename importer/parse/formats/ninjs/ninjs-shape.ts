import { z } from "zod";
import { isObject } from "../../fields/json-values.ts";

/**
 * ninjs 1.0 to 3.1 in one shape. Names are in lower case, since 3.x writes `headLines` where 2.x has `headlines`. A
 * value of the wrong type counts as absent: providers deviate, and one bad field must not cost the story.
 */
const text = z.string().optional().catch(undefined);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).optional().catch(undefined);

/** Version 1 has only names; later versions add roles, codes and addresses. */
const named = z
  .union([
    z.string().transform((name) => ({ name, role: undefined, rel: undefined })),
    z.object({ name: text, literal: text, role: text, rel: text }),
  ])
  .catch({ name: undefined, role: undefined, rel: undefined });

const roleText = z.object({ role: text, value: text, contenttype: text }).catch({});

const rendition = z.object({
  name: text,
  href: text,
  mimetype: text,
  contenttype: text,
  width: z.number().optional().catch(undefined),
  height: z.number().optional().catch(undefined),
});
export type NinjsRendition = z.infer<typeof rendition>;

/** Systems without addresses for their items, such as Superdesk, name them by a `guid`. */
const withUri = (value: unknown): unknown =>
  isObject(value) && !isName(value["uri"]) && isName(value["guid"])
    ? { ...value, uri: value["guid"] }
    : value;

const isName = (value: unknown): boolean => typeof value === "string" && value !== "";

const fields = z.looseObject({
  uri: z.string().min(1),
  type: text,
  mimetype: text,
  pubstatus: text,
  embargoed: text,
  embargoeduntil: text,
  version: z.union([z.string(), z.number()]).optional().catch(undefined),
  firstcreated: text,
  versioncreated: text,
  contentcreated: text,
  language: text,
  headline: text,
  headlines: list(roleText),
  title: text,
  descriptions: list(roleText),
  bodies: list(roleText),
  byline: text,
  by: text,
  authors: list(named),
  person: list(named),
  people: list(named),
  located: text,
  dateline: text,
  creditline: text,
  infosource: list(named),
  infosources: list(named),
  provider: named.optional(),
  source: text,
  copyrightholder: text,
  copyrightnotice: text,
  usageterms: text,
  ednote: text,
  signal: text,
  subject: list(named),
  subjects: list(named),
  keywords: list(named),
  renditions: z
    .union([z.array(rendition.catch({})), z.record(z.string(), rendition.catch({}))])
    .optional()
    .catch(undefined),
  associations: z
    .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
    .optional()
    .catch(undefined),
});
export const ninjsItem = z.preprocess(withUri, fields);
export type NinjsItem = z.infer<typeof ninjsItem>;

const deepestNesting = 100;

/** Returns a value with all its field names in lower case. Pure; fields nested absurdly deep are left out. */
export function withLowerNames(value: unknown, depth = 0): unknown {
  if (depth > deepestNesting) return undefined;
  if (Array.isArray(value)) return value.map((item) => withLowerNames(item, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name.toLowerCase(), withLowerNames(field, depth + 1)]),
  );
}
