import {
  isLakeDocument,
  isRecord,
  type AskedKey,
  type AskedWords,
  type Condition,
  type LakeDocument,
  type OrderKey,
  type Page,
  type View,
} from "../core/dataset.ts";
import {
  draftsLayer,
  idInLayer,
  layerOf,
  publishedIdOf,
  publishedLayer,
  releaseOf,
} from "../core/document-id.ts";
import { valueKinds } from "../core/value-kinds.ts";
import { measureDocument } from "../core/measure-json.ts";
import type { DocumentStore } from "../core/document-store.ts";
import { referencesGained, referencesIn } from "../core/references.ts";
import { isIndexedAlike } from "../text/indexed-words.ts";
import { isIndexable, type Fragment } from "./condition-place.ts";
import { oneOf } from "./condition-sql.ts";
import { distinctSql, distinctValues, mostSteps, numbersByValue } from "./distinct-sql.ts";
import { keysAsked } from "./asked-keys.ts";
import { isListed, keysOfOrder } from "./order-access.ts";
import { keyIndexes, nameOfKey, typeOfAll, type KeyIndexes } from "./key-indexes.ts";
import type { PageMeans } from "./page-means.ts";
import { jointCountsSql } from "./joint-counts-sql.ts";
import { countSql, pageSql } from "./page-sql.ts";
import type { ValueIndexes } from "./value-indexes.ts";
import { documentCache, largeCache } from "./document-cache.ts";
import { textOfDocument } from "./document-text.ts";
import { textOf, type Row, type Statements } from "./statements.ts";
import { textIndex, type TextIndex } from "./text-index.ts";
import type { Frequency } from "./words-sql.ts";
import { transactionLog } from "./transaction-log.ts";

/** The fields that a row has without its content. */
const columns = { _id: "id", _type: "type", _rev: "revision" } as const;

/** Documents whose fields are read by one statement. */
const readAtOnce = 200;

/** More than these are put in order in some tens of milliseconds. */
const defaultMany = 4000;

/** So many are read and looked at in some milliseconds. */
const defaultFew = 200;

interface StoreOptions {
  /** Whether nobody else writes to the dataset as long as this store is open: what it knows it need not read again. */
  readonly isOnlyWriter?: boolean;
  readonly words?: TextIndex;
  /** Kept right with every write. */
  readonly valueIndexes?: ValueIndexes;
  /** Hears what queries ask for, whether there is an index of it or not. */
  readonly onAsked?: (asked: AskedKey) => void;
  /** As in {@link PageMeans}. */
  readonly many?: number;
  /** Characters of documents to keep. Of more at once only what is asked for is read: they would push out themselves. */
  readonly cached?: number;
  /** As in `ExactSource`. */
  readonly few?: number;
}

/** Documents and history of one dataset in SQLite. */
export function documentStore(
  statements: Statements,
  dataset: string,
  options: StoreOptions = {},
): DocumentStore {
  const { words = textIndex(statements), valueIndexes, onAsked = () => {}, many = defaultMany } = options;
  const { isOnlyWriter = false, few = defaultFew, cached = largeCache } = options;
  const log = transactionLog(statements, dataset);
  const cache = documentCache(cached);

  function read(id: string): LakeDocument | undefined {
    const present = isOnlyWriter ? cache.get(id) : undefined;
    if (present) return present;
    const head = statements.get("SELECT revision FROM documents WHERE dataset = ? AND id = ?", dataset, id);
    if (!head) return undefined;
    const known = cache.get(id, textOf(head, "revision"));
    if (known) return known;
    const row = statements.get("SELECT content FROM documents WHERE dataset = ? AND id = ?", dataset, id);
    if (!row) return undefined;
    const content = textOf(row, "content");
    const document: unknown = JSON.parse(content);
    if (!isLakeDocument(document))
      throw new TypeError(`BUG: document "${id}" is stored without its system fields`);
    // What another writer has just written may yet be undone.
    statements.onceDurable(() => cache.put(document, content.length));
    return document;
  }

  /** Documents with the named fields alone, which are read much faster than the whole of long ones. */
  function readFields(rows: readonly Row[], fields: readonly string[]): ReadonlyMap<string, LakeDocument> {
    const others = fields.filter((field) => !(field in columns));
    const parts = new Map(
      others.length === 0
        ? []
        : statements
            .all(
              `SELECT id, json_object(${others.map(() => "?, content -> ?").join(", ")}) AS part FROM documents WHERE dataset = ? AND id ${oneOf}`,
              ...others.flatMap((field) => [field, `$.${field}`]),
              ...[dataset, JSON.stringify(rows.map((row) => textOf(row, "id")))],
            )
            .map((row): [string, unknown] => [textOf(row, "id"), JSON.parse(textOf(row, "part"))]),
    );
    return new Map(
      rows.map((row): [string, LakeDocument] => {
        const [_id, _type, _rev] = [textOf(row, "id"), textOf(row, "type"), textOf(row, "revision")];
        const part = parts.get(_id);
        // Fields that the query does not name may say anything.
        const document = {
          _createdAt: "",
          _updatedAt: "",
          ...(isRecord(part) ? part : {}),
          _id,
          _type,
          _rev,
        };
        return [_id, document];
      }),
    );
  }

  const none: KeyIndexes = new Map();
  const count = ({ sql, values }: Fragment): number => Number(statements.get(sql, ...values)?.["number"]);
  /** Goes from each type to the next one: what is between is not looked at. */
  const types = (): readonly string[] =>
    statements
      .all(
        `WITH RECURSIVE known (type) AS (
          SELECT min(type) FROM documents WHERE dataset = ?
          UNION ALL SELECT (SELECT min(type) FROM documents WHERE dataset = ? AND type > known.type) FROM known WHERE type IS NOT NULL
        ) SELECT type FROM known WHERE type IS NOT NULL LIMIT 100`,
        ...[dataset, dataset],
      )
      .map((row) => textOf(row, "type"));
  /** What there is for documents of a type. */
  function meansOf(type: string | undefined): PageMeans {
    const indexes = type === undefined ? none : keyIndexes(statements, dataset, type);
    return { dataset, count, many, frequencyOf: remembered(words.frequencyOf), types, indexes };
  }
  /** The same, and a note of what was asked for. */
  function meansFor(condition: Condition, view: View, order: readonly OrderKey[] = []): PageMeans {
    const means = meansOf(typeOfAll(condition));
    keysAsked({ condition, view, order }, means).forEach(onAsked);
    return means;
  }

  function* walk(asked: Page): Generator<LakeDocument> {
    const { condition, view, order, fields } = asked;
    const { sql, values } = pageSql(meansFor(condition, view, order), asked);
    const rows = statements.all(sql, ...values);
    const isHeadsOnly = fields?.every((field) => field in columns) === true;
    const isTooMuch = rows.reduce((total, row) => total + Number(row["size"]), 0) > cached;
    for (let from = 0; from < rows.length; from += readAtOnce) {
      const some = rows.slice(from, from + readAtOnce);
      const known = new Map(
        some.map((row) => {
          const id = textOf(row, "id");
          return [id, cache.get(id, textOf(row, "revision"))];
        }),
      );
      const parts =
        fields !== undefined && (isHeadsOnly || isTooMuch)
          ? readFields(
              some.filter((row) => known.get(textOf(row, "id")) === undefined),
              fields,
            )
          : undefined;
      for (const [id, cached] of known) {
        const found = cached ?? (parts ? parts.get(id) : read(id));
        if (found) yield view.layers ? cache.underPublishedId(found) : found;
      }
    }
  }
  const page = (asked: Page): readonly LakeDocument[] => [...walk(asked)];

  /** @returns The number of its row. */
  function put(before: LakeDocument | null, after: LakeDocument): number {
    const { _id, _type, _rev } = after;
    const content = textOfDocument(before, after);
    if (before?._type === _type) {
      // An UPDATE that does not name the type leaves the indexes by type alone.
      return rowIn(
        statements.get(
          "UPDATE documents SET revision = ?, content = ? WHERE dataset = ? AND id = ? RETURNING rowid",
          ...[_rev, content, dataset, _id],
        ),
      );
    }
    const layer = layerOf(_id);
    return rowIn(
      statements.get(
        `INSERT INTO documents (dataset, id, published_id, layer, type, revision, content, hidden) VALUES (?, ?, ?, ?, ?, ?, ?, ? OR EXISTS (SELECT 1 FROM documents WHERE dataset = ? AND id = ?))
         ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, revision = excluded.revision, content = excluded.content
         RETURNING rowid`,
        ...[dataset, _id, publishedIdOf(_id), layer, _type, _rev, content],
        // The perspective "drafts" shows no versions, and a draft rather than what is published.
        ...[Number(releaseOf(_id) !== undefined), dataset],
        layer === publishedLayer ? idInLayer(_id, draftsLayer) : "",
      ),
    );
  }

  /** @returns The number that its row had. */
  function remove(id: string): number {
    return rowIn(
      statements.get("DELETE FROM documents WHERE dataset = ? AND id = ? RETURNING rowid", dataset, id),
    );
  }

  /** Lists the references of a document anew, unless it holds the same as before. */
  function refer(id: string, before: LakeDocument | null, after: LakeDocument | null): void {
    const isSame = [referencesGained(before, after), referencesGained(after, before)].every(
      ({ length }) => length === 0,
    );
    if (isSame) return;
    if (before)
      statements.run("DELETE FROM document_references WHERE dataset = ? AND source = ?", dataset, id);
    for (const { target, strong } of referencesIn(after)) {
      statements.run(
        "INSERT OR IGNORE INTO document_references VALUES (?, ?, ?, ?)",
        ...[dataset, id, target, Number(strong)],
      );
    }
  }

  /** Notes whether the perspective "drafts" shows a draft instead of a published document. */
  function hide(id: string, isHidden: boolean): void {
    statements.run(
      "UPDATE documents SET hidden = ? WHERE dataset = ? AND id = ? AND hidden <> ?",
      ...[Number(isHidden), dataset, id, Number(isHidden)],
    );
    valueIndexes?.hide(dataset, id, isHidden);
  }

  return {
    ...log,
    select: (condition, view, fields) => page({ condition, view, fields }),
    reshaped: new Set(),
    exactly: {
      few,
      page,
      walk,
      count: (condition, view, most) => count(countSql(meansFor(condition, view), condition, view, most)),
      countTogether(conditions, view) {
        const numbers = new Map<Condition, number>();
        for (const [type, some] of Map.groupBy(conditions, typeOfAll)) {
          const joint =
            type === undefined || some.length < 2
              ? undefined
              : jointCountsSql(meansOf(type), type, some, view);
          const row = joint && statements.get(joint.statement.sql, ...joint.statement.values);
          joint?.counted.forEach((condition, index) => {
            keysAsked({ condition, view }, { dataset }).forEach(onAsked);
            numbers.set(condition, Number(row?.[`n${index}`]));
          });
        }
        return numbers;
      },
      distinct(key, condition, view) {
        const { all, byStep } = distinctSql(meansFor(condition, view), key, { condition, view });
        const rows = byStep ? statements.all(byStep.sql) : [];
        const isAll =
          byStep && rows.length <= mostSteps && rows.every(({ kind }) => kind !== valueKinds.other);
        return distinctValues(isAll ? rows : statements.all(all.sql, ...all.values));
      },
      countByValue(key, condition, view) {
        const { all } = distinctSql(meansFor(condition, view), key, { condition, view });
        return numbersByValue(statements.all(all.sql, ...all.values));
      },
      isIndexed(key, condition, isWished = true) {
        const type = isIndexable(key) ? typeOfAll(condition) : undefined;
        if (type === undefined) return false;
        const isThere = keyIndexes(statements, dataset, type).has(nameOfKey(key));
        // What is there stays there as long as it is in use.
        if (isWished || isThere) onAsked({ dataset, type, key });
        return isThere;
      },
      isInOrder(order, condition, view) {
        const { indexes } = meansFor(condition, view, order);
        return isListed(order) || keysOfOrder(order, view).some((key) => indexes.has(nameOfKey(key)));
      },
    },
    documents: (ids) => ids.flatMap((id) => read(id) ?? []),
    exists: (id) =>
      statements.get("SELECT 1 FROM documents WHERE dataset = ? AND id = ?", dataset, id) !== undefined,
    stronglyReferencing: (id) =>
      statements
        .all(
          "SELECT source FROM document_references WHERE dataset = ? AND target = ? AND strong = 1",
          dataset,
          id,
        )
        .flatMap((row) => read(textOf(row, "source")) ?? []),
    write(commit, outcome, onDurable) {
      const sequence = statements.atomically(() => {
        const followed = words.follow();
        for (const { id, before, after } of commit.changes) {
          refer(id, before, after);
          if (after) {
            const row = put(before, after);
            if (!before || !isIndexedAlike(before, after)) followed.changes(row, after);
          } else followed.changes(remove(id), null);
          if (layerOf(id) === draftsLayer && (before === null) !== (after === null)) {
            hide(publishedIdOf(id), after !== null);
          }
          valueIndexes?.keepUp(dataset, before, after);
        }
        followed.end();
        return log.append(commit, outcome);
      });
      for (const { id } of commit.changes) cache.drop(id);
      statements.onceDurable(() => {
        for (const { id, before, after } of commit.changes) {
          cache.drop(id);
          // Whoever edits a document goes on editing it; what an import creates, nobody asks for at once.
          if (!before || !after) continue;
          const { characters, isExact } = measureDocument(after);
          if (isExact) cache.put(after, characters);
        }
        onDurable(sequence);
      });
    },
  };
}

/** Remembers how often words are, which a statement is made of in several places. */
function remembered(frequencyOf: TextIndex["frequencyOf"]): TextIndex["frequencyOf"] {
  const known = new Map<AskedWords, Frequency>();
  return (words) => {
    const frequency = known.get(words) ?? frequencyOf(words);
    known.set(words, frequency);
    return frequency;
  };
}

/** The number of the row that a statement wrote. */
function rowIn(row: Row | undefined): number {
  if (row === undefined) throw new TypeError("BUG: a document that is changed has no row");
  return Number(row["rowid"]);
}
