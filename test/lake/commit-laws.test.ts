import { join } from "node:path";
import fc from "fast-check";
import { Mutation as MutatorMutation } from "@sanity/mutator";
import { applyPatch as applyMendoza } from "mendoza";
import { expect, it } from "vitest";
import { checkLake } from "../../lake/check-lake.ts";
import type { DocumentChange, LakeDocument } from "../../lake/core/dataset.ts";
import { LakeError } from "../../lake/core/lake-error.ts";
import { openServices } from "../../lake/open-services.ts";
import { isLong } from "../support/is-long.ts";
import { dataFolderOfTest } from "./support/data-folder.ts";

const ids = ["a", "b", "drafts.a", "versions.r.a"] as const;
const id = fc.constantFrom(...ids);
const scalar = fc.constantFrom<unknown>(0, -0, 1, "", "some text", "نص", true, null);
const reference = fc.record({ _ref: id, _weak: fc.constantFrom(true, false) });
const items = fc
  .array(fc.record({ n: scalar, at: fc.oneof(scalar, reference) }), { maxLength: 3 })
  .map((list) => list.map((item, index) => ({ _key: `k${index}`, ...item })));
const value = fc.oneof(scalar, reference, items, fc.record({ p: fc.oneof(scalar, reference) }));

const content = fc.record(
  { title: value, list: items, deep: value, "two words": value },
  { requiredKeys: [] },
);
const document = fc
  .tuple(id, fc.constantFrom("s", "t"), content)
  .map(([_id, _type, fields]) => ({ _id, _type, ...fields }));
const path = fc.constantFrom(
  ...["title", "list", "deep", "deep.p", "list[0]", "list[-1].n", 'list[_key=="k1"].at', "list[*].n", "..p"],
  ...["two words", "['two words']", "constructor", "__proto__", "toString.x", "title.x", "list[7]", "*"],
);
const patch = fc.oneof(
  fc.dictionary(path, value, { minKeys: 1, maxKeys: 2 }).map((set) => ({ set })),
  fc.dictionary(path, value, { minKeys: 1, maxKeys: 2 }).map((setIfMissing) => ({ setIfMissing })),
  fc.array(path, { minLength: 1, maxLength: 2 }).map((unset) => ({ unset })),
  fc.tuple(path, value).map(([after, item]) => ({ insert: { after, items: [item] } })),
  path.map((at) => ({ inc: { [at]: 1 } })),
  path.map((at) => ({ diffMatchPatch: { [at]: "@@ -1,4 +1,5 @@\n+X\n some\n" } })),
);
const mutation = fc.oneof(
  { weight: 2, arbitrary: document.map((create) => ({ createOrReplace: create })) },
  { weight: 1, arbitrary: document.map((create) => ({ createIfNotExists: create })) },
  { weight: 1, arbitrary: id.map((gone) => ({ delete: { id: gone } })) },
  { weight: 8, arbitrary: fc.tuple(id, patch).map(([on, what]) => ({ patch: { id: on, ...what } })) },
);
const transaction = fc.array(mutation, { minLength: 1, maxLength: 3 });
/** Those of a group come at the same time. */
const transactions = fc.array(fc.array(transaction, { minLength: 1, maxLength: 4 }), { maxLength: 10 });

/** As the wire would carry it, without what every change sets anew. */
function plain(from: object | null | undefined, ...without: readonly string[]): unknown {
  if (!from) return null;
  const entries = Object.entries(from).filter(([name]) => !without.includes(name));
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

function expectReplayable({ before, after, mutations, effects }: DocumentChange): void {
  const replayed = new MutatorMutation({ mutations: structuredClone([...mutations]) }).apply(
    structuredClone(before),
  );
  expect(plain(replayed, "_rev", "_updatedAt")).toEqual(plain(after, "_rev", "_updatedAt"));
  expect(plain(applyMendoza(plain(before, "_rev"), [...effects.apply]))).toEqual(plain(after, "_rev"));
  expect(plain(applyMendoza(plain(after, "_rev"), [...effects.revert]))).toEqual(plain(before, "_rev"));
}

it("whatever is written, every event replays to what is stored, and the file holds what readers were told", async () => {
  await fc.assert(
    fc.asyncProperty(transactions, async (all) => {
      const dataFolder = dataFolderOfTest();
      const services = openServices({ dataFolder });
      const dataset = services.dataset("production");
      const changes: DocumentChange[] = [];
      dataset.subscribe((commit) => changes.push(...commit.changes));
      for (const group of all) {
        const outcomes = await Promise.allSettled(
          group.map((mutations) => services.write(() => dataset.commit({ author: "local", mutations }))),
        );
        for (const outcome of outcomes) {
          if (outcome.status === "rejected" && !(outcome.reason instanceof LakeError)) throw outcome.reason;
        }
      }
      const told = new Map<string, LakeDocument | null>();
      for (const change of changes) {
        expect(plain(change.before)).toEqual(plain(told.get(change.id)));
        told.set(change.id, change.after);
        expectReplayable(change);
      }
      const stored = dataset.documents(ids);
      services.close();

      const reopened = openServices({ dataFolder });
      const expected = ids.flatMap((each) => told.get(each) ?? []).map((each) => plain(each));
      expect(stored.map((each) => plain(each))).toEqual(expected);
      expect(reopened.dataset("production").documents(ids)).toEqual(expected);
      reopened.close();
      const files = { database: join(dataFolder, "lake.sqlite"), assetFolder: join(dataFolder, "assets") };
      expect(await checkLake(files)).toMatchObject({ damage: [] });
    }),
    { numRuns: isLong ? 2_000 : 60 },
  );
}, 1_000_000);
