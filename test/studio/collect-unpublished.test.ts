import { expect, test } from "vitest";
import { collectUnpublished, type ReadDocuments } from "../../studio/publish/collect-unpublished.ts";

const reference = (id: string) => ({ _type: "reference", _ref: id });

function reading(...documents: { _id: string; [field: string]: unknown }[]): ReadDocuments {
  const stored = documents.map((document) => ({
    _type: "any",
    _rev: "1",
    _createdAt: "2026-01-01T00:00:00Z",
    _updatedAt: "2026-01-01T00:00:00Z",
    ...document,
  }));
  return async (ids) => stored.filter(({ _id }) => ids.includes(_id));
}

const idsOf = (documents: readonly { readonly _id: string }[]): string[] => documents.map(({ _id }) => _id);

test("collectUnpublished() puts what is referred to before what refers to it", async () => {
  const read = reading({ _id: "drafts.image", source: reference("agency") }, { _id: "drafts.agency" });
  const article = {
    leadImage: { image: reference("image") },
    infoSources: [{ source: reference("agency") }],
  };
  expect(idsOf(await collectUnpublished(article, read))).toEqual(["drafts.agency", "drafts.image"]);
});

test("collectUnpublished() leaves alone what was published before, and the draft of it", async () => {
  const read = reading({ _id: "agency" }, { _id: "drafts.agency" }, { _id: "drafts.image" });
  expect(idsOf(await collectUnpublished([reference("agency"), reference("image")], read))).toEqual([
    "drafts.image",
  ]);
});

test("collectUnpublished() ends where documents refer to each other in a circle", async () => {
  const read = reading({ _id: "drafts.a", next: reference("b") }, { _id: "drafts.b", next: reference("a") });
  expect(idsOf(await collectUnpublished(reference("a"), read))).toEqual(["drafts.b", "drafts.a"]);
});
