import { languages } from "./make-dataset.ts";
import type { QueueRow } from "../../studio/desk/queue/queue-row.ts";
import { queueMeasures } from "./queue-measures.ts";
import { articleBySlug, articlesBySource, latestArticles, sourceById } from "../../queries/index.ts";

/** A query that is measured, in GROQ and as somebody would write it in SQL for the tables of `makeHandDatabase`. */
export interface MeasuredQuery {
  readonly name: string;
  readonly groq: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly perspective: "published" | "drafts" | "raw";
  /** Gives one row or several; each column is JSON or a plain value. */
  readonly sql: string;
  readonly values?: readonly (string | number)[];
}

/** Something of the dataset to ask for. */
export interface Examples {
  readonly id: string;
  readonly slug: string;
  readonly sourceId: string;
  readonly imageId: string;
  readonly ids: readonly string[];
  /** The number at the end of one headline. */
  readonly rareWord: string;
  /** The last row of the queue's first page. */
  readonly queueRow: QueueRow;
}

const field = (name: string): string => `content -> '$.${name}'`;
const item = ["_id", "headline", "slug", "language", "direction", "kicker", "summary", "publishedAt"];
const itemOf = (table: string): string =>
  `json_object(${item.map((name) => `'${name}', ${table}.${field(name)}`).join(", ")}, 'sourceLine', ${table}.${field("sourceLine")},
    'opening', (SELECT group_concat(s.value ->> 'text') FROM json_each(${table}.content, '$.body') b, json_each(b.value, '$.children') s WHERE b.key = 0),
    'leadImage', (SELECT i.content FROM documents i WHERE i.id = ${table}.content ->> '$.leadImage.image._ref'))`;
const listFields = "_id, _type, _updatedAt, headline, slug, leadImage";
const previewOf = (table: string): string =>
  `json_object('_id', ${table}.public_id, '_updatedAt', ${table}.updated, 'headline', ${table}.headline, 'slug', ${table}.${field("slug")}, 'leadImage', ${table}.${field("leadImage")})`;
const usable = "a.type = 'article' AND a.is_draft = 0 AND a.status = 'usable'";

/** What frontends, the Studio and the desk ask, and ten hard ones. */
export function measuredQueries({
  id,
  slug,
  sourceId,
  imageId,
  ids,
  rareWord,
  queueRow,
}: Examples): MeasuredQuery[] {
  return [
    {
      name: "document by id",
      perspective: "published",
      groq: "*[_id == $id][0]",
      params: { id },
      sql: "SELECT content FROM documents WHERE id = ?",
      values: [id],
    },
    {
      name: "articleBySlug",
      perspective: "published",
      groq: articleBySlug.groq,
      params: { slug },
      sql: `SELECT a.content, (SELECT json_group_array(json(t.content)) FROM refs r JOIN documents t ON t.id = r.target WHERE r.source = a.id)
            FROM documents a WHERE a.slug = ? AND a.is_draft = 0`,
      values: [slug],
    },
    {
      name: "latestArticles, 20",
      perspective: "published",
      groq: latestArticles.older.groq,
      params: { afterTime: "9999", afterId: "", limit: 19 },
      sql: `SELECT ${itemOf("a")} FROM documents a WHERE ${usable} ORDER BY a.published DESC LIMIT 20`,
    },
    {
      name: "articlesBySource, 20",
      perspective: "published",
      groq: articlesBySource.older.groq,
      params: { sourceId, afterTime: "9999", afterId: "", limit: 19 },
      sql: `SELECT ${itemOf("a")} FROM refs r JOIN documents a ON a.id = r.source WHERE r.target = ? AND r.type = 'article' AND r.is_draft = 0 ORDER BY r.published DESC LIMIT 20`,
      values: [sourceId],
    },
    {
      name: "sourceById",
      perspective: "published",
      groq: sourceById.groq,
      params: { sourceId },
      sql: "SELECT content FROM documents WHERE id = ?",
      values: [sourceId],
    },
    {
      name: "Studio: list, newest 100",
      perspective: "drafts",
      groq: `*[_type == "article"] | order(_updatedAt desc) [0...100] {${listFields}}`,
      sql: `SELECT ${previewOf("a")} FROM documents a WHERE a.type = 'article' AND a.has_draft = 0 ORDER BY a.updated DESC LIMIT 100`,
    },
    {
      name: "Studio: list, count",
      perspective: "drafts",
      groq: `count(*[_type == "article"])`,
      sql: "SELECT count(*) FROM documents WHERE type = 'article' AND has_draft = 0",
    },
    {
      name: "Studio: previews of 100",
      perspective: "drafts",
      groq: `*[_id in $ids]{${listFields}}`,
      params: { ids },
      sql: `SELECT ${previewOf("a")} FROM documents a WHERE a.id IN (SELECT value FROM json_each(?))`,
      values: [JSON.stringify(ids)],
    },
    {
      name: "Studio: search in a list",
      perspective: "drafts",
      groq: `*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]{_type, _id, _originalId, "orderings": [_updatedAt]} | order(orderings[0] desc) [0...$__limit]`,
      params: { __types: ["article"], __query: `${rareWord}*`, __rawQuery: rareWord, __limit: 101 },
      sql: `SELECT a.type, a.public_id, a.id, a.updated FROM search s JOIN documents a ON a.number = s.rowid WHERE search MATCH ? AND a.has_draft = 0 ORDER BY a.updated DESC LIMIT 101`,
      values: [`"${rareWord}"*`],
    },
    {
      name: "Studio: global search",
      perspective: "drafts",
      groq: `*[_type in $__types] | score(boost(_type in ["article"] && headline match text::query($__query), 10), ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] {_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc) [0...$__limit]`,
      params: {
        __types: ["article", "newsImage", "source"],
        __query: `${rareWord}*`,
        __rawQuery: rareWord,
        __limit: 21,
      },
      sql: `SELECT a.type, a.public_id, a.id, bm25(search, 10, 1) AS score FROM search s JOIN documents a ON a.number = s.rowid WHERE search MATCH ? AND a.has_draft = 0 ORDER BY score LIMIT 21`,
      values: [`"${rareWord}"*`],
    },
    {
      name: "Studio: reference count",
      perspective: "raw",
      groq: "count(*[references($documentId)])",
      params: { documentId: imageId },
      sql: "SELECT count(DISTINCT source) FROM refs WHERE target = ?",
      values: [imageId],
    },
    {
      name: "Studio: incoming references",
      perspective: "drafts",
      groq: "*[references($id)] | order(_updatedAt desc) [0...100] {_id, _type}",
      params: { id: sourceId },
      sql: `SELECT DISTINCT a.public_id, a.type, a.updated FROM refs r JOIN documents a ON a.id = r.source WHERE r.target = ? AND a.has_draft = 0 ORDER BY a.updated DESC LIMIT 100`,
      values: [sourceId],
    },
    {
      name: "desk: 50 imports with problems",
      perspective: "raw",
      groq: `*[_type == "importRecord" && count(problems) > 0] | order(importedAt desc) [0...50] {_id, importedAt, "headline": article->headline, "language": article->language, "source": article->infoSources[0].source->name, "problems": problems[].code}`,
      sql: `SELECT json_object('_id', d.id, 'importedAt', d.imported, 'headline', a.headline, 'language', a.language,
              'source', (SELECT s.content ->> 'name' FROM documents s WHERE s.id = a.content ->> '$.infoSources[0].source._ref'),
              'problems', (SELECT json_group_array(p.value ->> 'code') FROM json_each(d.content, '$.problems') p))
            FROM documents d LEFT JOIN documents a ON a.id = d.article WHERE d.type = 'importRecord' AND d.problems > 0 ORDER BY d.imported DESC LIMIT 50`,
    },
    ...queueMeasures(queueRow, sourceId, rareWord),
    {
      name: "count of a language",
      perspective: "published",
      groq: `count(*[_type == "article" && language == "ar"])`,
      sql: "SELECT count(*) FROM documents WHERE type = 'article' AND language = 'ar' AND is_draft = 0",
    },
    {
      name: "count of a type's references",
      perspective: "published",
      groq: `count(*[_type == "article" && references($id)])`,
      params: { id: imageId },
      sql: "SELECT count(DISTINCT source) FROM refs WHERE target = ? AND type = 'article' AND is_draft = 0",
      values: [imageId],
    },
    {
      name: "headline match, first 20",
      perspective: "published",
      groq: `*[_type == "article" && headline match $word] | order(publishedAt desc) [0...20] {_id, headline}`,
      params: { word: `${rareWord}*` },
      sql: `SELECT a.id, a.headline FROM search s JOIN documents a ON a.number = s.rowid WHERE search MATCH ? AND a.is_draft = 0 ORDER BY a.published DESC LIMIT 20`,
      values: [`headline : "${rareWord}"*`],
    },
    {
      name: "headline match of a common word",
      perspective: "published",
      groq: `*[_type == "article" && headline match "norhaven"] | order(publishedAt desc) [0...20] {_id, headline}`,
      sql: `SELECT a.id, a.headline FROM documents a WHERE a.type = 'article' AND a.is_draft = 0 AND a.number IN (SELECT rowid FROM search WHERE search MATCH 'headline : norhaven') ORDER BY a.published DESC LIMIT 20`,
    },
    // The hard ones.
    {
      name: "group counts by language",
      perspective: "published",
      groq: `{${languages.map((language) => `"${language}": count(*[_type == "article" && language == "${language}"])`).join(", ")}}`,
      sql: "SELECT language, count(*) FROM documents WHERE type = 'article' AND is_draft = 0 GROUP BY language",
    },
    {
      name: "array::unique of languages",
      perspective: "published",
      groq: `array::unique(*[_type == "article"].language)`,
      sql: "SELECT DISTINCT language FROM documents WHERE type = 'article' AND is_draft = 0",
    },
    {
      name: "range of dates, first 20",
      perspective: "published",
      groq: `*[_type == "article" && language == "ar" && publishedAt >= $from && publishedAt < $to] | order(publishedAt) [0...20] {_id, headline, publishedAt}`,
      params: { from: "2024-01-03T00:00:00Z", to: "2024-01-05T00:00:00Z" },
      sql: `SELECT id, headline, published FROM documents WHERE type = 'article' AND is_draft = 0 AND language = 'ar' AND published >= ? AND published < ? ORDER BY published LIMIT 20`,
      values: ["2024-01-03T00:00:00Z", "2024-01-05T00:00:00Z"],
    },
    {
      name: "deep path: one picture in the body",
      perspective: "published",
      groq: `*[_type == "article" && $id in body[].image._ref]{_id, headline}`,
      params: { id: imageId },
      sql: `SELECT DISTINCT a.id, a.headline FROM refs r JOIN documents a ON a.id = r.source WHERE r.target = ? AND r.type = 'article' AND r.is_draft = 0`,
      values: [imageId],
    },
    {
      name: "body match, first 20",
      perspective: "published",
      groq: `*[_type == "article" && pt::text(body) match $words] | order(publishedAt desc) [0...20] {_id, headline}`,
      params: { words: "quieter cistern" },
      sql: `SELECT a.id, a.headline FROM documents a WHERE a.type = 'article' AND a.is_draft = 0 AND a.number IN (SELECT rowid FROM search WHERE search MATCH 'body : (quieter cistern)') ORDER BY a.published DESC LIMIT 20`,
    },
    {
      name: "newest 20 with sources and pictures",
      perspective: "published",
      groq: `*[_type == "article"] | order(publishedAt desc) [0...20] {_id, headline, "sources": infoSources[].source->name, "picture": leadImage.image->{creditLine, "source": source->name}}`,
      sql: `SELECT a.id, a.headline, (SELECT json_group_array(s.content ->> 'name') FROM json_each(a.content, '$.infoSources') e JOIN documents s ON s.id = e.value ->> '$.source._ref'),
              (SELECT json_object('creditLine', i.content ->> 'creditLine', 'source', (SELECT s.content ->> 'name' FROM documents s WHERE s.id = i.content ->> '$.source._ref')) FROM documents i WHERE i.id = a.content ->> '$.leadImage.image._ref')
            FROM documents a WHERE a.type = 'article' AND a.is_draft = 0 ORDER BY a.published DESC LIMIT 20`,
    },
    {
      name: "articles without a picture, count",
      perspective: "published",
      groq: `count(*[_type == "article" && !defined(leadImage)])`,
      sql: "SELECT count(*) FROM documents WHERE type = 'article' AND is_draft = 0 AND content ->> 'leadImage' IS NULL",
    },
    // groq-js tries every pair of documents for these.
    {
      name: "join: sources with their counts",
      perspective: "published",
      groq: `*[_type == "source"]{_id, name, "articles": count(*[_type == "article" && references(^._id)])}`,
      sql: `SELECT d.id, d.content ->> 'name', (SELECT count(DISTINCT source) FROM refs WHERE target = d.id AND type = 'article' AND is_draft = 0) FROM documents d WHERE d.type = 'source' AND d.is_draft = 0`,
    },
    {
      name: "join: three newest of each source",
      perspective: "published",
      groq: `*[_type == "source"]{_id, "newest": *[_type == "article" && references(^._id)] | order(publishedAt desc) [0...3]{_id, headline}}`,
      sql: `SELECT d.id, (SELECT json_group_array(json_object('_id', t.id, 'headline', t.headline)) FROM (SELECT a.id, a.headline FROM refs r JOIN documents a ON a.id = r.source WHERE r.target = d.id AND r.type = 'article' AND r.is_draft = 0 ORDER BY r.published DESC LIMIT 3) t) FROM documents d WHERE d.type = 'source' AND d.is_draft = 0`,
    },
    {
      name: "sub-query: of the busiest credit lines",
      perspective: "published",
      groq: `*[_type == "article" && leadImage.image._ref in *[_type == "newsImage" && creditLine == "REUTERS/Greta Hollis"]._id] | order(publishedAt desc) [0...20] {_id, headline}`,
      sql: `SELECT a.id, a.headline FROM documents a JOIN documents i ON i.id = a.content ->> '$.leadImage.image._ref' WHERE a.type = 'article' AND a.is_draft = 0 AND i.content ->> 'creditLine' = 'REUTERS/Greta Hollis' ORDER BY a.published DESC LIMIT 20`,
    },
  ];
}
