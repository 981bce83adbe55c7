import { z } from "zod";
import { articleId, importRecord, importRecordId, keyOfArticle } from "../../schemas/index.ts";
import { articleKeysOf, nameOf } from "../identity/names-of.ts";
import type { Namesake } from "../identity/namesakes.ts";
import { nameIdOf } from "../identity/recorded-identities.ts";
import { glimpseOf } from "../identity/story-glimpse.ts";
import type { StoryIdentity } from "../identity/story-identity.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { readRows } from "../lake-connection/read-rows.ts";

const row = importRecord
  .pick({ _type: true, input: true, article: true, sourceText: true, contentHash: true })
  .extend({ identities: z.unknown() })
  .transform(({ input, article, sourceText, contentHash, identities }) => {
    const known = importRecord.shape.identities.safeParse(identities ?? undefined).data ?? [];
    return { input, articleKey: keyOfArticle(article._ref), sourceText, contentHash, identities: known };
  });

/** A namesake that an earlier run has imported. */
export interface ImportedNamesake extends Namesake {
  /** As it was imported last. */
  readonly text: string;
  readonly contentHash: string;
}

/**
 * Reads the articles that share a name with one of some stories: by the names that their import records keep, and by
 * the ids that earlier versions of the importer made of a name. Both are look-ups by an index, whatever the dataset holds.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function fetchNamesakes(
  lake: LakeConnection,
  identities: readonly StoryIdentity[],
): Promise<ImportedNamesake[]> {
  const names = identities.flatMap((identity) => nameIdOf(identity) ?? []);
  const keys = identities.flatMap((identity) => articleKeysOf(identity));
  if (keys.length === 0) return [];
  const query =
    "*[_id in $ids || references($names)]{ _type, input, article, sourceText, contentHash, identities }";
  const rows = await readRows(lake, row, query, {
    ids: [...new Set(keys)].map((key) => importRecordId(articleId(key))),
    names: [...new Set(names)],
  });
  return rows.map(({ input, articleKey, sourceText, contentHash, identities: known }) => ({
    articleKey,
    input,
    names: new Set(known.flatMap((identity) => nameOf(identity) ?? [])),
    glimpse: glimpseOf(sourceText),
    text: sourceText,
    contentHash,
  }));
}
