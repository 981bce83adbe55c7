import { isDeepStrictEqual } from "node:util";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { isAsset } from "../core/asset-addresses.ts";
import { isLakeDocument, type LakeDocument } from "../core/dataset.ts";
import { layerOf, publishedIdOf } from "../core/document-id.ts";
import { applyEffect } from "../core/effects.ts";
import { referencesIn } from "../core/references.ts";
import { lakeFileError } from "./lake-file-error.ts";
import { textOf, type Row } from "./statements.ts";
import { effectsOfRow } from "./transaction-log.ts";

/** What a check found in a database. */
interface DatabaseCheck {
  readonly documents: number;
  readonly transactions: number;
  /** One sentence for each damage, without a full stop. */
  readonly damage: readonly string[];
  /** The documents of assets that can be read, by their datasets. */
  readonly assets: readonly { readonly dataset: string; readonly document: LakeDocument }[];
}

/** Without the slug, which SQLite works out of the text: of text that is damaged it cannot. */
const selectDocuments =
  "SELECT dataset, id, published_id, layer, type, revision, content FROM documents ORDER BY dataset, id";

/**
 * Checks everything that a lake's database says twice: its pages and indexes, each document against its row and its
 * references, the log of transactions as a chain, and each document against what the log makes of it.
 *
 * Reads the whole file; memory grows with the longest history of a document and the number of assets. Goes on behind
 * damage as far as it can.
 */
export function checkDatabase(database: DatabaseSync): DatabaseCheck {
  const damage: string[] = [];
  const assets: { readonly dataset: string; readonly document: LakeDocument }[] = [];
  /** Damaged pages end a walk through a table, not the check. */
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof Error && "errcode" in error)) throw error;
      damage.push(`A part of lake.sqlite cannot be read: ${lakeFileError(error)?.message ?? error.message}`);
      return false;
    }
  };

  attempt(() => {
    for (const row of database.prepare("PRAGMA integrity_check(100)").iterate()) {
      // One row may say several things, each on a line of its own, under a heading with asterisks.
      for (const line of textOf(row, "integrity_check").split("\n")) {
        if (line !== "ok" && !line.startsWith("***")) damage.push(`lake.sqlite is damaged: ${line}`);
      }
    }
  });
  let documents = 0;
  /** The references that each document holds, as `<strong> <target>`. */
  const held = new Map<string, Set<string>>();
  const unreadable = new Set<string>();
  const isWalked = attempt(() => {
    for (const row of database.prepare(selectDocuments).iterate()) {
      documents += 1;
      const document = documentOf(row);
      if (typeof document === "string") {
        damage.push(document);
        unreadable.add(keyOf(row["dataset"], textOf(row, "id")));
      } else {
        damage.push(...contradictionsOf(row, document));
        const targets = [...referencesIn(document)].map(
          ({ target, strong }) => `${Number(strong)} ${target}`,
        );
        if (targets.length > 0) held.set(keyOf(row["dataset"], document._id), new Set(targets));
        if (isAsset(document)) assets.push({ dataset: textOf(row, "dataset"), document });
      }
    }
  });
  attempt(() => {
    // Of a document that was not reached nothing can be said.
    if (!isWalked) return;
    for (const row of database.prepare("SELECT * FROM document_references").iterate()) {
      const key = keyOf(row["dataset"], textOf(row, "source"));
      if (unreadable.has(key)) continue;
      if (!held.get(key)?.delete(`${Number(row["strong"])} ${textOf(row, "target")}`)) {
        damage.push(
          `A reference from ${named(row["dataset"], row["source"])} is listed that the document does not hold`,
        );
      }
    }
    for (const [key, { size }] of held) {
      const [dataset, id] = key.split("\0");
      if (size > 0) damage.push(`References of ${named(dataset ?? "", id ?? "")} are not listed`);
    }
  });
  attempt(() => damage.push(...checkWords(database)));
  attempt(() => damage.push(...checkCounts(database)));
  attempt(() => damage.push(...checkLog(database)));
  let transactions = 0;
  attempt(() => {
    transactions = Number(database.prepare("SELECT count(*) AS count FROM transactions").get()?.["count"]);
  });
  return { documents, transactions, damage, assets };
}

const keyOf = (dataset: SQLOutputValue | undefined, id: string): string => `${String(dataset)}\0${id}`;

const named = (dataset: SQLOutputValue | undefined, id: SQLOutputValue | undefined): string =>
  `document "${String(id)}" of dataset "${String(dataset)}"`;

/** The document of a row, or what is wrong with it. */
function documentOf(row: Row): LakeDocument | string {
  const name = named(row["dataset"], row["id"]);
  try {
    const document: unknown = JSON.parse(textOf(row, "content"));
    if (!isLakeDocument(document)) return `${sentence(name)} lacks system fields`;
    return document._id === row["id"]
      ? document
      : `${sentence(name)} is stored with the id "${document._id}"`;
  } catch (error) {
    return `${sentence(name)} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function contradictionsOf(row: Row, { _id, _type, _rev }: LakeDocument): readonly string[] {
  const told: readonly (readonly [column: string, value: string])[] = [
    ["type", _type],
    ["revision", _rev],
    ["published_id", publishedIdOf(_id)],
    ["layer", layerOf(_id)],
  ];
  return told
    .filter(([column, value]) => row[column] !== value)
    .map(
      ([column]) =>
        `${sentence(named(row["dataset"], _id))} contradicts its index: ${column.replace("_", " ")}`,
    );
}

/** Whether each document is either in the index of words or listed as missing there, and no other. */
function* checkWords(database: DatabaseSync): Generator<string> {
  const hasIndex = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'document_words'").get();
  // The lake that wrote the file had none.
  if (!hasIndex) return;
  const missing = database
    .prepare(
      `SELECT dataset, id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM document_words_docsize w WHERE w.id = d.rowid)
         AND NOT EXISTS (SELECT 1 FROM unindexed_documents u WHERE u.document = d.rowid)`,
    )
    .all();
  for (const row of missing) yield `Searches cannot find ${named(row["dataset"], row["id"])}`;
  const left = database
    .prepare(
      `SELECT count(*) AS count FROM document_words_docsize w WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.rowid = w.id)
         AND NOT EXISTS (SELECT 1 FROM unindexed_documents u WHERE u.document = w.id)`,
    )
    .get();
  if (Number(left?.["count"]) > 0) yield "The index of words has documents that do not exist";
}

/** Whether the documents of each type are as many as the lake says that they are. */
function* checkCounts(database: DatabaseSync): Generator<string> {
  const isCounted = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'document_counts'").get();
  // The lake that wrote the file did not count.
  if (!isCounted) return;
  const wrong = database
    .prepare(
      `SELECT dataset, type FROM (
         SELECT dataset, type, stored, published, seen_in_drafts FROM document_counts WHERE stored <> 0
         UNION ALL
         SELECT dataset, type, count(*), sum(layer = ''), sum(hidden = 0) FROM documents GROUP BY dataset, type
       ) GROUP BY dataset, type
       HAVING count(*) <> 2 OR min(stored) <> max(stored) OR min(published) <> max(published)
         OR min(seen_in_drafts) <> max(seen_in_drafts)`,
    )
    .all();
  for (const { dataset, type } of wrong) {
    yield `The number of documents of type "${String(type)}" in dataset "${String(dataset)}" is not the one that is counted`;
  }
}

/** Whether each document is what the transactions made of it, one upon the other. */
function* checkLog(database: DatabaseSync): Generator<string> {
  const rows = database
    .prepare(
      `SELECT c.*, t.id AS transaction_id, (SELECT sequence FROM history_starts s WHERE s.dataset = c.dataset) AS start
       FROM changes c LEFT JOIN transactions t ON t.sequence = c.sequence AND t.dataset = c.dataset
       ORDER BY c.dataset, c.document, c.sequence`,
    )
    .iterate();
  const content = database.prepare("SELECT content FROM documents WHERE dataset = ? AND id = ?");
  const stored = (dataset: string, id: string): LakeDocument | string | undefined => {
    const row = content.get(dataset, id);
    return row && documentOf({ ...row, dataset, id });
  };
  for (const history of historiesIn(rows)) {
    const [first] = history;
    if (first === undefined) continue;
    const [dataset, id] = [textOf(first, "dataset"), textOf(first, "document")];
    const document = stored(dataset, id);
    // Said already.
    if (typeof document === "string") continue;
    const trouble = chainTrouble(history, document) ?? replayTrouble(history, document);
    if (trouble !== undefined) yield `The history of ${named(dataset, id)} ${trouble}`;
  }
  // The history of a dataset is read by what its transactions name.
  const reached = database
    .prepare(
      `SELECT count(*) AS count FROM transactions t CROSS JOIN json_each(t.results) r CROSS JOIN changes c
         ON c.dataset = t.dataset AND c.document = r.value ->> 'id' AND c.sequence = t.sequence`,
    )
    .get();
  const all = database.prepare("SELECT count(*) AS count FROM changes").get();
  if (Number(reached?.["count"]) < Number(all?.["count"])) {
    yield "The log has changes of documents that none of its transactions names";
  }
  const unknown = database
    .prepare(
      `SELECT dataset, id FROM documents d WHERE NOT EXISTS (
         SELECT 1 FROM changes c WHERE c.dataset = d.dataset AND c.document = d.id
       ) AND NOT EXISTS (SELECT 1 FROM history_starts s WHERE s.dataset = d.dataset)`,
    )
    .all();
  for (const row of unknown) yield `${sentence(named(row["dataset"], row["id"]))} has no history`;
}

/** Consecutive rows of one document, together. */
function* historiesIn(rows: Iterable<Row>): Generator<readonly Row[]> {
  let history: Row[] = [];
  for (const row of rows) {
    const [first] = history;
    if (first && (first["dataset"] !== row["dataset"] || first["document"] !== row["document"])) {
      yield history;
      history = [];
    }
    history.push(row);
  }
  yield history;
}

/** What breaks the chain of revisions from the first change that is kept to the document. */
function chainTrouble(history: readonly Row[], document: LakeDocument | undefined): string | undefined {
  let revision: SQLOutputValue = null;
  for (const [index, row] of history.entries()) {
    const transaction = row["transaction_id"];
    if (typeof transaction !== "string") return "names a transaction that is missing";
    const isThinned = index === 0 && row["start"] !== null;
    if (!isThinned && row["previous_revision"] !== revision) {
      return `has a gap before transaction "${transaction}"`;
    }
    revision = row["deleted"] === 1 ? null : transaction;
  }
  if (revision === (document?._rev ?? null)) return undefined;
  return document === undefined
    ? "ends with a document that is missing"
    : "does not lead to its present revision";
}

/** What the effects make of the document, one upon the other, beside the document itself. */
function replayTrouble(history: readonly Row[], document: LakeDocument | undefined): string | undefined {
  const { _rev, ...present } = document ?? {};
  const [first] = history;
  try {
    if (first?.["previous_revision"] !== null) {
      // The beginning was thinned out: what is left can only be walked back.
      history.reduceRight<Content | null>(
        (state, row) => applyEffect(effectsOfRow(row).revert, state),
        document ? present : null,
      );
      return undefined;
    }
    const made = history.reduce<Content | null>(
      (state, row) => applyEffect(effectsOfRow(row).apply, state),
      null,
    );
    // And the way back, which readers of history take.
    history.reduceRight<Content | null>((state, row) => applyEffect(effectsOfRow(row).revert, state), made);
    return isDeepStrictEqual(made, document ? present : null) ? undefined : "does not give what it says now";
  } catch (error) {
    return `cannot be followed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Content = Readonly<Record<string, unknown>>;
