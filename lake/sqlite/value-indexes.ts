import {
  isLakeDocument,
  type AskedKey,
  type DocumentKey,
  type KeyReader,
  type KeyValue,
  type LakeDocument,
  type ReadKey,
} from "../core/dataset.ts";
import { membersOfKey } from "../core/members-key.ts";
import { indexedRows, seenColumns, seenIn, type Seen } from "./indexed-rows.ts";
import { nameOfKey } from "./key-indexes.ts";
import { textOf, type Statements } from "./statements.ts";
import { withoutWaiting } from "./writer-settings.ts";

/** The indexes of values, on the connection that writes. */
export interface ValueIndexes {
  /** Makes the indexes say of a document what is written, within the caller's transaction. */
  keepUp(dataset: string, before: LakeDocument | null, after: LakeDocument | null): void;
  /** Notes that the perspective "drafts" shows a document, or shows it no longer. */
  hide(dataset: string, id: string, isHidden: boolean): void;
  /** Hears that a query would have used an index. Those that are asked for again and again are made. */
  ask(asked: AskedKey): void;
  /**
   * Works on what is asked for, for a few milliseconds.
   *
   * @returns Whether there is more to do.
   */
  work(): boolean;
}

/** Each index makes every write of a document of its type a little slower. */
const mostOfType = 12;
/** What is read once by every query through the type is read as fast without an index. */
const defaultWorthwhile = 1000;
/** A query that was asked once may never be asked again. */
const timesAsked = 2;
const stepMs = 10;
const readAtOnce = 20;

/** What nobody has asked for in so many days goes. */
const daysUnasked = 30;
const mostWishes = 1000;
/** The dataset of indexes that were dropped and are not yet cleared away. */
const nowhere = "";

/** An index that exists, complete or not. */
interface ValueIndex {
  readonly number: number;
  readonly dataset: string;
  readonly type: string;
  readonly name: string;
  readonly key: KeyReader;
  /** Whether it is of what a list holds. */
  readonly isOfMembers: boolean;
  asked: string;
  readTo: string | null;
}

interface IndexParts {
  readonly readKey: ReadKey;
  readonly now: () => Date;
  /** What gets indexes as soon as there are enough documents, whether anybody asks or not, and keeps them. Called once, by `work`. */
  readonly expect?: () => readonly AskedKey[];
  /** Types with fewer documents get no indexes. */
  readonly worthwhile?: number;
}

/** Makes indexes for what queries keep asking for, a little at a time, and drops those that nobody asks for any longer. */
export function valueIndexes(
  statements: Statements,
  { readKey, now, expect = () => [], worthwhile = defaultWorthwhile }: IndexParts,
): ValueIndexes {
  const rows = indexedRows(statements);
  const readingBy = (key: DocumentKey): Pick<ValueIndex, "name" | "key" | "isOfMembers"> => ({
    name: nameOfKey(key),
    key: readKey(key),
    isOfMembers: membersOfKey(key) !== undefined,
  });
  const placeOf = (dataset: string, type: string): string => `${dataset}/${type}`;
  const indexes = Map.groupBy(
    statements.all("SELECT * FROM value_indexes WHERE dataset <> ?", nowhere).map((row): ValueIndex => {
      const readTo = row["read_to"];
      return {
        number: Number(row["number"]),
        ...{ dataset: textOf(row, "dataset"), type: textOf(row, "type"), asked: textOf(row, "asked") },
        ...readingBy(keyNamed(textOf(row, "key"))),
        readTo: typeof readTo === "string" ? readTo : null,
      };
    }),
    ({ dataset, type }) => placeOf(dataset, type),
  );
  const dropped = statements
    .all("SELECT number FROM value_indexes WHERE dataset = ?", nowhere)
    .map(({ number }) => Number(number));
  /** Those that were asked for today for the first time. */
  const touched = new Set<ValueIndex>();
  /** How often something was asked for of which there is no index. */
  const wishes = new Map<string, { readonly asked: AskedKey; times: number }>();
  const of = (dataset: string, type: string): readonly ValueIndex[] =>
    indexes.get(placeOf(dataset, type)) ?? [];
  const find = ({ dataset, type, key }: AskedKey): ValueIndex | undefined =>
    of(dataset, type).find(({ name }) => name === nameOfKey(key));
  let expected: readonly AskedKey[] | undefined;
  /** Of what is expected, what has no index so far. */
  let missing: readonly AskedKey[] = [];

  function isUnexpected(index: ValueIndex): boolean {
    return !expected?.some((asked) => find(asked) === index);
  }

  function seenAs(dataset: string, id: string): Seen | undefined {
    const row = statements.get(
      `SELECT ${seenColumns} FROM documents WHERE dataset = ? AND id = ?`,
      ...[dataset, id],
    );
    return row && seenIn(row);
  }

  function remove(dataset: string, { _id, _type }: LakeDocument): void {
    for (const index of of(dataset, _type)) rows.remove(index, _id);
  }

  function drop(index: ValueIndex): void {
    // Its values are taken away later, and its number stays in use until then.
    statements.run(
      "UPDATE value_indexes SET dataset = ?, key = number, read_to = '' WHERE number = ?",
      ...[nowhere, index.number],
    );
    dropped.push(index.number);
    indexes.set(
      placeOf(index.dataset, index.type),
      of(index.dataset, index.type).filter((other) => other !== index),
    );
  }

  /** Puts an index on the list of what is to be made, in the place of the one that was not asked for the longest. */
  function begin(asked: AskedKey): void {
    if (find(asked)) return;
    const { dataset, type, key } = asked;
    const present = of(dataset, type);
    const day = daysBefore(now(), 0);
    const [oldest] = present.filter(isUnexpected).sort((a, b) => (a.asked < b.asked ? -1 : 1));
    if (present.length >= mostOfType) {
      // As long as all are in use, a further one would only take the place of another.
      if (!expected?.includes(asked) && (!oldest || oldest.asked >= day)) return;
      if (oldest) drop(oldest);
    }
    const { lastInsertRowid: number } = statements.run(
      "INSERT INTO value_indexes (dataset, type, key, read_to, asked) VALUES (?, ?, ?, '', ?)",
      ...[dataset, type, nameOfKey(key), day],
    );
    const index = { number, dataset, type, ...readingBy(key), asked: day, readTo: "" };
    indexes.set(placeOf(dataset, type), [...of(dataset, type), index]);
  }

  /** Reads a few more documents into the indexes of a type that are not complete. */
  function fill(unfinished: readonly ValueIndex[], { dataset, type, readTo }: ValueIndex): void {
    const together = unfinished.filter(
      (index) => index.dataset === dataset && index.type === type && index.readTo === readTo,
    );
    const documents = statements.all(
      `SELECT ${seenColumns}, content FROM documents INDEXED BY documents_by_type WHERE dataset = ? AND type = ? AND id > ? ORDER BY id LIMIT ?`,
      ...[dataset, type, readTo, readAtOnce],
    );
    for (const row of documents) {
      const document: unknown = JSON.parse(textOf(row, "content"));
      if (!isLakeDocument(document)) continue;
      const seen = seenIn(row);
      for (const index of together) rows.enter(index, seen, index.key.read(document));
    }
    const last = documents.at(-1);
    const next = documents.length < readAtOnce || !last ? null : textOf(last, "id");
    for (const index of together) {
      statements.run("UPDATE value_indexes SET read_to = ? WHERE number = ?", next, index.number);
      index.readTo = next;
    }
  }

  /** Takes a few values of a dropped index away. */
  function clear(number: number): void {
    if (rows.clear(number, readAtOnce)) return;
    statements.run("DELETE FROM value_indexes WHERE number = ?", number);
    dropped.splice(dropped.indexOf(number), 1);
  }

  /** Hears what is expected, and drops what is neither that nor asked for any longer. */
  function open(): void {
    expected = [];
    expected = expect();
    missing = expected.filter((asked) => !find(asked));
    const unused = daysBefore(now(), daysUnasked);
    for (const index of [...indexes.values()].flat().filter(isUnexpected)) {
      if (index.asked < unused) drop(index);
    }
  }

  /** Puts what is expected on the list of what is to be made, once there are enough documents. */
  function beginExpected(): (() => void) | undefined {
    const due = missing.filter(isWorthwhile);
    if (due.length === 0) return undefined;
    missing = missing.filter((asked) => !due.includes(asked));
    return () => due.forEach(begin);
  }

  /** The next piece of work; `undefined` when there is none. */
  function next(): (() => void) | undefined {
    for (const [place, { asked, times }] of wishes) {
      if (times < timesAsked) continue;
      wishes.delete(place);
      if (isWorthwhile(asked)) return () => begin(asked);
    }
    for (const index of touched) {
      touched.delete(index);
      return () => {
        statements.run("UPDATE value_indexes SET asked = ? WHERE number = ?", index.asked, index.number);
      };
    }
    const unfinished = [...indexes.values()].flat().filter(({ readTo }) => readTo !== null);
    const [first] = unfinished;
    if (first) return () => fill(unfinished, first);
    const [number] = dropped;
    return number === undefined ? undefined : () => clear(number);
  }

  function isWorthwhile({ dataset, type }: AskedKey): boolean {
    const found = statements.get(
      "SELECT 1 AS found FROM documents INDEXED BY documents_by_type WHERE dataset = ? AND type = ? LIMIT 1 OFFSET ?",
      ...[dataset, type, worthwhile - 1],
    );
    return found !== undefined;
  }

  return {
    keepUp(dataset, before, after) {
      if (before && before._type !== after?._type) remove(dataset, before);
      if (!after) return;
      const known = before?._type === after._type ? before : undefined;
      let seen: Seen | undefined;
      for (const index of of(dataset, after._type)) {
        const { fields, read } = index.key;
        if (known && fields.every((field) => known[field] === after[field])) continue;
        const values = read(after);
        if (known && areSame(read(known), values)) continue;
        seen ??= seenAs(dataset, after._id);
        if (seen) rows.enter(index, seen, values);
      }
    },
    hide: rows.hide,
    ask(asked) {
      const index = find(asked);
      if (index) {
        const day = daysBefore(now(), 0);
        if (index.asked !== day) touched.add(index);
        index.asked = day;
        return;
      }
      const place = `${placeOf(asked.dataset, asked.type)} ${nameOfKey(asked.key)}`;
      const wish = wishes.get(place);
      if (wish) wish.times += 1;
      else if (wishes.size < mostWishes) wishes.set(place, { asked, times: 1 });
    },
    work() {
      if (!expected) statements.atomically(open);
      const first = beginExpected() ?? next();
      if (!first) return false;
      const end = performance.now() + stepMs;
      // What is lost with the power is read again: only what somebody was told is worth waiting for the disk.
      withoutWaiting(statements, () => {
        for (
          let step: (() => void) | undefined = first;
          step;
          step = performance.now() < end ? next() : undefined
        ) {
          step();
        }
      });
      return true;
    },
  };
}

const dayMs = 24 * 60 * 60 * 1000;
const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);

const keyNamed = (name: string): DocumentKey => {
  const parsed: unknown = JSON.parse(name);
  return Array.isArray(parsed) ? parsed : name;
};

function areSame(before: readonly KeyValue[], after: readonly KeyValue[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ kind, value, isMissing }, place) => {
      const other = after[place];
      return kind === other?.kind && value === other.value && isMissing === other.isMissing;
    })
  );
}
