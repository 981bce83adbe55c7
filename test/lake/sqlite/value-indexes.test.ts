import type { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../lake/core/clock.ts";
import type { AskedKey, Condition, Dataset, DocumentKey, View } from "../../../lake/core/dataset.ts";
import { keyOfMembers } from "../../../lake/core/members-key.ts";
import { openDataset } from "../../../lake/core/open-dataset.ts";
import { readKey } from "../../../lake/query/read-key.ts";
import { idsSelectedBy } from "../../../lake/query/select-ids.ts";
import { documentStore } from "../../../lake/sqlite/document-store.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { statementsOf } from "../../../lake/sqlite/statements.ts";
import { valueIndexes, type ValueIndexes } from "../../../lake/sqlite/value-indexes.ts";

const drafts: View = { layers: ["drafts", ""] };
const published: View = { layers: [""] };
const articles: Condition = { kind: "type", values: ["article"] };

let database: DatabaseSync;
let indexes: ValueIndexes;
let dataset: Dataset;
let day: string;
let expected: readonly AskedKey[] = [];

function open(): void {
  const statements = statementsOf(database);
  const now = (): Date => new Date(`${day}T10:00:00Z`);
  indexes = valueIndexes(statements, { readKey, now, expect: () => expected, worthwhile: 3 });
  const store = documentStore(statements, "production", { valueIndexes: indexes, onAsked: indexes.ask });
  dataset = openDataset({
    ...{ projectId: "copydesk", name: "production", store, clock: systemClock, idsSelectedBy },
    log: () => {},
  });
}
beforeEach(() => {
  day = "2026-11-28";
  expected = [];
  database = openDatabase(":memory:");
  open();
  write({ _id: "a", n: 2 }, { _id: "b", n: "text" }, { _id: "c", n: 10 }, { _id: "d" });
});
afterEach(() => database.close());

function write(...documents: readonly object[]): void {
  const mutations = documents.map((document) => ({ createOrReplace: { _type: "article", ...document } }));
  dataset.commit({ author: "me", mutations });
}

/** `dateTime(at)` */
const dateTimeOfAt = JSON.stringify({
  ...{ type: "FuncCall", namespace: "global", name: "dateTime" },
  args: [{ type: "AccessAttribute", name: "at" }],
});

const asked = (key: DocumentKey, type = "article"): AskedKey => ({ dataset: "production", type, key });

function make(...keys: readonly DocumentKey[]): void {
  for (const key of [...keys, ...keys]) indexes.ask(asked(key));
  while (indexes.work());
}

/** The keys of the indexes that there are. */
function present(): readonly unknown[] {
  const rows = database.prepare("SELECT key FROM value_indexes WHERE read_to IS NULL ORDER BY number").all();
  return rows.map(({ key }) => key);
}

const values = (): readonly unknown[] => database.prepare("SELECT id FROM indexed_values").all();

/** The ids of the articles in the order of a field. */
function inOrder(view: View): readonly string[] {
  const order = [{ key: ["n"], descending: false }];
  return (
    dataset.exactly?.page({ condition: articles, view, order, from: 0, to: 10 }).map(({ _id }) => _id) ?? []
  );
}

describe("valueIndexes()", () => {
  it("makes an index of what is asked for a second time, and of nothing before", () => {
    indexes.ask(asked(["n"]));
    expect(indexes.work()).toBe(false);
    make(["n"]);
    expect(present()).toEqual(['["n"]']);
    expect(inOrder(drafts)).toEqual(["a", "c", "b", "d"]);
  });

  it("makes none for a type of few documents", () => {
    write({ _id: "s", _type: "source", n: 1 });
    for (let times = 0; times < 3; times += 1) indexes.ask(asked(["n"], "source"));
    while (indexes.work());
    expect(present()).toEqual([]);
  });

  it("is kept right by every write, also by those while it is being made", () => {
    write(...Array.from({ length: 60 }, (_, number) => ({ _id: `m${number}`, n: 100 + number })));
    for (let times = 0; times < 2; times += 1) indexes.ask(asked(["n"]));
    indexes.work();
    write({ _id: "a", n: 200 }, { _id: "drafts.c", n: 1 });
    while (indexes.work());
    write({ _id: "d", n: 0 });
    dataset.commit({ author: "me", mutations: [{ delete: { id: "b" } }, { delete: { id: "m0" } }] });
    expect(inOrder(drafts).slice(0, 3)).toEqual(["d", "c", "m1"]);
    expect(inOrder(published).slice(0, 3)).toEqual(["d", "c", "m1"]);
    expect(
      dataset.exactly?.page({
        condition: articles,
        view: drafts,
        order: [{ key: ["n"], descending: true }],
        to: 1,
      }),
    ).toMatchObject([{ _id: "a" }]);
    dataset.commit({ author: "me", mutations: [{ delete: { id: "drafts.c" } }] });
    expect(inOrder(drafts).slice(0, 2)).toEqual(["d", "c"]);
    expect(
      dataset.exactly?.page({
        condition: articles,
        view: drafts,
        order: [{ key: ["n"], descending: false }],
        from: 1,
        to: 2,
      }),
    ).toMatchObject([{ n: 10 }]);
  });

  it("numbers the kinds of values as the files that are about say", () => {
    write({ _id: "e", n: true, at: "2026-11-28T10:00:00Z" }, { _id: "f", n: [1] });
    make(["n"], dateTimeOfAt);
    const stored = database
      .prepare(
        "SELECT id, kind, value, missing FROM indexed_values WHERE value IS NOT NULL OR number = 1 ORDER BY id, kind",
      )
      .all()
      .map(({ id, kind, value, missing }) => [id, kind, value, missing]);
    expect(stored).toEqual([
      ["a", 1, 2, 0],
      ["b", 2, "text", 0],
      ["c", 1, 10, 0],
      ["d", 4, null, 1],
      ["e", 0, Date.UTC(2026, 10, 28, 10), 0],
      ["e", 3, 1, 0],
      ["f", 4, null, 0],
    ]);
  });

  it("puts values of all kinds into the order that they have without an index", () => {
    write({ _id: "e", n: true }, { _id: "f", n: [1] }, { _id: "g", n: false }, { _id: "h", n: 2.5 });
    const before = inOrder(published);
    make(["n"]);
    expect(inOrder(published)).toEqual(before);
    expect(before).toEqual(["a", "h", "c", "b", "g", "e", "d", "f"]);
  });

  it("finds nothing that would have to be of two types", () => {
    make(["n"]);
    const sources: Condition = { kind: "type", values: ["source"] };
    const condition: Condition = { kind: "and", of: [articles, sources] };
    const order = [{ key: ["n"], descending: false }];
    expect(dataset.exactly?.page({ condition, view: drafts, order })).toEqual([]);
  });

  it.each(["for good", "while the process runs"] as const)(
    "leaves a lake that lasts %s as durable as it was",
    (durability) => {
      database.close();
      database = openDatabase(":memory:", durability);
      open();
      write({ _id: "a", n: 2 }, { _id: "b" }, { _id: "c" });
      const synchronous = (): unknown => database.prepare("PRAGMA synchronous").get();
      const before = synchronous();
      make(["n"]);
      expect(present()).toEqual(['["n"]']);
      expect(synchronous()).toEqual(before);
    },
  );

  it("forgets a document that becomes one of another type", () => {
    make(["n"]);
    write({ _id: "a", _type: "source", n: 3 });
    expect(inOrder(drafts)).toEqual(["c", "b", "d"]);
  });

  it("makes no more than twelve for a type as long as all are in use", () => {
    const keys = Array.from({ length: 14 }, (_, number) => [`f${number}`]);
    for (const key of keys) make(key);
    expect(present()).toHaveLength(12);
    day = "2026-11-29";
    make(...keys.slice(1, 12));
    make(["later"]);
    expect(present()).toContain('["later"]');
    expect(present()).not.toContain('["f0"]');
    expect(present()).toHaveLength(12);
  });

  it("drops what nobody has asked for in a month, with its values", () => {
    make(["n"], ["m"]);
    day = "2026-12-20";
    make(["m"]);
    day = "2027-01-10";
    open();
    while (indexes.work());
    expect(present()).toEqual(['["m"]']);
    expect(values()).toHaveLength(4);
  });

  it("makes an index of what is expected as soon as there are enough documents, before anybody asks", () => {
    expected = [asked(["n"]), asked(["n"], "source")];
    open();
    write({ _id: "s1", _type: "source", n: 3 }, { _id: "s2", _type: "source", n: 4 });
    while (indexes.work());
    expect(present()).toEqual(['["n"]']);
    expect(inOrder(drafts)).toEqual(["a", "c", "b", "d"]);
    write({ _id: "s3", _type: "source" });
    while (indexes.work());
    expect(present()).toEqual(['["n"]', '["n"]']);
  });

  it("keeps what is expected, whatever else is asked for and however long nobody asks for it", () => {
    expected = [asked(["n"])];
    open();
    for (let number = 0; number < 13; number += 1) make([`f${number}`]);
    expect(present()).toContain('["n"]');
    day = "2027-01-10";
    open();
    while (indexes.work());
    expect(present()).toEqual(['["n"]']);
  });

  it("makes room for what is expected, also where all others are in use", () => {
    for (let number = 0; number < 12; number += 1) make([`f${number}`]);
    expected = [asked(["n"])];
    open();
    while (indexes.work());
    expect(present()).toHaveLength(12);
    expect(present()).toContain('["n"]');
  });

  describe("of what lists hold", () => {
    const tags = keyOfMembers({ list: ["tags"], within: [] });
    const members = (): readonly unknown[] =>
      database
        .prepare("SELECT id, kind, value, hidden, published FROM indexed_members ORDER BY id, kind, value")
        .all()
        .map(({ id, kind, value, hidden, published: isPublished }) => [id, kind, value, hidden, isPublished]);

    it("has each number, text, true and false of a list once, and nothing of what is no list", () => {
      write({ _id: "a", tags: ["x", "x", 2, true, null, ["y"], { k: 1 }] }, { _id: "b", tags: "x" });
      make(tags);
      expect(members()).toEqual([
        ["a", 1, 2, 0, 1],
        ["a", 2, "x", 0, 1],
        ["a", 3, 1, 0, 1],
      ]);
    });

    it("has one row for halves of characters, which are all the same to it", () => {
      write({ _id: "a", tags: ["\ud800", "\udfff"] });
      make(tags);
      write({ _id: "b", tags: ["\ud800", "\udfff"] });
      expect(members()).toHaveLength(2);
    });

    it("is kept right by every write, also by those while it is being made", () => {
      write(...Array.from({ length: 60 }, (_, number) => ({ _id: `m${number}`, tags: ["m"] })));
      for (let times = 0; times < 2; times += 1) indexes.ask(asked(tags));
      indexes.work();
      write({ _id: "a", tags: ["x"] }, { _id: "z", tags: ["x", "y"] });
      while (indexes.work());
      write({ _id: "z", tags: ["y", "z"] }, { _id: "drafts.a", tags: [] }, { _id: "m0", tags: "m" });
      expect(members().filter((row) => !String(row).includes(",m,"))).toEqual([
        ["a", 2, "x", 1, 1],
        ["z", 2, "y", 0, 1],
        ["z", 2, "z", 0, 1],
      ]);
      expect(members()).toHaveLength(62);
      dataset.commit({ author: "me", mutations: [{ delete: { id: "drafts.a" } }, { delete: { id: "z" } }] });
      expect(members()).toContainEqual(["a", 2, "x", 0, 1]);
      write({ _id: "a", _type: "source", tags: ["x"] });
      expect(members()).toHaveLength(59);
    });

    it("is dropped with its rows when nobody asks any longer", () => {
      write({ _id: "a", tags: ["x"] });
      make(tags);
      day = "2027-01-10";
      open();
      while (indexes.work());
      expect(present()).toEqual([]);
      expect(members()).toEqual([]);
    });
  });

  it("goes on after a restart where it was", () => {
    write(...Array.from({ length: 60 }, (_, number) => ({ _id: `m${number}`, n: 100 + number })));
    for (let times = 0; times < 2; times += 1) indexes.ask(asked(["n"]));
    indexes.work();
    open();
    while (indexes.work());
    expect(present()).toEqual(['["n"]']);
    expect(values()).toHaveLength(64);
  });
});
