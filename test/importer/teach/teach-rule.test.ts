import { expect, test } from "vitest";
import { listRuns, renderRuns, runImport, teachRule, undoRun } from "../../../importer/index.ts";
import { articleId, outletProfile, outletProfileId, textsIn } from "../../../schemas/index.ts";
import { articleKeyOf } from "../../../importer/identity/article-key-of.ts";
import { folder, lake, openForEachTest } from "../../support/lake-and-folder.ts";

const towns = ["Kessel", "Orlen", "Marwick", "Tolva", "Brenn"];

/** A story with a label that no lexicon knows, before another name in each. */
const pageOf = (town: string): string =>
  [
    `${town} closes its bridge for a year`,
    `The council of ${town} met on Monday evening and agreed on the plan for the bridge of ${town}.`,
    `Vrrp: the quays of ${town} at low tide`,
    `Traffic in ${town} will take the ferry meanwhile, which runs every ten minutes until ${town} sleeps.`,
    `The mayor of ${town} has promised lower rents to all shops on both sides of the river in ${town}.`,
  ].join("\n\n");

openForEachTest({
  ...Object.fromEntries(towns.map((town) => [`post/${town}.txt`, pageOf(town)])),
  "gazette/Ulm.txt": pageOf("Ulm"),
});

const importAll = () => runImport({ inputs: [folder.path], client: lake.client });

const idOf = (path: string): string =>
  `drafts.${articleId(articleKeyOf({ identity: { kind: "path", value: path } }))}`;

const textOf = async (path: string): Promise<string> =>
  textsIn(await lake.client.getDocument(idOf(path)), false).join("\n");

const withLabel = async (): Promise<string[]> => {
  const all = await Promise.all(towns.map(async (town) => [town, await textOf(`post/${town}.txt`)] as const));
  return all.flatMap(([town, text]) => (text.includes("Vrrp") ? [town] : []));
};

const rule = { outlet: "post", shape: "Vrrp: …", role: "boilerplate", by: "person-nadia" } as const;

const profileOf = async (key: string) =>
  outletProfile.parse(await lake.client.getDocument(outletProfileId(key)));

test("a dry run says what a rule would do, and writes nothing", async () => {
  await importAll();
  const before = await lake.client.fetch("*[] | order(_id)._rev", {}, { perspective: "raw" });
  const would = await teachRule({ client: lake.client, ...rule, dryRun: true });
  expect(would).toMatchObject({ dryRun: true, stories: 5, changed: 5, suggested: 0 });
  expect(would.examples).toHaveLength(5);
  expect(would.examples[0]).toMatchObject({
    headline: expect.stringContaining("closes its bridge"),
    line: expect.stringContaining("Vrrp: the quays of"),
  });
  expect(await lake.client.fetch("*[] | order(_id)._rev", {}, { perspective: "raw" })).toEqual(before);
});

test("a rule mends the stories of its outlet, no other's, and holds for the next ones", async () => {
  await importAll();
  expect(await withLabel()).toEqual(towns);
  const did = await teachRule({ client: lake.client, ...rule });
  expect(did).toMatchObject({ dryRun: false, interrupted: false, stories: 5, changed: 5 });
  expect(await withLabel()).toEqual([]);
  expect(await textOf("gazette/Ulm.txt")).toContain("Vrrp");

  await folder.write({ "post/Naze.txt": pageOf("Naze") });
  await importAll();
  expect(await textOf("post/Naze.txt")).not.toContain("Vrrp");
  expect((await importAll()).counts).toMatchObject({ read: 7, unchanged: 7 });
  const [account] = await lake.client.fetch(
    '*[_type == "importRun" && run == $run]',
    { run: did.run },
    { perspective: "raw" },
  );
  expect(account).toMatchObject({ taught: "Vrrp: …", counts: { read: 5, updated: 5 } });
  expect(renderRuns(await listRuns(lake.client))).toContain("5 read, 5 updated  taught: Vrrp: …");
});

test("undoing the run takes the rule back, and gives back what the stories were", async () => {
  await importAll();
  const { run } = await teachRule({ client: lake.client, ...rule });
  await undoRun({ client: lake.client, run });
  expect(await withLabel()).toEqual(towns);
  expect((await profileOf("post")).taught).toEqual([]);
  await importAll();
  expect(await withLabel()).toEqual(towns);
});

test("a rule that changes no story can be undone too", async () => {
  await importAll();
  const { run, stories } = await teachRule({ client: lake.client, ...rule, shape: "Nobody: …" });
  expect(stories).toBe(0);
  await undoRun({ client: lake.client, run });
  expect((await profileOf("post")).taught).toEqual([]);
});

test("where an editor was, a rule only suggests", async () => {
  await importAll();
  const id = idOf("post/Orlen.txt");
  const body = (await lake.client.getDocument(id))?.["body"];
  const edited = JSON.parse(JSON.stringify(body).replace("low tide", "high tide"));
  await lake.client.patch(id).set({ body: edited }).commit();
  const did = await teachRule({ client: lake.client, ...rule });
  expect(did).toMatchObject({ stories: 5, changed: 5, suggested: 1 });
  expect(await textOf("post/Orlen.txt")).toContain("high tide");
});

test("a rule that is stopped half-way is completed by the next import", async () => {
  await importAll();
  const stopping = new AbortController();
  const onProgress = (done: number): void => {
    if (done === 3) stopping.abort();
  };
  const did = await teachRule({ client: lake.client, ...rule, signal: stopping.signal, onProgress });
  expect(did.interrupted).toBe(true);
  expect(did.stories).toBeLessThan(5);
  await importAll();
  expect(await withLabel()).toEqual([]);
});
