import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../lake/core/clock.ts";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
/** How far the lake's clock is ahead of the machine's. */
let msAhead = 0;
beforeAll(async () => {
  const now = (): Date => new Date(Date.now() + msAhead);
  lake = await serveTestLake(":memory:", { clock: { ...systemClock, now } });
});
afterAll(() => lake.close());

let next = 0;
let id: string;
let revisions: Record<"created" | "edited" | "published" | "again", string>;

/** A document with a life: created as a draft, edited, published, edited again. */
beforeEach(async () => {
  msAhead = 0;
  id = `story-${(next += 1)}`;
  const draftId = `drafts.${id}`;
  const created = await lake.client.create({ _id: draftId, _type: "story", n: 1 });
  const edited = await lake.client.patch(draftId).set({ n: 2 }).commit();
  const published = await lake.client.action({
    actionType: "sanity.action.document.publish",
    draftId,
    publishedId: id,
  });
  const again = await lake.client.action({
    actionType: "sanity.action.document.edit",
    draftId,
    publishedId: id,
    patch: { set: { n: 3 } },
  });
  revisions = {
    created: created._rev,
    edited: edited._rev,
    published: published.transactionId,
    again: again.transactionId,
  };
});

const get = (path: string): Promise<Response> =>
  fetch(`${lake.url}/v2025-02-19/data/history/production/${path}`);

async function lines(
  search: string,
): Promise<{ id: string; documentIDs: string[]; effects?: object; mutations?: object[] }[]> {
  const text = await (await get(`transactions/${id},drafts.${id}?${search}`)).text();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const idsOf = (transactions: readonly { id: string }[]): readonly string[] =>
  transactions.map((each) => each.id);

describe("GET /data/history/…/transactions", () => {
  it("gives the transactions of some documents, oldest first", async () => {
    const transactions = await lines("excludeContent=true");
    expect(idsOf(transactions)).toEqual([
      revisions.created,
      revisions.edited,
      revisions.published,
      revisions.again,
    ]);
    expect(transactions[2]).toMatchObject({
      author: "local",
      timestamp: expect.stringMatching(/\.\d{3}Z$/),
      documentIDs: [id, `drafts.${id}`],
      mutations: [{ createOrReplace: { _id: id } }, { delete: { id: `drafts.${id}` } }],
    });
    expect(transactions[2]).not.toHaveProperty("effects");
  });

  it("tells nothing of the content of documents in mutations when that is not wanted", async () => {
    const [created] = await lines("excludeContent=true");
    const [whole] = await lines("");
    expect(whole?.mutations).toEqual([{ create: expect.objectContaining({ _id: `drafts.${id}`, n: 1 }) }]);
    expect(created?.mutations).toEqual([{ create: expect.not.objectContaining({ n: 1 }) }]);
    expect(created?.mutations).toMatchObject([
      { create: { _id: `drafts.${id}`, _type: expect.any(String) } },
    ]);
  });

  it("gives the newest first, with effects, without mutations", async () => {
    const transactions = await lines("reverse=true&limit=2&effectFormat=mendoza&excludeMutations=true");
    expect(idsOf(transactions)).toEqual([revisions.again, revisions.published]);
    expect(transactions[1]).not.toHaveProperty("mutations");
    expect(transactions[1]?.effects).toEqual({
      [id]: { apply: [0, expect.objectContaining({ n: 2 })], revert: [0, null] },
      [`drafts.${id}`]: { apply: [0, null], revert: [0, expect.objectContaining({ n: 2 })] },
    });
  });

  it("includes both ends of a range", async () => {
    expect(
      idsOf(await lines(`fromTransaction=${revisions.edited}&toTransaction=${revisions.published}`)),
    ).toEqual([revisions.edited, revisions.published]);
    expect(idsOf(await lines(`fromTransaction=&toTransaction=${revisions.created}`))).toEqual([
      revisions.created,
    ]);
    expect(await lines("toTransaction=unknown")).toEqual([]);
    expect(await lines("authors=somebody-else")).toEqual([]);
    expect(await lines("toTime=2001-01-01T00:00:00Z")).toEqual([]);
  });

  it("answers a moment behind when it has no end, so that Studio takes no event twice", async () => {
    const from = `fromTransaction=${revisions.created}`;
    const all = [revisions.created, revisions.edited, revisions.published, revisions.again];
    expect(idsOf(await lines(from))).toEqual([]);
    expect(idsOf(await lines("fromTransaction="))).toEqual([]);
    expect(idsOf(await lines(`${from}&toTransaction=${revisions.again}`))).toEqual(all);
    expect(idsOf(await lines(`${from}&toTime=2999-01-01T00:00:00Z`))).toEqual(all);

    msAhead = 1_000;
    expect(idsOf(await lines(from))).toEqual([]);
    msAhead = 60_000;
    expect(idsOf(await lines(from))).toEqual(all);
  });

  it("covers the whole dataset without ids", async () => {
    const text = await (await get("transactions?reverse=true&limit=1")).text();
    expect(JSON.parse(text)).toMatchObject({ id: revisions.again });
  });
});

describe("GET /data/history/…/documents", () => {
  const documents = async (ids: string, search: string): Promise<object[]> =>
    (await (await get(`documents/${ids}?${search}`)).json()).documents;

  it("gives a document as it was at a revision", async () => {
    expect(await documents(`drafts.${id}`, `revision=${revisions.created}`)).toMatchObject([
      { n: 1, _rev: revisions.created },
    ]);
    expect(await documents(`drafts.${id}`, `revision=${revisions.edited}`)).toMatchObject([
      { n: 2, _rev: revisions.edited },
    ]);
    expect(await documents(`drafts.${id}`, `revision=${revisions.published}`)).toEqual([]);
    expect(await documents(`${id},drafts.${id}`, `revision=${revisions.again}`)).toMatchObject([
      { n: 2 },
      { n: 3 },
    ]);
    expect(await documents(id, "revision=unknown")).toEqual([]);
  });

  it("gives a document as it was at a time", async () => {
    expect(await documents(id, "time=2001-01-01T00:00:00Z")).toEqual([]);
    expect(await documents(id, "time=2999-01-01T00:00:00Z")).toMatchObject([{ n: 2 }]);
  });

  it("gives the last state of a document that is gone", async () => {
    await lake.client.action({
      actionType: "sanity.action.document.delete",
      publishedId: id,
      includeDrafts: [`drafts.${id}`],
    });
    expect(await documents(`${id},drafts.${id}`, "lastRevision=true")).toMatchObject([{ n: 2 }, { n: 3 }]);
  });

  it("gives back exactly what was stored, whatever came after", async () => {
    const before = await lake.client.getDocument(`drafts.${id}`);
    await lake.client
      .patch(`drafts.${id}`)
      .set({ title: "x", "deep.er": [1] })
      .unset(["n"])
      .commit();
    await lake.client.createOrReplace({ _id: `drafts.${id}`, _type: "story", other: null });
    await lake.client.delete(`drafts.${id}`);
    await lake.client.create({ _id: `drafts.${id}`, _type: "another" });
    expect(await documents(`drafts.${id}`, `revision=${revisions.again}`)).toEqual([before]);
  });

  it("refuses a request that names no moment", async () => {
    expect((await get(`documents/${id}`)).status).toBe(400);
  });
});

describe("GET /data/history/…/events", () => {
  async function events(documentId: string, search = ""): Promise<{ events: object[]; nextCursor: string }> {
    const answer = await (await get(`events/documents/${documentId}?limit=100${search}`)).json();
    return { events: answer.events[documentId], nextCursor: answer.nextCursor };
  }

  const common = (): object => ({ documentId: id, author: "local", timestamp: expect.any(String) });
  const draft = (): object => ({ ...common(), versionId: `drafts.${id}` });
  const published = (): object => ({
    ...draft(),
    type: "publishDocumentVersion",
    revisionId: revisions.published,
    versionRevisionId: revisions.edited,
    publishCause: "document.publish",
  });
  const typesOf = async (documentId: string): Promise<readonly string[]> =>
    (await events(documentId)).events.map((event) => Object(event).type);

  it("tells the life of a draft, newest first", async () => {
    expect(await events(`drafts.${id}`)).toEqual({
      nextCursor: "",
      events: [
        { ...draft(), type: "createDocumentVersion", versionRevisionId: revisions.again },
        published(),
        { ...draft(), type: "createDocumentVersion", versionRevisionId: revisions.created },
      ],
    });
  });

  it("tells of a published document what happened to it, not what its draft went through", async () => {
    expect(await events(id)).toEqual({ nextCursor: "", events: [published()] });
  });

  it("tells unpublishing, discarding, deleting and direct changes apart, each in the list of what it happened to", async () => {
    const draftId = `drafts.${id}`;
    await lake.client.action({ actionType: "sanity.action.document.discard", draftId });
    await lake.client.patch(id).set({ n: 9 }).commit();
    await lake.client.action({ actionType: "sanity.action.document.unpublish", draftId, publishedId: id });
    await lake.client.delete(draftId);
    await lake.client.create({ _id: id, _type: "story" });
    await lake.client.delete(id);
    expect(await typesOf(id)).toEqual([
      "deleteDocumentGroup",
      "createLiveDocument",
      "unpublishDocument",
      "updateLiveDocument",
      "publishDocumentVersion",
    ]);
    expect(await typesOf(draftId)).toEqual([
      "deleteDocumentVersion",
      "createDocumentVersion",
      "deleteDocumentVersion",
      "createDocumentVersion",
      "publishDocumentVersion",
      "createDocumentVersion",
    ]);
  });

  it("leads a draft that was deleted with its group to its last content", async () => {
    await lake.client.action({
      actionType: "sanity.action.document.delete",
      publishedId: id,
      includeDrafts: [`drafts.${id}`],
    });
    const [head] = (await events(`drafts.${id}`)).events;
    expect(head).toEqual({ ...draft(), type: "deleteDocumentVersion", versionRevisionId: revisions.again });
    expect((await typesOf(id))[0]).toBe("deleteDocumentGroup");
  });

  it("leads a document that was deleted while published to what was published last", async () => {
    await lake.client.action({ actionType: "sanity.action.document.discard", draftId: `drafts.${id}` });
    await lake.client.create({ _id: `drafts.${id}`, _type: "story", n: 4 });
    const { transactionId } = await lake.client.action({
      actionType: "sanity.action.document.publish",
      draftId: `drafts.${id}`,
      publishedId: id,
    });
    await lake.client.action({
      actionType: "sanity.action.document.delete",
      publishedId: id,
      includeDrafts: [],
    });
    const [head] = (await events(`drafts.${id}`)).events;
    expect(head).toMatchObject({ type: "publishDocumentVersion", revisionId: transactionId });
    const { versionRevisionId } = Object(head);
    const answer = await (await get(`documents/drafts.${id}?revision=${versionRevisionId}`)).json();
    expect(answer.documents).toMatchObject([{ n: 4 }]);
  });

  it("tells the life of a version in a release, and of what was published from it", async () => {
    const versionId = `versions.autumn.${id}`;
    const created = await lake.client.create({ _id: versionId, _type: "story", n: 7 });
    const release = { versionId, releaseId: "autumn", versionRevisionId: created._rev };
    // As the action does, for which the client has no type.
    await lake.client
      .transaction()
      .createOrReplace({ _id: id, _type: "story", n: 7 })
      .delete(versionId)
      .commit();
    expect((await events(versionId)).events).toMatchObject([
      { type: "publishDocumentVersion", ...release },
      { type: "createDocumentVersion", ...release },
    ]);
    expect((await events(id)).events[0]).toMatchObject({ type: "publishDocumentVersion", ...release });
    expect(await typesOf(`drafts.${id}`)).toEqual([
      "createDocumentVersion",
      "publishDocumentVersion",
      "createDocumentVersion",
    ]);
    // A document of which the id only ends alike has no part in it.
    await lake.client.create({ _id: `versions.autumn.other.${id}`, _type: "story" });
    expect(await typesOf(versionId)).toHaveLength(2);
  });

  it("comes in pages", async () => {
    const draftId = `drafts.${id}`;
    const first = await (await get(`events/documents/${draftId}?limit=2`)).json();
    expect(first.events[draftId]).toHaveLength(2);
    const rest = await events(draftId, `&nextCursor=${first.nextCursor}`);
    expect([...first.events[draftId], ...rest.events]).toEqual((await events(draftId)).events);
  });

  it("has none of releases", async () => {
    expect(await (await get("events/releases/r1")).json()).toEqual({ events: [], nextCursor: "" });
  });
});
