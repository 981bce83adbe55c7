import { expect, test } from "vitest";
import { sourceFiles } from "../../support/source-files.ts";

/** From the lowest up: what is stored, the way to it, and what plans, keeps account of and writes it. */
const rooms = ["dataset", "lake-connection", "plan", "runs", "upsert"];

const sources = sourceFiles("importer", "schemas").filter(({ path }) =>
  ["schemas", ...rooms.map((room) => `importer/${room}`)].some((folder) => path.startsWith(`${folder}/`)),
);

/** Decisions about a dataset, each with a text that gives it away and the one file that may hold that. */
const decisions: readonly { readonly name: string; readonly sign: RegExp; readonly home: string }[] = [
  {
    name: "what a document's content is",
    sign: /(?:function|const) contentOf\b/,
    home: "importer/dataset/content.ts",
  },
  {
    name: "which JSON stands for equal content",
    sign: /(?:function|const) canonical/,
    home: "schemas/canonical-json.ts",
  },
  {
    name: "what says how strongly a reference holds",
    sign: /"_strengthenOnPublish"/,
    home: "schemas/reference-strength.ts",
  },
  {
    name: "what a stored document is",
    sign: /_id: z\.string\(\), _type: z\.string\(\)|_type: string;\s*readonly _rev: string/,
    home: "importer/dataset/stored-document.ts",
  },
  {
    name: "what a mutation is",
    sign: /ifRevisionID\??: (?:z\.)?string/,
    home: "importer/dataset/mutation.ts",
  },
  {
    name: "what holds a write to the revision that was read",
    sign: /ifRevisionID: _rev/,
    home: "importer/dataset/mutation.ts",
  },
  {
    name: "what the transactions of the importer are called",
    sign: /"import-"/,
    home: "importer/dataset/transaction.ts",
  },
  {
    name: "what an entry of the history is",
    sign: /"runHistory"[);]/,
    home: "schemas/import-record.ts",
  },
  {
    name: "what a run wrote for a story",
    sign: /\.before \?\? "\{\}"/,
    home: "importer/dataset/run-history.ts",
  },
  {
    name: "how documents are read by their ids",
    sign: /"\*\[_id in \$ids\]"/,
    home: "importer/lake-connection/fetch-documents.ts",
  },
  {
    name: "what an answer of the lake that is no list means",
    sign: /Array\.isArray\(answer\)|z\s*\.array\([^)]*\)\s*\.parse\(await lake\.read/,
    home: "importer/lake-connection/read-rows.ts",
  },
  {
    name: "how much two versions of one thing have in common",
    sign: /\balikeFrom =/,
    home: "importer/plan/align/likely-pairs.ts",
  },
];

test.each(decisions)("$name is decided in one file", ({ sign, home }) => {
  expect(sources.filter(({ text }) => sign.test(text)).map(({ path }) => path)).toEqual([home]);
});

test("a story gets the keys and ids of what was imported before in one place", () => {
  const align = /^importer\/plan\/align\/align-(?:keys|images)\.ts$/;
  const users = sources.filter(({ imports }) => imports.some(({ target }) => align.test(target)));
  expect(users.map(({ path }) => path)).toEqual(["importer/plan/resolve-story.ts"]);
});

test("of the rooms around a dataset each knows only those below it, their types included", () => {
  const roomOf = (path: string): number => rooms.indexOf(path.split("/")[1] ?? "");
  const upwards = sources
    .filter(({ path }) => path.startsWith("importer/"))
    .flatMap(({ path, imports }) => imports.map(({ target }) => ({ path, target })))
    .filter(({ target }) => target.startsWith("importer/"))
    .filter(({ path, target }) => roomOf(target) > roomOf(path));
  expect(upwards).toEqual([]);
});
