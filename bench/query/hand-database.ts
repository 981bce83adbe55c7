import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { publishedId } from "../../schemas/index.ts";
import type { AnyDocument } from "../read-documents.ts";

/**
 * The tables that somebody would make by hand for just the measured queries: a column for every field that is asked for,
 * an index for every question, full-text search without any folding of ours.
 */
const tables = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  PRAGMA cache_size = -65536;
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, public_id TEXT NOT NULL, type TEXT NOT NULL, is_draft INTEGER NOT NULL,
    has_draft INTEGER NOT NULL DEFAULT 0, updated TEXT NOT NULL, headline TEXT, slug TEXT, language TEXT, published TEXT,
    status TEXT, run TEXT, imported TEXT, problems INTEGER, article TEXT, gravity INTEGER, state TEXT, assignee TEXT,
    content TEXT NOT NULL
  ) STRICT;
  CREATE TABLE refs (source TEXT NOT NULL, target TEXT NOT NULL, type TEXT NOT NULL, published TEXT, is_draft INTEGER NOT NULL) STRICT;
  CREATE VIRTUAL TABLE search USING fts5(headline, body, content = '', prefix = '2 3');
  CREATE VIRTUAL TABLE record_search USING fts5(text, content = '');
`;

/** Made when everything is in. */
const indexes = `
  UPDATE documents SET has_draft = 1 WHERE is_draft = 0 AND id IN (SELECT public_id FROM documents WHERE is_draft = 1);
  CREATE INDEX by_slug ON documents (slug) WHERE slug IS NOT NULL;
  CREATE INDEX by_time ON documents (type, updated, public_id) WHERE has_draft = 0;
  CREATE INDEX by_language ON documents (type, language) WHERE is_draft = 0;
  CREATE INDEX by_published ON documents (type, status, published) WHERE is_draft = 0;
  CREATE INDEX by_imported ON documents (type, imported) WHERE problems > 0;
  CREATE INDEX by_language_published ON documents (type, language, published) WHERE is_draft = 0;
  CREATE INDEX by_gravity ON documents (type, gravity, imported DESC, id) WHERE gravity IS NOT NULL;
  CREATE INDEX by_state ON documents (type, language, state) WHERE gravity IS NOT NULL;
  CREATE INDEX by_draft ON documents (public_id) WHERE has_draft = 0;
  CREATE INDEX by_target ON refs (target, type, is_draft, published);
  CREATE INDEX by_source ON refs (source);
  ANALYZE;
`;

const fields = z.looseObject({
  headline: z.string().optional(),
  slug: z.looseObject({ current: z.string() }).optional(),
  language: z.string().optional(),
  publishedAt: z.string().optional(),
  pubStatus: z.string().optional(),
  importedAt: z.string().optional(),
  run: z.string().optional(),
  problems: z.array(z.unknown()).optional(),
  review: z
    .looseObject({
      ...{ gravity: z.number(), state: z.string() },
      ...{ language: z.string().optional(), assignee: z.string().optional() },
    })
    .optional(),
  sourceText: z.string().optional(),
  article: z.looseObject({ _ref: z.string() }).optional(),
  body: z
    .array(z.looseObject({ children: z.array(z.looseObject({ text: z.string() })).optional() }))
    .optional(),
  _updatedAt: z.string().default(""),
});

/** Fills such a database with the documents of a lake. */
export async function makeHandDatabase(
  file: string,
  documents: AsyncIterable<AnyDocument>,
): Promise<DatabaseSync> {
  const database = new DatabaseSync(file);
  database.exec(tables);
  const insert = database.prepare(
    "INSERT INTO documents VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const refer = database.prepare("INSERT INTO refs VALUES (?, ?, ?, ?, ?)");
  const index = database.prepare("INSERT INTO search (rowid, headline, body) VALUES (?, ?, ?)");
  const indexRecord = database.prepare("INSERT INTO record_search (rowid, text) VALUES (?, ?)");
  let number = 0;
  database.exec("BEGIN");
  for await (const document of documents) {
    number += 1;
    const { _id, _type } = document;
    const of = fields.parse(document);
    const isDraft = Number(publishedId(_id) !== _id);
    const content = JSON.stringify(document);
    insert.run(
      ...[number, _id, publishedId(_id), _type, isDraft, of._updatedAt, of.headline ?? null],
      ...[
        of.slug?.current ?? null,
        of.language ?? of.review?.language ?? null,
        of.publishedAt ?? null,
        of.pubStatus ?? null,
      ],
      ...[of.run ?? null, of.importedAt ?? null, of.problems?.length ?? 0, of.article?._ref ?? null],
      ...[of.review?.gravity ?? null, of.review?.state ?? null, of.review?.assignee ?? null, content],
    );
    for (const [, target = ""] of content.matchAll(/"_ref":"([^"]+)"/g)) {
      refer.run(_id, target, _type, of.publishedAt ?? null, isDraft);
    }
    if (of.sourceText !== undefined) indexRecord.run(number, of.sourceText);
    if (_type === "article") {
      const words = of.body?.flatMap(({ children }) => children?.map(({ text }) => text) ?? []) ?? [];
      index.run(number, of.headline ?? "", words.join("\n"));
    }
  }
  database.exec("COMMIT");
  database.exec(indexes);
  return database;
}
