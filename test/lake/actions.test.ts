import type { ClientError } from "@sanity/client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Commit } from "../../lake/core/dataset.ts";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
let commits: Commit[];
beforeAll(async () => {
  lake = await serveTestLake();
  lake.services.dataset("production").subscribe((commit) => commits.push(commit));
});
afterAll(() => lake.close());
beforeEach(async () => {
  await lake.client.delete({ query: "*[true]" });
  commits = [];
});

const guard = { unset: ["_empty_action_guard_pseudo_field_"] };

async function act(actions: readonly object[], more: object = {}): Promise<{ transactionId: string }> {
  const uri = "/data/actions/production";
  return lake.client.request({ uri, method: "POST", body: { actions, ...more } });
}

const action = (type: string, fields: object): object => ({
  actionType: `sanity.action.document.${type}`,
  ...fields,
});

async function refusal(request: Promise<unknown>): Promise<object> {
  return request.then(
    () => expect.fail("the action was not refused"),
    (error: ClientError) => ({ statusCode: error.statusCode, details: error.details }),
  );
}

const stored = (): Promise<Record<string, Record<string, unknown>>> =>
  lake.client
    .fetch<({ _id: string } & Record<string, unknown>)[]>("*", {}, { perspective: "raw" })
    .then((documents) => Object.fromEntries(documents.map((document) => [document._id, document])));

describe("POST /data/actions", () => {
  it("makes the draft of a published document with the first edit, and one event of many edits", async () => {
    await lake.client.create({
      _id: "a",
      _type: "story",
      title: "Truce",
      _createdAt: "2016-10-06T10:00:00Z",
    });
    commits = [];
    const edit = (patch: object): object => action("edit", { publishedId: "a", draftId: "drafts.a", patch });
    const { transactionId } = await act(
      [edit(guard), edit({ set: { title: "War" } }), edit(guard), edit({ set: { n: 1 } })],
      {
        transactionId: "keystrokes-1",
      },
    );
    expect(transactionId).toBe("keystrokes-1");
    expect(await stored()).toMatchObject({
      a: { title: "Truce" },
      "drafts.a": { title: "War", n: 1, _rev: "keystrokes-1", _createdAt: "2016-10-06T10:00:00Z" },
    });
    expect(commits).toHaveLength(1);
    expect(commits[0]?.changes).toMatchObject([{ id: "drafts.a", before: null, after: { title: "War" } }]);
  });

  it("bumps the revision for the guard alone: Studio waits for its own transaction", async () => {
    await lake.client.create({ _id: "drafts.a", _type: "story" });
    const edit = action("edit", { publishedId: "a", draftId: "drafts.a", patch: guard });
    await act([edit], { transactionId: "guard-1" });
    expect(await stored()).toMatchObject({ "drafts.a": { _rev: "guard-1" } });
    expect(commits.at(-1)?.changes).toHaveLength(1);
  });

  it("creates a draft as Studio does, and refuses to create it twice", async () => {
    const attributes = {
      _id: "drafts.a",
      _type: "story",
      _createdAt: "2026-11-23T10:00:00.123Z",
      _rev: "made up",
    };
    const create = action("create", { publishedId: "a", attributes, ifExists: "fail" });
    const edit = action("edit", { publishedId: "a", draftId: "drafts.a", patch: { set: { title: "T" } } });
    const { transactionId } = await act([create, edit]);
    expect(await stored()).toMatchObject({
      "drafts.a": { title: "T", _rev: transactionId, _createdAt: "2026-11-23T10:00:00.123Z" },
    });
    expect(await refusal(act([create]))).toMatchObject({
      statusCode: 409,
      details: { type: "actionError", items: [{ index: 0, error: { type: "documentAlreadyExistsError" } }] },
    });
    await act([action("create", { publishedId: "a", attributes, ifExists: "ignore" })]);
    expect(await stored()).toMatchObject({ "drafts.a": { title: "T" } });
  });

  it("publishes: strengthens references, keeps the creation time, takes the draft away", async () => {
    await lake.client.create({ _id: "s", _type: "source" });
    await lake.client.create({ _id: "a", _type: "story", _createdAt: "2016-10-06T10:00:00Z" });
    const { _rev } = await lake.client.create({
      _id: "drafts.a",
      _type: "story",
      source: { _ref: "s", _weak: true, _strengthenOnPublish: { type: "source" } },
      weak: [{ _key: "k", _ref: "s", _weak: true, _strengthenOnPublish: { type: "source", weak: true } }],
    });
    const published = await lake.client.getDocument("a");
    await act([
      action("publish", {
        publishedId: "a",
        draftId: "drafts.a",
        ifDraftRevisionId: _rev,
        ifPublishedRevisionId: published?._rev,
      }),
    ]);
    const documents = await stored();
    expect(Object.keys(documents)).toEqual(["a", "s"]);
    expect(documents["a"]).toMatchObject({ _createdAt: "2016-10-06T10:00:00Z", source: { _ref: "s" } });
    expect(documents["a"]?.["source"]).toEqual({ _ref: "s" });
    expect(documents["a"]?.["weak"]).toEqual([{ _key: "k", _ref: "s", _weak: true }]);
  });

  it("refuses to publish over a revision that nobody has seen, or a reference to nothing", async () => {
    await lake.client.create({ _id: "a", _type: "story" });
    await lake.client.create({
      _id: "drafts.a",
      _type: "story",
      source: { _ref: "nobody", _weak: true, _strengthenOnPublish: { type: "source" } },
    });
    const publish = (more: object): object =>
      action("publish", { publishedId: "a", draftId: "drafts.a", ...more });
    expect(await refusal(act([publish({ ifPublishedRevisionId: "other" })]))).toMatchObject({
      statusCode: 409,
      details: { items: [{ error: { type: "documentRevisionIDDoesNotMatchError" } }] },
    });
    expect(await refusal(act([publish({})]))).toMatchObject({
      statusCode: 409,
      details: { items: [{ error: { type: "documentReferenceDoesNotExistError" } }] },
    });
    expect(await refusal(act([action("publish", { publishedId: "b", draftId: "drafts.b" })]))).toMatchObject({
      statusCode: 404,
    });
  });

  it("unpublishes into a draft, and keeps a newer draft", async () => {
    await lake.client.create({ _id: "a", _type: "story", title: "published" });
    await act([action("unpublish", { publishedId: "a", draftId: "drafts.a" })]);
    expect(await stored()).toMatchObject({ "drafts.a": { title: "published" } });
    await lake.client.create({ _id: "a", _type: "story", title: "other" });
    await act([action("unpublish", { publishedId: "a", draftId: "drafts.a" })]);
    expect(await stored()).toMatchObject({ "drafts.a": { title: "published" } });
    expect(Object.keys(await stored())).toEqual(["drafts.a"]);
  });

  it.each([
    ["discard", { draftId: "drafts.a" }],
    ["version.discard", { versionId: "drafts.a" }],
  ])("takes only the draft away with %s", async (type, fields) => {
    await lake.client.mutate(["a", "drafts.a"].map((_id) => ({ create: { _id, _type: "story" } })));
    await act([action(type, fields)]);
    expect(Object.keys(await stored())).toEqual(["a"]);
    expect(await refusal(act([action(type, fields)]))).toMatchObject({ statusCode: 404 });
  });

  it("deletes a document with its draft, never without", async () => {
    await lake.client.mutate(["a", "drafts.a"].map((_id) => ({ create: { _id, _type: "story" } })));
    expect(await refusal(act([action("delete", { publishedId: "a" })]))).toMatchObject({ statusCode: 400 });
    await act([action("delete", { publishedId: "a", includeDrafts: ["drafts.a"] })]);
    expect(await stored()).toEqual({});
  });

  it("replaces a draft whole", async () => {
    await lake.client.create({ _id: "drafts.a", _type: "story", old: true });
    await act([
      action("replaceDraft", {
        publishedId: "a",
        attributes: { _id: "drafts.a", _type: "story", title: "T" },
      }),
    ]);
    expect((await stored())["drafts.a"]).not.toHaveProperty("old");
  });

  it("creates, replaces and unpublishes versions", async () => {
    const { _rev } = await lake.client.create({ _id: "a", _type: "story", title: "T" });
    await act([
      action("version.create", {
        publishedId: "a",
        baseId: "a",
        versionId: "versions.r.a",
        ifBaseRevisionId: _rev,
      }),
      action("version.create", { publishedId: "b", document: { _id: "versions.r.b", _type: "story" } }),
    ]);
    await act([
      action("version.replace", { document: { _id: "versions.r.b", _type: "story", title: "B" } }),
      action("version.unpublish", { versionId: "versions.s.a", publishedId: "a" }),
    ]);
    expect(await stored()).toMatchObject({
      "versions.r.a": { title: "T" },
      "versions.r.b": { title: "B" },
      "versions.s.a": { title: "T", _system: { delete: true } },
    });
  });

  it("does all actions of a request, or none", async () => {
    const create = (id: string): object => action("create", { attributes: { _id: id, _type: "story" } });
    expect(await refusal(act([create("drafts.a"), create("drafts.a")]))).toMatchObject({
      details: { items: [{ index: 1 }] },
    });
    expect(await stored()).toEqual({});
    await act([create("drafts.a")], { dryRun: true });
    expect(await stored()).toEqual({});
  });

  it.each([
    ["an unknown action", { actionType: "sanity.action.document.frobnicate" }],
    ["no action", {}],
    [
      "an action on releases, which the lake does not have",
      { actionType: "sanity.action.release.create", releaseId: "r" },
    ],
    ["an edit that names no draft", action("edit", { publishedId: "a", patch: guard })],
    [
      "an edit with an unknown operation",
      action("edit", { publishedId: "a", draftId: "drafts.a", patch: { merge: {} } }),
    ],
    ["the creation of a published document", action("create", { attributes: { _id: "a", _type: "story" } })],
    ["the discarding of a published document", action("discard", { draftId: "a" })],
  ])("refuses %s", async (_name, refused) => {
    expect(await refusal(act([refused]))).toMatchObject({
      statusCode: 400,
      details: { type: "actionError", items: [{ index: 0 }] },
    });
  });

  it("tells older Studios that they may use actions", async () => {
    const answer = await fetch(`${lake.url}/v1/data/actions/production`);
    expect(await answer.json()).toEqual({ enabled: true, compatibleStudioVersions: "*" });
  });
});
