import { z } from "zod";
import { readSnapshot } from "../../schemas/index.ts";

const imported = z.object({ body: z.array(z.object({ _key: z.string() })) });

/**
 * Keys of the members of an article's body as last imported, in their order; none if the snapshot is damaged. Pure.
 *
 * @param snapshot That of the import record.
 */
export const importedKeys = (snapshot: string | null | undefined, articleId: string): string[] =>
  imported.safeParse(readSnapshot(snapshot ?? undefined)[articleId]).data?.body.map(({ _key }) => _key) ?? [];
