import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => {
  lake = await serveTestLake();
});
afterAll(() => lake.close());

let next = 0;
let id: string;
let revisions: Record<"created" | "edited" | "published" | "again", string>;

/** A document with a life: created as a draft, edited, published, edited again. */
beforeEach(async () => {
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

  it("tells the life of a document, newest first", async () => {
    const documentId = id;
    const versionId = `drafts.${id}`;
    const common = { documentId, author: "local", timestamp: expect.any(String), versionId };
    expect(await events(id)).toEqual({
      nextCursor: "",
      events: [
        { ...common, type: "createDocumentVersion", versionRevisionId: revisions.again },
        {
          ...common,
          type: "publishDocumentVersion",
          revisionId: revisions.published,
          versionRevisionId: revisions.edited,
          publishCause: "document.publish",
        },
        { ...common, type: "createDocumentVersion", versionRevisionId: revisions.created },
      ],
    });
    expect(await events(versionId)).toEqual(await events(id));
  });

  it("tells unpublishing, discarding, deleting and direct changes apart", async () => {
    const draftId = `drafts.${id}`;
    await lake.client.action({ actionType: "sanity.action.document.discard", draftId });
    await lake.client.patch(id).set({ n: 9 }).commit();
    await lake.client.action({ actionType: "sanity.action.document.unpublish", draftId, publishedId: id });
    await lake.client.delete(draftId);
    await lake.client.create({ _id: id, _type: "story" });
    await lake.client.delete(id);
    const { events: life } = await events(id);
    expect(life.slice(0, 6).map((event) => Object(event).type)).toEqual([
      "deleteDocumentGroup",
      "createLiveDocument",
      "deleteDocumentGroup",
      "unpublishDocument",
      "updateLiveDocument",
      "deleteDocumentVersion",
    ]);
  });

  it("comes in pages", async () => {
    const first = await (await get(`events/documents/${id}?limit=2`)).json();
    expect(first.events[id]).toHaveLength(2);
    const rest = await events(id, `&nextCursor=${first.nextCursor}`);
    expect([...first.events[id], ...rest.events]).toEqual((await events(id)).events);
  });

  it("has none of releases", async () => {
    expect(await (await get("events/releases/r1")).json()).toEqual({ events: [], nextCursor: "" });
  });
});
