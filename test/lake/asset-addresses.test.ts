import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SanityClient } from "@sanity/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";
import { plain } from "./support/pictures.ts";

let dataFolder: string;
let first: TestLake;
let moved: TestLake;
let id: string;
let fileId: string;
let picture: Buffer;

/** A lake with a picture and a file that were uploaded while it was served on another port. */
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "lake-address-"));
  first = await serveTestLake(dataFolder);
  picture = await plain(30, 20);
  id = (await first.client.assets.upload("image", picture, { filename: "a.png" }))._id;
  fileId = (await first.client.assets.upload("file", Buffer.from("text"), { filename: "a.txt" }))._id;
  const reference = { _type: "image", asset: { _type: "reference", _ref: id } };
  await first.client.create({ _id: "story", _type: "story", picture: reference });
  await first.close();
  // A port that was just let go is not given out again at once.
  moved = await serveTestLake(dataFolder);
  if (moved.url === first.url) throw new Error("the lake has not moved");
});
afterEach(async () => {
  await moved.close();
  await rm(dataFolder, { recursive: true });
});

const raw = (client: SanityClient): SanityClient => client.withConfig({ perspective: "raw" });

test("an asset's url is that of the address that serves it, however it is read", async () => {
  const { client, url } = moved;
  const path = await client.fetch<string>("*[_id == $id][0].path", { id });
  const wanted = `${url}/${path}`;
  const answers: Readonly<Record<string, () => Promise<unknown>>> = {
    document: async () => (await client.getDocument(id))?.["url"],
    whole: () => client.fetch("*[_id == $id][0]{...}.url", { id }),
    field: () => client.fetch("*[_id == $id][0].url", { id }),
    projection: () => client.fetch('*[_type == "sanity.imageAsset"]{url}[0].url'),
    reference: () => client.fetch('*[_id == "story"][0].picture.asset->url'),
    filter: () => client.fetch("*[url == $wanted][0].url", { wanted }),
    prefix: () => client.fetch("*[string::startsWith(url, $url)] | order(_type desc)[0].url", { url }),
    raw: () => raw(client).fetch("*[_id == $id][0].url", { id }),
    drafts: () => client.fetch("*[_id == $id][0].url", { id }, { perspective: "drafts" }),
    again: async () => (await client.assets.upload("image", picture)).url,
    mutation: async () => (await client.patch(id).set({ title: "t" }).commit())["url"],
    history: async () =>
      (
        await client.request<{ documents: { url: string }[] }>({
          uri: `/data/history/production/documents/${id}?time=2999-01-01T00:00:00Z`,
        })
      ).documents[0]?.url,
    export: async () => {
      const text = await (await fetch(`${url}/v2025-02-19/data/export/production`)).text();
      const lines = text.split("\n").filter(Boolean);
      return lines.map((line) => JSON.parse(line)).find(({ _id }) => _id === id).url;
    },
  };
  for (const [how, read] of Object.entries(answers)) expect([how, await read()]).toEqual([how, wanted]);
  expect(Buffer.from(await (await fetch(wanted)).arrayBuffer())).toEqual(picture);
  const file = await client.getDocument(fileId);
  expect(await (await fetch(String(file?.["url"]))).text()).toBe("text");
});

test("an asset that is deleted and asked for in its history has the address of today", async () => {
  await moved.client.delete("story");
  await moved.client.delete(id);
  const { documents } = await moved.client.request<{ documents: { url: string }[] }>({
    uri: `/data/history/production/documents/${id}?lastRevision=true`,
  });
  expect(documents[0]?.url).toMatch(new RegExp(`^${moved.url}/images/`));
});

test("a query that chooses what to change sees the addresses that every query sees", async () => {
  const { client, url } = moved;
  await client
    .patch({ query: "*[string::startsWith(url, $url)]", params: { url } })
    .set({ label: "here" })
    .commit({ returnFirst: false });
  expect(await client.fetch('count(*[label == "here"])')).toBe(2);
});

test("a listener is told an asset's address of today", async () => {
  const { client } = moved;
  const told = new Promise<unknown>((resolve) => {
    const subscription = client
      .listen("*[_id == $id]", { id }, { includeResult: true, events: ["welcome", "mutation"] })
      .subscribe((event) => {
        if (event.type === "welcome") void client.patch(id).set({ title: "new" }).commit();
        if (event.type !== "mutation") return;
        subscription.unsubscribe();
        resolve(event.result?.["url"]);
      });
  });
  expect(await told).toMatch(new RegExp(`^${moved.url}/images/`));
});

test("the url of an asset that lies elsewhere, and of what is no asset, stays", async () => {
  const elsewhere = {
    _id: "image-abc-1x1-png",
    _type: "sanity.imageAsset",
    path: "images/other/production/abc-1x1.png",
    url: "https://cdn.sanity.io/images/other/production/abc-1x1.png",
  };
  const story = {
    _id: "link",
    _type: "story",
    path: "images/copydesk/production/x.png",
    url: "https://a.example",
  };
  await moved.client.create(elsewhere);
  await moved.client.create(story);
  expect(await moved.client.getDocument(elsewhere._id)).toMatchObject(elsewhere);
  expect(await moved.client.getDocument("link")).toMatchObject(story);
});
