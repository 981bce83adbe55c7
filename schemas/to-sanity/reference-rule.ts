import type { CustomValidator, SanityDocument, ValidationContext, ValidationError } from "sanity";
import { z } from "zod";
import { draftId, isAssetId, publishedId } from "../document-id.ts";
import type { Say } from "./say.ts";
import { toStudioPath } from "./studio-path.ts";

/** What a reference to a document that was never published means for publishing. */
type Standing = "draft" | "missing";

const messages: Readonly<Record<Standing, string>> = {
  draft: "Not published yet: it is published along with this document",
  missing: "What this leads to is gone. Choose another one, or take it out",
};

/**
 * The rule that tells of a document's references of one standing, each at its field. In the place of Sanity's own, to which
 * every reference to a draft is an error: a publish action of ours publishes such a draft along.
 */
export const referenceRule =
  (standing: Standing, say: Say): CustomValidator<SanityDocument | undefined> =>
  async (document, context) => {
    const references = [...strongReferences(document)];
    const standings = await standingsOf([...new Set(references.map(({ id }) => id))], document, context);
    return references
      .filter(({ id }) => standings.get(id) === standing)
      .map(({ path }): ValidationError => ({
        message: say(messages[standing]),
        path: toStudioPath(document, path),
      }));
  };

interface FoundReference {
  readonly id: string;
  readonly path: readonly (string | number)[];
}

const reference = z.object({
  _ref: z.string().min(1),
  _weak: z.boolean().optional(),
  _strengthenOnPublish: z.unknown(),
});

/** References that are strong, or will be once they are published. Of uploaded files, Sanity tells by itself. */
function* strongReferences(value: unknown, path: FoundReference["path"] = []): Generator<FoundReference> {
  if (typeof value !== "object" || value === null) return;
  const { _ref: id = "", _weak, _strengthenOnPublish } = reference.safeParse(value).data ?? {};
  if (id !== "" && !isAssetId(id) && (_weak !== true || _strengthenOnPublish !== undefined))
    yield { id, path };
  const members: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [step, member] of members) yield* strongReferences(member, [...path, step]);
}

/** The standing of each document that was never published. A document may refer to itself. */
async function standingsOf(
  ids: readonly string[],
  document: SanityDocument | undefined,
  { getDocumentExists, getClient }: ValidationContext,
): Promise<ReadonlyMap<string, Standing>> {
  const others = ids.filter((id) => id !== publishedId(document?._id ?? ""));
  const existing = await Promise.all(others.map(async (id) => (await getDocumentExists?.({ id })) ?? true));
  const unpublished = others.filter((_, at) => existing[at] === false);
  if (unpublished.length === 0) return new Map();
  const client = getClient({ apiVersion: "2025-02-19" }).withConfig({ perspective: "raw" });
  const drafts = new Set(
    await client.fetch<string[]>("*[_id in $drafts]._id", { drafts: unpublished.map(draftId) }),
  );
  return new Map(unpublished.map((id) => [id, drafts.has(draftId(id)) ? "draft" : "missing"]));
}
