import { z } from "zod";

const imported = z.looseObject({ body: z.array(z.looseObject({ _key: z.string() })) });

/**
 * Keys of the members of an article's body as last imported, in their order; none if the snapshot is damaged. Pure.
 *
 * @param snapshot That of the import record.
 */
export function importedKeys(snapshot: string | null | undefined, articleId: string): string[] {
  try {
    const documents = z.record(z.string(), z.unknown()).parse(JSON.parse(snapshot ?? "{}"));
    return imported.parse(documents[articleId]).body.map(({ _key }) => _key);
  } catch {
    return [];
  }
}
